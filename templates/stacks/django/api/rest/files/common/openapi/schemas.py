"""JSON Schemas of serializers: what goes in, what changes, what comes out."""

from __future__ import annotations

from typing import Any, cast

from django.db.models import NOT_PROVIDED
from rest_framework.serializers import Field, Serializer

from common.openapi.operation import Named, Schema

# Rows may be older than a bound.
_BOUNDS = frozenset({"description", "maximum", "minimum", "minLength"})


def input_schema(name: str, serializer: Serializer[Any]) -> Named:
    fields = _writable(serializer)
    required = [shown for shown, field in fields.items() if field.required]
    properties = {shown: _with_default(field) for shown, field in fields.items()}
    return Named(name, _object(properties, required))


def patch_schema(name: str, serializer: Serializer[Any]) -> Named:
    properties = {shown: _nullable(field) for shown, field in _writable(serializer).items()}
    return Named(name, _object(properties, []))


def output_schema(name: str, serializer: Serializer[Any]) -> Named:
    properties = {
        shown: _nullable(field, _unbounded(describe(field)))
        for shown, field in serializer.fields.items()
        if not field.write_only
    }
    return Named(name, _object(properties, list(properties)))


def page_schema(item: Named) -> Schema:
    properties = {
        "items": {"type": "array", "items": reference_to(item)},
        "nextCursor": {"type": ["string", "null"]},
    }
    return _object(properties, list(properties))


def reference_to(named: Named) -> Schema:
    return {"$ref": f"#/components/schemas/{named.name}"}


def describe(field: Field[Any, Any, Any, Any]) -> Schema:
    # All of ours have it.
    schema: Schema = cast("Any", field).describe()
    return schema


def _writable(serializer: Serializer[Any]) -> dict[str, Field[Any, Any, Any, Any]]:
    return {name: field for name, field in serializer.fields.items() if not field.read_only}


def _with_default(field: Field[Any, Any, Any, Any]) -> Schema:
    model = getattr(getattr(field.parent, "Meta", None), "model", None)
    default = model._meta.get_field(field.source).default if model else NOT_PROVIDED
    schema = _nullable(field)
    if default is NOT_PROVIDED:
        return schema
    return {**schema, "default": field.to_representation(default)}


def _nullable(field: Field[Any, Any, Any, Any], schema: Schema | None = None) -> Schema:
    described = schema or describe(field)
    return {"anyOf": [described, {"type": "null"}]} if field.allow_null else described


def _unbounded(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key not in _BOUNDS}


def _object(properties: Schema, required: list[str]) -> Schema:
    schema: Schema = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    return {**schema, "required": required} if required else schema
