"""What PostgreSQL is told, and in which words."""

from typing import Any

EXAMPLE = "postgres://user:password@127.0.0.1:5432/database"
SCHEMES = ("postgres", "postgresql")
PORT = 5432

MODE = "sslmode"
VERIFYING = "verify-full"
MODES = ("disable", "require", VERIFYING)
CERTIFICATE = "sslrootcert"


def options_of(parameters: dict[str, str], connect_ms: int, statement_ms: int) -> dict[str, Any]:
    """Return what the driver takes."""
    return {
        "sslmode": "disable",
        **parameters,
        # Whole seconds, of which the driver takes two at least.
        "connect_timeout": max(2, round(connect_ms / 1000)),
        "options": f"-c statement_timeout={statement_ms}",
        "keepalives_idle": 60,
    }
