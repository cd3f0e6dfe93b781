"""MySQL and MariaDB, as a server needs them; named by ENGINE."""

from typing import Any

from django.db.backends.mysql import base
from django.utils.functional import cached_property

# By code point, trailing white space included: each of the two servers reads the name of its own
# collation, and takes the other for a comment.
_BY_CODE_POINT = "COLLATE /*!80017 utf8mb4_0900_bin */ /*M! utf8mb4_nopad_bin */"
_ASCII = "CHARACTER SET ascii COLLATE ascii_bin"

# The longest text, in characters of four bytes, that an index can hold.
_LONGEST_KEY = 768


def _varchar(data: Any) -> str:
    length = data["max_length"]
    # URLs are longer, and have no other characters.
    kind = _BY_CODE_POINT if length <= _LONGEST_KEY else _ASCII
    return f"varchar({length}) {kind}"


class DatabaseWrapper(base.DatabaseWrapper):
    @cached_property
    def data_types(self) -> dict[str, Any]:  # type: ignore[override] # As in Django's own.
        return {
            **super().data_types,
            "CharField": _varchar,
            "TextField": f"longtext {_BY_CODE_POINT}",
        }
