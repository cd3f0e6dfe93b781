from __future__ import annotations

import copy
import operator
from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from django.core.validators import MinLengthValidator
from django.db import models
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.utils.model_meta import RelationInfo
from rest_framework.validators import UniqueValidator

from common import clock
from common.fields.mapping import AnyField, FieldMapping
from common.models import Row
from common.naming import camel

_MESSAGES = {"required": "is required", "null": "must not be null"}


class StrictSerializer(serializers.Serializer[Any]):
    """Refuses fields that it does not know, and names every fault at once."""

    default_error_messages = {"invalid": "must be an object"}

    def get_fields(self) -> dict[str, AnyField]:
        fields = {}
        for name, field in super().get_fields().items():
            shown = camel(self.column_of(name))
            if shown != name:
                field.source = name
            field.error_messages |= _MESSAGES
            fields[shown] = field
        return fields

    def column_of(self, name: str) -> str:
        """Return the name of which that in JSON is made."""
        return name

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        errors: dict[Any, Any] = {}
        values: dict[str, Any] = {}
        try:
            values = super().to_internal_value(data)
        except ValidationError as error:
            errors |= cast("dict[Any, Any]", error.detail)
        if isinstance(data, Mapping):
            known = {field.field_name for field in self._writable_fields}
            errors |= {name: ["is not known"] for name in data if name not in known}
        if errors:
            raise ValidationError(errors)
        return values


class ModelSerializer(serializers.ModelSerializer[Any]):
    """Asks the model for its fields once, and copies them, as it does those that it declares."""

    def get_fields(self) -> dict[str, AnyField]:
        return copy.deepcopy(_fields_of(type(self)))


@cache
def _fields_of(serializer_class: type[ModelSerializer]) -> dict[str, AnyField]:
    return super(ModelSerializer, serializer_class()).get_fields()


class RowSerializer(FieldMapping, StrictSerializer, ModelSerializer):
    """In JSON, a field has the name of its column."""

    def column_of(self, name: str) -> str:
        model: Any = self.Meta.model
        column: str = model._meta.get_field(name).column
        return column

    def build_standard_field(
        self,
        field_name: str,
        model_field: models.Field[Any, Any],
    ) -> tuple[type[AnyField], dict[str, Any]]:
        field_class, kwargs = super().build_standard_field(field_name, model_field)
        # What may be null may not be empty instead.
        kwargs.pop("allow_blank", None)
        validators = kwargs.pop("validators", [])
        for validator in validators:
            if isinstance(validator, MinLengthValidator):
                kwargs["min_length"] = validator.limit_value
        kwargs["validators"] = [
            validator
            for validator in validators
            # The database knows best what is taken, and minima have an argument of their own.
            if not isinstance(validator, UniqueValidator | MinLengthValidator)
        ]
        return field_class, kwargs

    def build_relational_field(
        self,
        field_name: str,
        relation_info: RelationInfo,
    ) -> tuple[type[AnyField], dict[str, Any]]:
        field_class, kwargs = super().build_relational_field(field_name, relation_info)
        kwargs.pop("validators", None)
        return field_class, kwargs

    def create(self, validated_data: dict[str, Any]) -> Any:
        now = clock.now()
        return super().create({**validated_data, "created_at": now, "updated_at": now})

    def update(self, instance: Row, validated_data: dict[str, Any]) -> Row:
        """Write what the patch changes, if anything: then it is another version."""
        changed = [
            name
            for name, value in validated_data.items()
            if not self._is_same(name, getattr(instance, name), value)
        ]
        if not changed:
            return instance
        for name in changed:
            setattr(instance, name, validated_data[name])
        instance.version += 1
        instance.updated_at = clock.now()
        instance.save(update_fields=[*changed, "version", "updated_at"])
        return instance

    def _is_same(self, name: str, old: Any, new: Any) -> bool:
        field = next(field for field in self.fields.values() if field.source == name)
        compare = getattr(field, "is_same", operator.eq)
        return bool(compare(old, new))
