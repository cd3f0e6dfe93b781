"""
Takes a chain of projects on stdin, each of which has the migrations of those before it, and runs them
over rows that are put in between; prints what was there after each of them.

Each project is loaded in a process of its own, forked from one that has loaded Django.
"""

import json
import os
import secrets
import sys
import traceback
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import django
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

Rows = dict[str, list[dict[str, Any]]]
Schema = dict[str, list[str]]


def apart(work: Callable[..., Any], *arguments: Any) -> Any:
    """Return what `work` returns, JSON, in a process of its own; ends this one where that fails."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with os.fdopen(writing, "w") as out:
                json.dump(work(*arguments), out)
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as answers:
        text = answers.read()
    if os.waitpid(child, 0)[1] != 0:
        sys.exit(1)
    return json.loads(text)


def enter(project: str, url: str) -> None:
    os.chdir(project)
    sys.path.insert(0, project)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": url,
        "SECRET_KEY": secrets.token_urlsafe(48),
        "JWT_SECRET": secrets.token_urlsafe(48),
        "LOG_LEVEL": "silent",
    }
    django.setup()


def migrate() -> None:
    """Bring branches together, as their team would, and the database up to what there is."""
    if MigrationLoader(None).detect_conflicts():
        call_command("makemigrations", merge=True, interactive=False, verbosity=0)
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=3, stdout=sys.stderr)
    call_command("migrate", verbosity=0)


def models_by_table() -> dict[str, type[models.Model]]:
    return {model._meta.db_table: model for model in apps.get_models()}


def on_wire(field: "models.Field[Any, Any]", value: Any) -> Any:
    match value:
        case datetime():
            return {"date": value.isoformat(timespec="milliseconds").replace("+00:00", "Z")}
        case UUID() | Decimal() | date():
            return str(value)
        case int() if isinstance(field, models.BigIntegerField):
            return {"bigint": str(value)}
        case _:
            return value


def off_wire(field: "models.Field[Any, Any]", value: Any) -> Any:
    match value:
        case {"date": text} | {"bigint": text}:
            return field.to_python(text)
        case _:
            return field.to_python(value)


def rows_of(tables: list[str]) -> Rows:
    known = models_by_table()
    return {
        table: [
            {field.column: on_wire(field, getattr(row, field.attname)) for field in row._meta.fields}
            for row in known[table]._default_manager.order_by("id")
        ]
        for table in tables
    }


def insert(table: str, cells: dict[str, Any]) -> None:
    model = models_by_table()[table]
    fields = {field.column: field for field in model._meta.fields}
    values = {fields[name].attname: off_wire(fields[name], cell) for name, cell in cells.items()}
    model._default_manager.create(**values)


def fill(table: str, column: str, value: Any) -> None:
    rows = models_by_table()[table]._default_manager
    rows.filter(**{f"{column}__isnull": True}).update(**{column: value})


def column_line(column: Any) -> str:
    # MySQL says how long the longest value is.
    return json.dumps(["column", *column._replace(display_size=None)], default=str)


def constraint_lines(name: str, constraint: Any) -> list[str]:
    """What holds, however it is called: MySQL may keep a key and its index under one name."""
    columns = constraint["columns"]
    found = []
    if constraint["foreign_key"]:
        found.append(["key", columns, constraint["foreign_key"]])
    if constraint["check"]:
        found.append(["check", columns])
    if constraint["index"] or constraint["unique"] or constraint["primary_key"]:
        kinds = [constraint["unique"], constraint["primary_key"]]
        found.append(["index", name, columns, *kinds, constraint.get("orders")])
    return [json.dumps(line) for line in found]


def schema() -> Schema:
    """Return what Django finds in the database; only indexes of models have names that count."""
    found: Schema = {}
    named = {index.name for model in apps.get_models() for index in model._meta.indexes}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table == "django_migrations":
                continue
            columns = connection.introspection.get_table_description(cursor, table)
            constraints = connection.introspection.get_constraints(cursor, table)
            lines = [column_line(column) for column in columns]
            for name, constraint in constraints.items():
                lines += constraint_lines(name if name in named else "", constraint)
            found[table] = sorted(lines)
    return dict(sorted(found.items()))


def walk(project: str, url: str, step: dict[str, Any]) -> dict[str, Any]:
    enter(project, url)
    call_command("check", stdout=sys.stderr)
    migrate()
    rows = rows_of(step["tables"])
    for table, cells in step["inserts"]:
        insert(table, cells)
    for table, column, value in step["filled"]:
        fill(table, column, value)
    return {"rows": rows, "after": rows_of(step["tables"]), "schema": schema()}


def new(project: str, url: str) -> Schema:
    enter(project, url)
    migrate()
    return schema()


def back_and_forth(project: str, url: str) -> dict[str, Schema]:
    """Take everything back, where there are no rows, and do it again."""
    enter(project, url)
    migrate()
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True)
    executor.migrate([], [(migration, True) for migration, _ in reversed(plan)])
    nothing = schema()
    migrate()
    return {"nothing": nothing, "again": schema()}


def main(told: dict[str, Any]) -> dict[str, Any]:
    steps = [
        {
            **apart(walk, step["project"], told["url"], step),
            "fresh": apart(new, step["fresh"], step["freshUrl"]),
        }
        for step in told["steps"]
    ]
    last = told["steps"][-1]["project"]
    return {"steps": steps, **apart(back_and_forth, last, told["emptyUrl"])}


print(json.dumps(main(json.load(sys.stdin))))
