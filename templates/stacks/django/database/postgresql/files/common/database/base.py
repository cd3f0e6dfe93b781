"""PostgreSQL, as a server needs it; named by ENGINE."""

from collections.abc import Iterator
from typing import Any

import psycopg
from django.conf import settings
from django.db.backends.postgresql import base
from django.db.backends.postgresql.psycopg_any import IsolationLevel
from django.db.backends.postgresql.schema import DatabaseSchemaEditor

# By code point: other collations put letters of several languages into one order, and some take
# different texts for the same.
_BY_CODE_POINT = 'COLLATE "C"'

# How the names of keys end, by what makes them.
_KEYS = {"PRIMARY KEY": "_pk", "UNIQUE": "_uniq"}

# How long the answer to a statement that the server ended may be on its way, in seconds.
_LEEWAY = 0.5


class Connection(psycopg.Connection[Any]):
    """Waits so long for an answer, and no longer."""

    patience: float | None = settings.DATABASE_STATEMENT_TIMEOUT_MS / 1000 + _LEEWAY

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        try:
            return super().wait(gen, interval, timeout=timeout or self.patience)
        except psycopg.Error as error:
            # Errors end in logs, where no value may: `Failing row contains (…)`.
            error.args = (str(error).partition("\nDETAIL:")[0],)
            # One that did not answer may still do so, when somebody else asks.
            if isinstance(error, psycopg.OperationalError) and error.sqlstate is None:
                self.close()
            raise


class SchemaEditor(DatabaseSchemaEditor):
    def __enter__(self) -> "SchemaEditor":
        super().__enter__()
        # A migration takes as long as it takes.
        if not self.collect_sql:
            self.connection.connection.patience = None
            self.execute("SET statement_timeout = 0")
        return self

    def _iter_column_sql(
        self,
        column_db_type: str,
        params: list[Any],
        model: Any,
        field: Any,
        *rest: Any,
    ) -> Iterator[str]:
        """Name the keys of columns: as PostgreSQL names them, another table could be called."""
        # What its types leave out.
        editor: Any = super()
        for part in editor._iter_column_sql(column_db_type, params, model, field, *rest):
            if part in _KEYS:
                name = editor._create_index_name(model._meta.db_table, [field.column], _KEYS[part])
                yield f"CONSTRAINT {self.quote_name(name)} {part}"
            else:
                yield part

    def _create_like_index_sql(self, model: Any, field: Any) -> None:
        """For collations that cannot find a text by its beginning: ours can."""


class DatabaseWrapper(base.DatabaseWrapper):
    SchemaEditorClass = SchemaEditor
    data_types = {
        **base.DatabaseWrapper.data_types,
        "CharField": f"varchar(%(max_length)s) {_BY_CODE_POINT}",
        "TextField": f"text {_BY_CODE_POINT}",
    }

    def get_new_connection(self, conn_params: dict[str, Any]) -> Connection:
        self.isolation_level = IsolationLevel.READ_COMMITTED
        return Connection.connect(**conn_params)
