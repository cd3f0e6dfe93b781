"""MySQL and MariaDB, as a server needs them; named by ENGINE."""

from typing import Any

from django.db.backends.mysql import base
from django.db.backends.mysql.schema import DatabaseSchemaEditor
from django.utils.functional import cached_property

# By code point, trailing white space included: each of the two servers reads the name of its own
# collation, and takes the other for a comment.
_BY_CODE_POINT = "COLLATE /*!80017 utf8mb4_0900_bin */ /*M! utf8mb4_nopad_bin */"
_ASCII = "CHARACTER SET ascii COLLATE ascii_bin"

# The longest text, in characters of four bytes, that an index can hold.
_LONGEST_KEY = 768

# Of a connection without limits, whatever the server was set to.
_UNLIMITED = {
    "init_command": "SET /*!80017 max_execution_time = 0 */ /*M! max_statement_time = 0 */",
    "read_timeout": 0,
    "write_timeout": 0,
}


def _varchar(data: Any) -> str:
    length = data["max_length"]
    # URLs are longer, and have no other characters.
    kind = _BY_CODE_POINT if length <= _LONGEST_KEY else _ASCII
    return f"varchar({length}) {kind}"


class SchemaEditor(DatabaseSchemaEditor):
    connection: "DatabaseWrapper"

    def __enter__(self) -> "SchemaEditor":
        super().__enter__()
        # A migration takes as long as it takes.
        if not self.collect_sql:
            self.connection.lift_limits()
        return self


class DatabaseWrapper(base.DatabaseWrapper):
    SchemaEditorClass = SchemaEditor
    has_limits = True

    @cached_property
    def data_types(self) -> dict[str, Any]:  # type: ignore[override] # As in Django's own.
        return {
            **super().data_types,
            "CharField": _varchar,
            "TextField": f"longtext {_BY_CODE_POINT}",
        }

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        return params if self.has_limits else {**params, **_UNLIMITED}

    def lift_limits(self) -> None:
        """Connect anew, if need be: the driver keeps its limits for as long as it is connected."""
        if self.has_limits:
            self.has_limits = False
            self.close()
