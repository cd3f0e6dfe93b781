import binascii
import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from common.problems import Problem

Position = list[Any]
"""The sort values of the last row of a page, and its id, as JSON has them."""


def write_cursor(scope: str, position: Position) -> str:
    """Return a cursor for one order and filter, which the scope names."""
    text = json.dumps([_digest(scope, position), *position])
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(cursor: str, scope: str) -> Position:
    """Return the position in a cursor that was written for this scope, else raise a problem."""
    content = _parse(cursor)
    if isinstance(content, list) and content:
        digest, *position = content
        # The digest is no secret: whoever reads the position has to look at it all the same.
        if digest == _digest(scope, position):
            return position
    raise wrong_cursor()


def wrong_cursor() -> Problem:
    detail = "The cursor does not belong to this list, order and filter."
    return Problem("malformed", detail)


def _digest(scope: str, position: Position) -> str:
    text = json.dumps([scope, position])
    return urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode()[:16]


def _parse(cursor: str) -> Any:
    try:
        text = urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4))
        return json.loads(text)
    except (binascii.Error, RecursionError, ValueError):
        return None
