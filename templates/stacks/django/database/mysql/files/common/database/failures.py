"""What errors of the driver mean."""

from typing import Literal

from MySQLdb import MySQLError

# Too many connections, stopping, stopped, killed, timed out, rolled back in favour of others, full,
# read-only.
_OUTAGES = frozenset(
    {1021, 1040, 1053, 1114, 1205, 1213, 1290, 1317, 1792, 1836, 1927, 1969, 3024},
)

# Those of the client: nobody answers.
_LOST = range(2000, 3000)

_DEADLOCK = 1213

_RULES: dict[int, Literal["reference", "unique"]] = {
    1062: "unique",
    1451: "reference",
    1452: "reference",
}


def is_outage(error: Exception) -> bool:
    """Tell whether the database cannot do its work now: worth another try."""
    code = code_of(error)
    return code in _OUTAGES or code in _LOST or code == 0


def is_deadlock(error: Exception) -> bool:
    """Tell whether the server ended one of two transactions that waited for each other."""
    return code_of(error) == _DEADLOCK


def broken_rule(error: Exception) -> Literal["reference", "unique"] | None:
    """Return the rule that a write broke, where it is one that callers have to keep."""
    return _RULES.get(code_of(error))


def code_of(error: Exception) -> int:
    """Return the number of an error."""
    cause = error.__cause__
    if not isinstance(cause, MySQLError):
        return -1
    code = cause.args[0] if cause.args else 0
    return code if isinstance(code, int) else 0
