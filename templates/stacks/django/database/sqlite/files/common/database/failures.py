"""What errors of the driver mean."""

import sqlite3
from typing import Literal

# Another connection kept the file to itself for too long.
BUSY = 5

# Busy, read-only, failing to read, full, or not to be opened.
_OUTAGES = frozenset({BUSY, 8, 10, 13, 14})

_RULES: dict[int, Literal["reference", "unique"]] = {
    787: "reference",
    1555: "unique",
    2067: "unique",
}


def is_outage(error: Exception) -> bool:
    """Tell whether the database cannot do its work now: worth another try."""
    # The lower byte is what went wrong, the rest of it says where.
    return code_of(error) % 256 in _OUTAGES


def is_deadlock(error: Exception) -> bool:
    """Tell whether two transactions waited for each other: the writers of a file take turns."""
    return False


def broken_rule(error: Exception) -> Literal["reference", "unique"] | None:
    """Return the rule that a write broke, where it is one that callers have to keep."""
    return _RULES.get(code_of(error))


def code_of(error: Exception) -> int:
    """Return the number of an error."""
    cause = error.__cause__
    return getattr(cause, "sqlite_errorcode", 0) if isinstance(cause, sqlite3.Error) else 0
