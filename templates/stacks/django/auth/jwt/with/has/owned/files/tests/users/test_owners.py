from django.apps import apps
from django.db import connection

from common.access.models import OwnedRow


def test_one_index_of_each_table_begins_with_the_owner() -> None:
    tables = [model._meta.db_table for model in apps.get_models() if issubclass(model, OwnedRow)]
    assert tables
    with connection.cursor() as cursor:
        for table in tables:
            constraints = connection.introspection.get_constraints(cursor, table)
            indexes = [one["columns"] for one in constraints.values() if one["index"]]
            beginning = [columns for columns in indexes if columns[0] == "owner_id"]
            assert beginning == [["owner_id", "created_at", "id"]]
