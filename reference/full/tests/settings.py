import os
import secrets
import tempfile
from pathlib import Path

for name in ["JWT_SECRET", "SECRET_KEY"]:
    os.environ[name] = secrets.token_urlsafe(48)
os.environ["DATABASE_URL"] = f"file:{Path(tempfile.mkdtemp()) / 'test.db'}"
os.environ["RATE_LIMIT_PER_MINUTE"] = "1000000"
os.environ["AUTH_RATE_LIMIT_PER_MINUTE"] = "1000000"

from config.settings import *  # noqa: F403
