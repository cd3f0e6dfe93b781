import re
import uuid
from typing import Any

from rest_framework import serializers

# Of any version (RFC 9562), or one of the two that have none.
_PATTERN = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
    r"|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff",
    re.IGNORECASE,
)


class UuidField(serializers.UUIDField):
    default_error_messages = {"invalid": "must be a UUID"}

    def to_internal_value(self, data: object) -> uuid.UUID:
        if not isinstance(data, str) or not _PATTERN.fullmatch(data):
            self.fail("invalid")
        return uuid.UUID(data)

    def describe(self) -> dict[str, Any]:
        return {"type": "string", "format": "uuid"}
