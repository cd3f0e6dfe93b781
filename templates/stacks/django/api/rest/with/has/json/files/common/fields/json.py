import json
from math import isfinite
from typing import Any

from rest_framework import serializers

from common.fields.unicode import is_well_formed

_MOST_CHARACTERS = 10_000
_MOST_LEVELS = 30

# Beyond it a double does not tell whole numbers apart.
_LARGEST_EXACT = 2**53


class JsonField(serializers.JSONField):
    """An object or an array; its keys come out in one order: not every database keeps theirs."""

    default_error_messages = {
        "invalid": "must be an object or an array",
        "storable": (
            f"must hold finite numbers and Unicode without NUL, at most {_MOST_LEVELS} levels deep"
        ),
        "long": f"must have at most {_MOST_CHARACTERS} characters as JSON",
    }

    def to_internal_value(self, data: object) -> Any:
        if not isinstance(data, dict | list):
            self.fail("invalid")
        instance = getattr(self.parent, "instance", None)
        if instance is not None:
            data = merged(getattr(instance, str(self.source)), data)
        try:
            value = _storable(data, _MOST_LEVELS)
        except ValueError:
            self.fail("storable")
        if len(text_of(value)) > _MOST_CHARACTERS:
            self.fail("long")
        return value

    def to_representation(self, value: Any) -> Any:
        return _canonical(value)

    def is_same(self, old: Any, new: Any) -> bool:
        # To Python, `true` equals 1.
        return text_of(_canonical(old)) == text_of(_canonical(new))

    def describe(self) -> dict[str, Any]:
        return {"type": ["object", "array"]}


def text_of(value: Any) -> str:
    """Return the text in which values that mean the same are the same."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def merged(target: Any, patch: Any) -> Any:
    """Return what a JSON Merge Patch (RFC 7396) makes of a value."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result


def _storable(value: Any, levels: int) -> Any:
    """Return the value as every database keeps it, or raise an error."""
    match value:
        case str():
            if "\0" in value or not is_well_formed(value):
                raise ValueError
            return value
        case bool() | None:
            return value
        case int() | float():
            return _number(value)
    if levels == 0:
        raise ValueError
    if isinstance(value, list):
        return [_storable(item, levels - 1) for item in value]
    return {_storable(key, 0): _storable(item, levels - 1) for key, item in value.items()}


def _number(value: int | float) -> int | float:
    """Return a number as JavaScript knows it: whole ones have no fraction, and zero no sign."""
    try:
        number = float(value)
    except OverflowError as error:
        raise ValueError from error
    if not isfinite(number):
        raise ValueError
    return int(number) if number.is_integer() and abs(number) <= _LARGEST_EXACT else number


def _canonical(value: Any) -> Any:
    """Return a value as it is shown, whichever database it comes from."""
    match value:
        case dict():
            return {key: _canonical(value[key]) for key in sorted(value)}
        case list():
            return [_canonical(item) for item in value]
        case bool():
            return value
        case int() | float():
            return _number(value)
    return value
