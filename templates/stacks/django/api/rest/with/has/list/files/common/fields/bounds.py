from __future__ import annotations

from typing import Any

from django.core.validators import BaseValidator
from rest_framework import serializers


def described(schema: dict[str, Any], least: object, most: object) -> dict[str, Any]:
    """Return the schema of a string with its bounds in words: JSON Schema has none for them."""
    words = [
        f"at least {least}" if least is not None else "",
        f"at most {most}" if most is not None else "",
    ]
    description = ", ".join(filter(None, words))
    return {**schema, "description": description} if description else schema


def bounds_of(field: serializers.Field[Any, Any, Any, Any]) -> tuple[str | None, str | None]:
    """Return the least and the most that the validators of a field let pass, as they are shown."""
    limits = {
        validator.code: validator.limit_value
        for validator in field.validators
        if isinstance(validator, BaseValidator)
    }
    least, most = limits.get("min_value"), limits.get("max_value")
    show = field.to_representation
    return (
        None if least is None else show(least),
        None if most is None else show(most),
    )
