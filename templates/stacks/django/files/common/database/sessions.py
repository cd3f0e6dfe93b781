"""Each thread keeps a connection of its own: who ends the process has to end them all."""

from typing import Any
from weakref import WeakSet

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.dispatch import receiver

_opened: WeakSet[BaseDatabaseWrapper] = WeakSet()


@receiver(connection_created)
def remember(connection: BaseDatabaseWrapper, **_: Any) -> None:
    _opened.add(connection)


def close_all() -> None:
    for wrapper in list(_opened):
        if wrapper.connection is not None:
            wrapper.connection.close()
