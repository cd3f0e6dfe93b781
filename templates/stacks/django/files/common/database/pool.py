import atexit
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import LifoQueue

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

# A connection to each database, by its alias.
Lot = dict[str, BaseDatabaseWrapper]


class ConnectionPool:
    """Lends connections to threads: in Django, each of them would have its own to keep."""

    def __init__(self, size: int) -> None:
        # Last in, first out: those that are never needed are never opened.
        self._free: LifoQueue[Lot] = LifoQueue()
        for _ in range(size):
            self._free.put(_new_lot())
        atexit.register(self.close)

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Let this thread have a connection to each database, as soon as they are free."""
        lot = self._free.get()
        try:
            for alias, connection in lot.items():
                connections[alias] = connection
            yield
        finally:
            for alias in lot:
                with suppress(AttributeError):
                    del connections[alias]
            is_left_open = any(connection.in_atomic_block for connection in lot.values())
            # Nobody can end the transaction of another request.
            self._free.put(_new_lot() if is_left_open else lot)

    def close(self) -> None:
        """Close what is free: all of it, once the threads have ended."""
        while not self._free.empty():
            for connection in self._free.get().values():
                connection.close()


def _new_lot() -> Lot:
    lot = {alias: connections.create_connection(alias) for alias in connections}
    for connection in lot.values():
        # One thread after the other.
        connection.inc_thread_sharing()
    return lot
