"""Which field of a serializer stands for which field of a model."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from rest_framework import serializers

from common.fields.bigint import BigIntegerField
from common.fields.boolean import BooleanField
from common.fields.choice import ChoiceField
from common.fields.date import DateField
from common.fields.datetime import DateTimeField
from common.fields.decimal import DecimalField
from common.fields.email import EmailField
from common.fields.float import FloatField
from common.fields.integer import IntegerField
from common.fields.json import JsonField
from common.fields.reference import ReferenceField
from common.fields.text import TextField
from common.fields.url import UrlField
from common.fields.uuid import UuidField

AnyField = serializers.Field[Any, Any, Any, Any]


class FieldMapping:
    serializer_choice_field: ClassVar[type[Any]] = ChoiceField
    serializer_related_field: ClassVar[type[Any]] = ReferenceField
    serializer_field_mapping: ClassVar[dict[type[models.Field[Any, Any]], type[AnyField]]] = {
        models.BigIntegerField: BigIntegerField,
        models.BooleanField: BooleanField,
        models.CharField: TextField,
        models.DateField: DateField,
        models.DateTimeField: DateTimeField,
        models.DecimalField: DecimalField,
        models.EmailField: EmailField,
        models.FloatField: FloatField,
        models.IntegerField: IntegerField,
        models.JSONField: JsonField,
        models.TextField: TextField,
        models.URLField: UrlField,
        models.UUIDField: UuidField,
    }
