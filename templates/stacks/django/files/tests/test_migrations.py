import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader


def test_every_app_has_one_last_migration() -> None:
    loader = MigrationLoader(connection)
    assert loader.detect_conflicts() == {}


@pytest.mark.django_db(transaction=True)
def test_every_migration_can_be_taken_back() -> None:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True)
    # As they ran, the last one first: by apps, those of merged branches would be mixed up.
    executor.migrate([], [(migration, True) for migration, _ in reversed(plan)])
    assert set(connection.introspection.table_names()) <= {"django_migrations"}
    call_command("migrate", verbosity=0)
