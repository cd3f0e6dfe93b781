"""Django makes a database of its own beside the one that TEST_DATABASE_URL names."""

import os

import pytest


def pytest_configure() -> None:
    if not os.environ.get("TEST_DATABASE_URL"):
        raise pytest.UsageError(
            "Set TEST_DATABASE_URL to the URL of a database server, for a user who may create "
            "databases there.",
        )
