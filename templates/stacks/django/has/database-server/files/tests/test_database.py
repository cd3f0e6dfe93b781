import socket
import time
from collections.abc import Iterator

import pytest
from django.db import DatabaseError, OperationalError, connection, models

from common.database.base import DatabaseWrapper
from common.database.failures import is_deadlock, is_outage


@pytest.fixture
def silent() -> Iterator[int]:
    """The port of a server that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def _at(port: int) -> DatabaseWrapper:
    place = {"HOST": "127.0.0.1", "PORT": port}
    options = {**connection.settings_dict["OPTIONS"], "connect_timeout": 1}
    return DatabaseWrapper({**connection.settings_dict, **place, "OPTIONS": options})


def test_a_server_that_says_nothing_is_not_waited_for(silent: int) -> None:
    began = time.monotonic()
    with pytest.raises(OperationalError) as caught:
        _at(silent).ensure_connection()
    assert is_outage(caught.value)
    assert not is_deadlock(caught.value)
    assert time.monotonic() - began < 10


def test_a_server_that_is_not_there_is_an_outage(silent: int) -> None:
    with pytest.raises(OperationalError) as caught:
        _at(1).ensure_connection()
    assert is_outage(caught.value)


def test_texts_are_told_apart_and_ordered_by_code_point() -> None:
    texts = ["A", "Z", "a", "a ", "é"]
    short, long = models.CharField(max_length=10), models.TextField()
    with connection.cursor() as cursor:
        for table, column in (
            ("short_texts", short.db_type(connection)),
            ("long_texts", long.db_type(connection)),
        ):
            cursor.execute(f"CREATE TEMPORARY TABLE {table} (a {column})")
            rows = [[text] for text in reversed(texts)]
            cursor.executemany(f"INSERT INTO {table} VALUES (%s)", rows)  # noqa: S608
            cursor.execute(f"SELECT DISTINCT a FROM {table} ORDER BY a")  # noqa: S608
            assert [text for (text,) in cursor.fetchall()] == texts


def test_what_the_driver_did_not_say_is_no_outage() -> None:
    assert not is_outage(DatabaseError("of our own"))
