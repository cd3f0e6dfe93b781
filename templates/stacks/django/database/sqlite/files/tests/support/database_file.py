"""The database of tests, gone with the process."""

from pathlib import Path
from tempfile import TemporaryDirectory

_folder = TemporaryDirectory()

FILE = Path(_folder.name) / "test.db"

# So that `makemigrations` can look into it.
FILE.touch()
