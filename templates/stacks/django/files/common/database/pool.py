from collections.abc import Iterator
from contextlib import contextmanager
from queue import LifoQueue

from django.db import connections


class ConnectionPool:
    """Lends connections to threads: in Django, each of them would have its own to keep."""

    def __init__(self, size: int) -> None:
        self._lots = [
            {alias: connections.create_connection(alias) for alias in connections}
            for _ in range(size)
        ]
        # Last in, first out: those that are never needed are never opened.
        self._free: LifoQueue[int] = LifoQueue()
        for number, lot in enumerate(self._lots):
            for connection in lot.values():
                connection.inc_thread_sharing()
            self._free.put(number)

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Let this thread have one of each database, as soon as one is free."""
        number = self._free.get()
        for alias, connection in self._lots[number].items():
            connections[alias] = connection
        try:
            yield
        finally:
            for alias in connections:
                del connections[alias]
            self._free.put(number)

    def close(self) -> None:
        for lot in self._lots:
            for connection in lot.values():
                connection.close()
