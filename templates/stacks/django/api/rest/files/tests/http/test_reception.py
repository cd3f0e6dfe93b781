import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any
from unittest.mock import Mock

import pytest
from django.db import connection, connections
from django.test import override_settings
from gunicorn.http.errors import NoMoreData

from common.middleware.refusal import REFUSAL
from common.server import reception
from common.server.reception import Reception
from common.server.types import Application


def _environ(body: bytes = b"", **more: Any) -> dict[str, Any]:
    return {
        "PATH_INFO": "/some",
        "gunicorn.socket": Mock(),
        "wsgi.input": BytesIO(body),
        **more,
    }


def _ask(server: Reception, environ: dict[str, Any]) -> bytes:
    """Ask on a thread of its own, as the server does."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: b"".join(server(environ, lambda *_: None))).result()


def _say(application: Application, **more: Any) -> bytes:
    return _ask(Reception(application), _environ(**more))


def _length_and_body(environ: dict[str, Any], _: Any) -> list[bytes]:
    return [environ["CONTENT_LENGTH"].encode(), b" ", environ["wsgi.input"].read()]


def _refusal(environ: dict[str, Any], _: Any) -> list[bytes]:
    return [environ.get(REFUSAL, "none").encode()]


def test_chunks_get_a_length() -> None:
    assert _say(_length_and_body, body=b"abc", HTTP_TRANSFER_ENCODING="chunked") == b"3 abc"


@override_settings(BODY_LIMIT_BYTES=2)
def test_no_more_of_them_is_read_than_it_takes_to_refuse_them() -> None:
    assert _say(_length_and_body, body=b"abcdef", HTTP_TRANSFER_ENCODING="chunked") == b"3 abc"


@override_settings(BODY_LIMIT_BYTES=2)
def test_a_length_over_the_limit_is_refused_before_anything_is_read() -> None:
    environ = _environ(b"abcdef", CONTENT_LENGTH="6")
    assert _ask(Reception(_length_and_body), environ) == b"6 abcdef"


def test_a_body_that_ends_too_early_reaches_nobody() -> None:
    with pytest.raises(NoMoreData):
        _say(_length_and_body, body=b"abc", CONTENT_LENGTH="4")


@override_settings(BODY_LIMIT_BYTES=2)
def test_what_is_left_unread_is_read_after_the_answer() -> None:
    environ = _environ(b"abcdef", CONTENT_LENGTH="6")
    stream = environ["wsgi.input"]
    assert _ask(Reception(_refusal), environ) == b"none"
    assert stream.read() == b""


@override_settings(BODY_LIMIT_BYTES=2)
def test_no_more_of_it_is_read_than_a_client_may_have_sent_by_mistake() -> None:
    environ = _environ(b"x" * 200_000, CONTENT_LENGTH="200000")
    stream = environ["wsgi.input"]
    assert _ask(Reception(_refusal), environ) == b"none"
    assert stream.read() != b""


@override_settings(BODY_LIMIT_BYTES=2)
def test_a_client_that_stops_writing_is_not_waited_for_once_it_has_the_answer() -> None:
    stalled = Mock(read=Mock(side_effect=TimeoutError))
    environ = {**_environ(CONTENT_LENGTH="6"), "wsgi.input": stalled}
    assert _ask(Reception(_refusal), environ) == b"none"
    environ["gunicorn.socket"].settimeout.assert_called_with(5)


@pytest.fixture
def stopping() -> Iterator[None]:
    reception.begin_stop()
    yield
    reception._is_stopping.clear()


@pytest.mark.parametrize("path", ["/some", "/livez"])
def test_while_the_process_stops_nothing_new_begins(stopping: None, path: str) -> None:
    assert _say(_refusal, PATH_INFO=path) == b"The server is stopping."


@override_settings(THREADS=2, REQUESTS_WAITING=0)
def test_beyond_those_that_may_wait_only_liveness_is_told() -> None:
    both = threading.Barrier(3, timeout=10)

    def meet(environ: dict[str, Any], start: Any) -> list[bytes]:
        if environ["PATH_INFO"] == "/slow":
            both.wait()
            both.wait()
        return _refusal(environ, start)

    server = Reception(meet)

    with ThreadPoolExecutor() as clients:
        slow = [clients.submit(_ask, server, _environ(PATH_INFO="/slow")) for _ in range(2)]
        both.wait()
        assert _ask(server, _environ()) == b"The server is busy."
        assert _ask(server, _environ(PATH_INFO="/livez")) == b"none"
        both.wait()
        assert [each.result() for each in slow] == [b"none", b"none"]
    assert _ask(server, _environ()) == b"none"


@override_settings(THREADS=1)
def test_requests_take_turns_with_the_connections_to_the_database() -> None:
    lent = []

    def remember(environ: dict[str, Any], start: Any) -> list[bytes]:
        lent.append(connections["default"])
        return _refusal(environ, start)

    server = Reception(remember)
    for _ in range(2):
        _ask(server, _environ())
    assert lent[0] is lent[1]


def test_what_needs_no_place_keeps_no_connection() -> None:
    opened = []

    def ask_the_database(environ: dict[str, Any], start: Any) -> list[bytes]:
        connection.ensure_connection()
        opened.append(connections["default"])
        return _refusal(environ, start)

    _say(ask_the_database, PATH_INFO="/livez")
    assert opened[0].connection is None
