"""Where the database of tests is, once it has been migrated."""

import secrets
import tempfile
import warnings
from pathlib import Path

FILE = Path(tempfile.gettempdir()) / f"test-{secrets.token_hex(8)}" / "test.db"

# Until then, it has no history to check.
warnings.filterwarnings("ignore", "Got an error checking a consistent migration history")
