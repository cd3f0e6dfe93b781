import ipaddress
import re
from typing import Any
from urllib.parse import unquote

from rest_framework import serializers

# A host must follow, in the characters of RFC 3986: others are to be percent-encoded, or punycode.
_ABSOLUTE = re.compile(
    r"https?://(?![/?#])(?:[A-Za-z0-9_\-.~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+",
    re.IGNORECASE | re.ASCII,
)
_AUTHORITY = re.compile(r"https?://(?:[^/?#]*@)?([^/?#]*)", re.IGNORECASE)
_HOST_AND_PORT = re.compile(r"(\[[^\]]*\]|[^:\[\]]+)(?::([0-9]*))?")
_NAME = re.compile(r"[\w\-.~!$&'()*+,;=]+", re.ASCII)
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+", re.IGNORECASE | re.ASCII)


class UrlField(serializers.CharField):
    """A web address, kept as it was written."""

    default_error_messages = {
        "invalid": "must be an absolute http or https URL of at most {max_length} characters",
        "blank": "must not be empty",
    }

    def __init__(self, *, max_length: int, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)
        self.most = max_length

    def to_internal_value(self, data: object) -> str:
        if (
            not isinstance(data, str)
            or len(data) > self.most
            or not _ABSOLUTE.fullmatch(data)
            or not _has_host(data)
        ):
            self.fail("invalid", max_length=self.most)
        return data

    def to_representation(self, value: str) -> str:
        return value

    def describe(self) -> dict[str, Any]:
        return {"type": "string", "format": "uri", "maxLength": self.most}


def _has_host(url: str) -> bool:
    """Tell whether browsers would find a host and a port in it (URL standard of the WHATWG)."""
    authority = _AUTHORITY.match(url)
    found = authority and _HOST_AND_PORT.fullmatch(authority[1])
    if not found or int(found[2] or 0) > 65_535:
        return False
    host = unquote(found[1])
    if host.startswith("["):
        return _is_ipv6(host[1:-1])
    if not _NAME.fullmatch(host):
        return False
    parts = host.removesuffix(".").split(".")
    # What ends in a number is an address, or nothing.
    return not _NUMBER.fullmatch(parts[-1]) or _is_ipv4(parts)


def _is_ipv6(host: str) -> bool:
    try:
        ipaddress.IPv6Address(host)
    except ValueError:
        return False
    return True


def _is_ipv4(parts: list[str]) -> bool:
    if len(parts) > 4 or not all(_NUMBER.fullmatch(part) for part in parts):
        return False
    try:
        *numbers, last = map(_number, parts)
    except ValueError:
        return False
    return all(number < 256 for number in numbers) and last < 256 ** (4 - len(numbers))


def _number(part: str) -> int:
    if part.lower().startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8 if part.startswith("0") else 10)
