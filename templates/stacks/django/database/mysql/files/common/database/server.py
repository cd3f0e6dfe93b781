"""What MySQL and MariaDB are told, and in which words."""

from math import ceil
from typing import Any

EXAMPLE = "mysql://user:password@127.0.0.1:3306/database"
SCHEMES = ("mysql",)
PORT = 3306

MODE = "ssl-mode"
VERIFYING = "VERIFY_IDENTITY"
MODES = ("DISABLED", "REQUIRED", VERIFYING)
CERTIFICATE = "ssl-ca"

# How long the answer to a statement that the server ended may be on its way, in milliseconds.
_LEEWAY = 500


def options_of(parameters: dict[str, str], connect_ms: int, statement_ms: int) -> dict[str, Any]:
    """Return what the driver takes."""
    # Locks are waited for whole seconds, one at least.
    lock = max(1, statement_ms // 1000)
    # Whole seconds are all that the driver knows; the server ends a statement before.
    patience = ceil((max(statement_ms, lock * 1000) + _LEEWAY) / 1000)
    return {
        "ssl_mode": parameters.get(MODE, "DISABLED"),
        "ssl": {"ca": parameters[CERTIFICATE]} if CERTIFICATE in parameters else None,
        "connect_timeout": ceil(connect_ms / 1000),
        "read_timeout": patience,
        "write_timeout": patience,
        # Each server takes the words of the other for a comment. Only SELECT has a limit on one of
        # them; what others wait for are locks: who was told that a write took too long must not
        # find it done.
        "init_command": (
            f"SET innodb_lock_wait_timeout = {lock}, lock_wait_timeout = {lock}"
            f" /*!80017 , max_execution_time = {statement_ms} */"
            f" /*M! , max_statement_time = {statement_ms / 1000} */"
        ),
    }
