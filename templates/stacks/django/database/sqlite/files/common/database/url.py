import os
import re
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any


def database(value: str) -> Path:
    """Return the file that a DATABASE_URL names."""
    if not re.fullmatch("file:.+", value):
        raise ValueError("must be file: and a path, such as file:./data/app.db")
    path = Path(value.removeprefix("file:")).absolute()
    # Nearest first: what is missing is made by migrations.
    folder = next(parent for parent in path.parents if os.path.exists(parent))
    try:
        # Where a file may be, and those that SQLite has beside it: only trying tells of all that is
        # in the way. It has no name, and is gone at once.
        TemporaryFile(dir=folder).close()
    except OSError as error:
        raise ValueError(f"names a file that cannot be had: {error.strerror}") from error
    if os.path.exists(path) and not (path.is_file() and os.access(path, os.R_OK | os.W_OK)):
        raise ValueError("names what is no file to read and write")
    return path


def settings_of(path: Path) -> dict[str, Any]:
    """Return Django's settings."""
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
