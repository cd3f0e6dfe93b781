from typing import Any

from django.db.models import Model
from rest_framework import serializers

from common.ids import parse_id


class ReferenceField(serializers.PrimaryKeyRelatedField[Model]):
    """The id of a row that exists."""

    default_error_messages = {"invalid": "must be a UUID", "does_not_exist": "does not exist"}

    def run_validation(self, data: Any = serializers.empty) -> Any:
        # What is empty is no null.
        if data == "":
            self.fail("invalid")
        return super().run_validation(data)

    def to_internal_value(self, data: object) -> Model:
        id_ = self.from_query(data)
        return super().to_internal_value(id_)

    def from_query(self, text: object) -> Any:
        id_ = parse_id(text)
        if id_ is None:
            self.fail("invalid")
        return id_

    def to_representation(self, value: Any) -> str:
        return str(value.pk)

    def describe(self) -> dict[str, Any]:
        return {"type": "string", "format": "uuid"}
