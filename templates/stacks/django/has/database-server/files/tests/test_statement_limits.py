import time
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import DatabaseError, connection

from common.database import url
from common.database.base import DatabaseWrapper
from common.database.failures import is_outage
from tests.support.statements import ENDLESS, RUNNING, SLOW


@pytest.fixture
def limited() -> Iterator[DatabaseWrapper]:
    """Whose statements may take 200 milliseconds."""
    given = url.settings_of(settings.DATABASE, 5000, 200)
    wrapper = DatabaseWrapper({**connection.settings_dict, "OPTIONS": given["OPTIONS"]})
    yield wrapper
    wrapper.close()


def _ask(wrapper: DatabaseWrapper, sql: str, *values: str) -> list[tuple[object, ...]]:
    with wrapper.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def test_the_server_ends_a_statement_that_takes_too_long(limited: DatabaseWrapper) -> None:
    began = time.monotonic()
    with pytest.raises(DatabaseError) as caught:
        _ask(limited, ENDLESS)
    assert is_outage(caught.value)
    assert time.monotonic() - began < 10
    assert _ask(limited, RUNNING, ENDLESS) == [(0,)]


def test_a_migration_takes_as_long_as_it_takes(limited: DatabaseWrapper) -> None:
    limited.ensure_connection()
    began = time.monotonic()
    with limited.schema_editor() as editor:
        editor.execute(SLOW)
    assert time.monotonic() - began >= 1
