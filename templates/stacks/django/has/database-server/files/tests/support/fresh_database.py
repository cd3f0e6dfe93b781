import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import django
from django.db import connection


@contextmanager
def fresh_database() -> Iterator[str]:
    """Tell where an empty one is, for as long as it is there, beside that of TEST_DATABASE_URL."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    name = f"smoke_{secrets.token_hex(8)}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
        try:
            yield urlsplit(os.environ["TEST_DATABASE_URL"])._replace(path=f"/{name}").geturl()
        finally:
            cursor.execute(f"DROP DATABASE {name}")
