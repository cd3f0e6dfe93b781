from collections.abc import Iterator
from shutil import rmtree

import pytest
from django.core.management import call_command
from pytest_django.plugin import DjangoDbBlocker

from tests.support.database_file import FILE


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A file of its own, as in production: in memory, other rules hold for several threads."""
    try:
        with django_db_blocker.unblock():
            call_command("migrate", verbosity=0)
        yield
    finally:
        rmtree(FILE.parent, ignore_errors=True)
