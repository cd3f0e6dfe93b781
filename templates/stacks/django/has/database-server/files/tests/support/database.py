"""Django makes a database of its own on the server of `tests.support.database_server`."""

import pytest

from tests.support import database_server


def pytest_configure() -> None:
    if not database_server.is_up():
        raise pytest.UsageError(database_server.NOBODY)
