import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def fresh_database() -> Iterator[str]:
    """Tell where an empty one is, for as long as it is there; at the end nobody has it open."""
    with tempfile.TemporaryDirectory() as folder:
        yield f"file:{folder}/fresh.db"
        assert {path.name for path in Path(folder).iterdir()} <= {"fresh.db"}
