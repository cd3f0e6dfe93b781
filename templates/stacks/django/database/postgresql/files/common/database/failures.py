"""What errors of the driver mean."""

import re
from typing import Literal

import psycopg

# Lost, rolled back in favour of others, out of resources, stopped or cancelled, failing; read-only,
# locked.
_OUTAGES = re.compile("(?:08|40|53|57|58)...|25006|55P03")

_RULES: dict[str, Literal["reference", "unique"]] = {
    "23503": "reference",
    "23505": "unique",
}


def is_outage(error: Exception) -> bool:
    """Tell whether the database cannot do its work now: worth another try."""
    cause = error.__cause__
    if isinstance(cause, psycopg.Error) and cause.sqlstate is not None:
        return _OUTAGES.fullmatch(cause.sqlstate) is not None
    # Lost, or never there.
    return isinstance(cause, psycopg.OperationalError | psycopg.InterfaceError)


def is_deadlock(error: Exception) -> bool:
    """Tell whether the server ended one of two transactions that waited for each other."""
    return code_of(error) == "40P01"


def broken_rule(error: Exception) -> Literal["reference", "unique"] | None:
    """Return the rule that a write broke, where it is one that callers have to keep."""
    return _RULES.get(code_of(error))


def code_of(error: Exception) -> str:
    """Return the code of an error: that of a lost server has none."""
    cause = error.__cause__
    return (cause.sqlstate if isinstance(cause, psycopg.Error) else None) or ""
