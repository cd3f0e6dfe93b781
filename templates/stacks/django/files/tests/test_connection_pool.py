from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, connections

from common.database.pool import ConnectionPool


def _on_a_thread(work: Callable[[], Any]) -> Any:
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work).result()


def _borrow(pool: ConnectionPool) -> Any:
    with pool.lent():
        connection.ensure_connection()
        return connections["default"]


def test_threads_use_the_connection_of_those_before_them() -> None:
    pool = ConnectionPool(2)
    first = _on_a_thread(lambda: _borrow(pool))
    assert first.connection is not None
    assert _on_a_thread(lambda: _borrow(pool)) is first
    pool.close()


def test_what_was_lent_is_given_back() -> None:
    pool = ConnectionPool(1)
    lent, own = _on_a_thread(lambda: (_borrow(pool), connections["default"]))
    assert lent is not own
    pool.close()


def test_whoever_comes_while_all_are_lent_waits() -> None:
    pool = ConnectionPool(1)
    with ThreadPoolExecutor(1) as other:

        def keep_waiting() -> Any:
            with pool.lent():
                waiting = other.submit(_borrow, pool)
                with pytest.raises(TimeoutError):
                    waiting.result(0.2)
            return waiting.result(10)

        assert _on_a_thread(keep_waiting).connection is not None
    pool.close()


def test_all_are_closed_at_the_end() -> None:
    pool = ConnectionPool(1)
    lent = _on_a_thread(lambda: _borrow(pool))
    assert lent.is_usable()
    pool.close()
    assert lent.connection is None
