import pytest
from django.db import IntegrityError, connection, transaction


def test_errors_hold_no_values() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE values_of_nobody (a text UNIQUE)")
        insertion = "INSERT INTO values_of_nobody VALUES ('secret'), ('secret')"
        with pytest.raises(IntegrityError) as caught, transaction.atomic():
            cursor.execute(insertion)
    assert "secret" not in str(caught.value)
