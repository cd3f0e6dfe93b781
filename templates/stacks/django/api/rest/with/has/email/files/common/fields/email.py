import re
from typing import Any

from rest_framework import serializers

_PATTERN = re.compile(
    r"(?!\.)(?!.*\.\.)[a-z0-9_'+\-.]*[a-z0-9_+-]@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}",
    re.IGNORECASE | re.ASCII,
)


class EmailField(serializers.CharField):
    """Lower-cased, so that one mailbox cannot be registered in two spellings."""

    default_error_messages = {
        "invalid": "must be an e-mail address of at most {max_length} characters",
        "blank": "must not be empty",
    }

    def __init__(self, *, max_length: int, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)
        self.most = max_length

    def to_internal_value(self, data: object) -> str:
        if not isinstance(data, str) or len(data) > self.most or not _PATTERN.fullmatch(data):
            self.fail("invalid", max_length=self.most)
        return data.lower()

    def to_representation(self, value: str) -> str:
        return value

    def describe(self) -> dict[str, Any]:
        return {"type": "string", "format": "email", "maxLength": self.most}
