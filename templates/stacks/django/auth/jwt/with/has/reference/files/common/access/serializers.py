from __future__ import annotations

from typing import Any, cast

from django.db.models import QuerySet

from common.access.caller import caller_of
from common.access.grants import reading
from common.access.rows import granted
from common.fields.reference import ReferenceField
from common.serializers import RowSerializer


class ReadableReferenceField(ReferenceField):
    """The id of a row that exists, as far as the caller can tell."""

    def get_queryset(self) -> QuerySet[Any]:
        model = cast("Any", self).queryset.model
        return granted(model, caller_of(self.context["request"]), reading(model))


class GuardedSerializer(RowSerializer):
    serializer_related_field = ReadableReferenceField
