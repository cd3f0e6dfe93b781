import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any

import pytest
from django.db import connection, connections, transaction

from common.database.pool import ConnectionPool


@pytest.fixture
def pool() -> Iterator[ConnectionPool]:
    pool = ConnectionPool(1)
    yield pool
    pool.close()


def _begin(work: Callable[[], Any]) -> SimpleQueue[Any]:
    """Work on a thread of its own; what comes of it is put into a queue."""
    results: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=lambda: results.put(work()), daemon=True).start()
    return results


def _on_a_thread(work: Callable[[], Any]) -> Any:
    return _begin(work).get(timeout=10)


def _borrow(pool: ConnectionPool) -> Any:
    with pool.lent():
        connection.ensure_connection()
        return connections["default"]


def test_a_thread_uses_the_connection_of_the_one_before(pool: ConnectionPool) -> None:
    first = _on_a_thread(lambda: _borrow(pool))
    assert first.connection is not None
    assert _on_a_thread(lambda: _borrow(pool)) is first


def test_a_thread_does_not_keep_what_it_was_lent(pool: ConnectionPool) -> None:
    lent, own = _on_a_thread(lambda: (_borrow(pool), connections["default"]))
    assert lent is not own


def test_whoever_comes_while_all_are_lent_waits(pool: ConnectionPool) -> None:
    def keep_waiting() -> Any:
        with pool.lent():
            waiting = _begin(lambda: _borrow(pool))
            with pytest.raises(Empty):
                waiting.get(timeout=0.2)
        return waiting.get(timeout=10)

    assert _on_a_thread(keep_waiting).connection is not None


def test_what_was_lent_comes_back_whatever_happens(pool: ConnectionPool) -> None:
    def fail() -> None:
        with suppress(KeyError), pool.lent():
            del connections["default"]
            raise KeyError

    _on_a_thread(fail)
    assert _on_a_thread(lambda: _borrow(pool)).connection is not None


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_is_left_open_is_nobody_elses(pool: ConnectionPool) -> None:
    def leave_open() -> Any:
        with pool.lent():
            transaction.atomic().__enter__()
            return connections["default"]

    left = _on_a_thread(leave_open)
    assert _on_a_thread(lambda: _borrow(pool)) is not left
    left.connection.close()


def test_all_are_closed_at_the_end(pool: ConnectionPool) -> None:
    lent = _on_a_thread(lambda: _borrow(pool))
    pool.close()
    assert lent.connection is None
