import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def fresh_database() -> Iterator[str]:
    """Tell where an empty one is, for as long as it is there."""
    with tempfile.TemporaryDirectory() as folder:
        yield f"file:{folder}/fresh.db"
