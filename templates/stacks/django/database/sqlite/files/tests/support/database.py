import pytest
from django.core.management import call_command
from pytest_django.plugin import DjangoDbBlocker


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> None:
    """A file of its own, as in production: in memory, other rules hold for several threads."""
    with django_db_blocker.unblock():
        call_command("migrate", verbosity=0)
