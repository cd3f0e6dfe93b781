"""The operations of a resource: their names and sentences follow from its model."""

import re
from typing import Any

from rest_framework.serializers import Serializer

from common.listing import names_of
from common.openapi.operation import Named, Operation, Schema
from common.openapi.schemas import (
    describe,
    input_schema,
    output_schema,
    page_schema,
    patch_schema,
)

ROW_ACTIONS = frozenset({"list", "create", "retrieve", "partial_update", "destroy"})


def describe_rows(view: Any, action: str) -> Operation:
    """Describe one of `ROW_ACTIONS`."""
    model = view.model
    one = model.__name__
    many = "".join(word.capitalize() for word in model._meta.db_table.split("_"))
    serializer: Serializer[Any] = view.get_serializer_class()()
    output = output_schema(one, serializer)
    a_row = f"{'an' if one[0] in 'AEIOU' else 'a'} {_words(one)}"
    match action:
        case "list":
            return Operation(
                id=f"list{many}",
                summary=f"Lists {_words(many)}, page by page",
                output=Named(f"{one}Page", page_schema(output)),
                query=_query(view, serializer),
            )
        case "create":
            return Operation(
                id=f"create{one}",
                summary=f"Creates {a_row}",
                status=201,
                input=input_schema(f"{one}Input", serializer),
                output=output,
                response_headers=["ETag", "Location"],
                problems=[409],
            )
        case "retrieve":
            return Operation(
                id=f"get{one}",
                summary=f"Returns {a_row}",
                output=output,
                others=[304],
                request_headers=["If-None-Match"],
                response_headers=["ETag"],
            )
        case "partial_update":
            return Operation(
                id=f"update{one}",
                summary=f"Changes {a_row} (JSON Merge Patch)",
                input=patch_schema(f"{one}Patch", serializer),
                output=output,
                request_headers=["If-Match"],
                response_headers=["ETag"],
                problems=[409, 412],
            )
    return Operation(
        id=f"delete{one}",
        summary=f"Deletes {a_row}",
        status=204,
        request_headers=["If-Match"],
        problems=[409, 412],
    )


def _words(name: str) -> str:
    return re.sub("(?<!^)([A-Z])", r" \1", name).lower()


def _query(view: Any, serializer: Serializer[Any]) -> dict[str, Schema]:
    filters = names_of(view.filterset_fields, serializer)
    return {
        "limit": {"type": "integer", "minimum": 1, "maximum": 100, "default": 20},
        "cursor": {"type": "string"},
        "sort": {"type": "string", "default": "-createdAt"},
        **{name: describe(serializer.fields[name]) for name in filters},
    }
