import re
from pathlib import Path
from typing import Any


def database(value: str) -> Path:
    """Return the file that a DATABASE_URL names."""
    if not re.fullmatch("file:.+", value):
        raise ValueError("must be file: and a path, such as file:./data/app.db")
    return Path(value.removeprefix("file:")).absolute()


def settings_of(path: Path) -> dict[str, Any]:
    """Return Django's settings; makes the file, since connections do not: see `base`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    return {
        "ENGINE": "common.database",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            # How long to wait for another writer, in seconds.
            "timeout": 5,
            # A deferred transaction that reads before it writes fails when another one wrote.
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL",
        },
    }
