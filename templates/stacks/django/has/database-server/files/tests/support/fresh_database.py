import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from urllib.parse import urlsplit

import django
from django.db import connection

from tests.support import database_server


@contextmanager
def fresh_database() -> Iterator[str]:
    """Tell where an empty one is, for as long as it is there."""
    if not database_server.is_up():
        sys.exit(database_server.NOBODY)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    name = f"fresh_{secrets.token_hex(8)}"
    # Apart from tests: in their transactions no database is made.
    with closing(connection.copy()) as own, own.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
        try:
            yield urlsplit(database_server.url())._replace(path=f"/{name}").geturl()
        finally:
            cursor.execute(f"DROP DATABASE {name}")
