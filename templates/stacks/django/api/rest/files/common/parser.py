import json
import re
from collections.abc import Iterable, Mapping
from typing import IO, Any, NoReturn

from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request

from common.problems import Problem

_MOST_LEVELS = 64

_JSON = re.compile(r"application/json\s*(?:;|$)", re.IGNORECASE)
_MERGE_PATCH = re.compile(r"application/merge-patch\+json\s*(?:;|$)", re.IGNORECASE)
_OTHER_CHARSET = re.compile(r';\s*charset\s*=\s*(?!"?utf-8"?\s*(?:;|$))', re.IGNORECASE)


class StrictJsonParser(BaseParser):
    """Refuses what `json` lets pass: equal keys, NaN, and nesting without end."""

    media_type = "*/*"

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        # Through `body`, which keeps to the limit.
        return parse_json(stream.body)  # type: ignore[attr-defined]


class Renderer(JSONRenderer):
    charset = "utf-8"


class JsonOnly(BaseContentNegotiation):
    """`Accept` is ignored, and `assert_json` has looked at `Content-Type`."""

    def select_parser(self, request: Request, parsers: Iterable[BaseParser]) -> BaseParser:
        return next(iter(parsers))

    def select_renderer(
        self,
        request: Request,
        renderers: Iterable[BaseRenderer],
        format_suffix: str | None = None,
    ) -> tuple[BaseRenderer, str]:
        renderer = next(iter(renderers))
        return renderer, renderer.media_type


def assert_json(request: Request) -> None:
    """Refuse a body that is not JSON in UTF-8; a merge patch (RFC 7396) is one for PATCH only."""
    type_ = request.META.get("CONTENT_TYPE", "")
    is_json = _JSON.match(type_) or (request.method == "PATCH" and _MERGE_PATCH.match(type_))
    is_encoded = request.META.get("HTTP_CONTENT_ENCODING", "identity").lower() != "identity"
    if not is_json or _OTHER_CHARSET.search(type_) or is_encoded:
        raise Problem("unsupported-media-type", "The body must be JSON in UTF-8, not encoded.")
    if request.META.get("CONTENT_LENGTH", "0") in ("", "0"):
        raise Problem("malformed", "The body is empty.")


def parse_json(body: bytes) -> Any:
    try:
        text = body.decode()
    except UnicodeDecodeError:
        raise Problem("malformed", "The body is not valid UTF-8.") from None
    if _depth_of(text) > _MOST_LEVELS:
        detail = f"The body is nested more than {_MOST_LEVELS} levels deep."
        raise Problem("malformed", detail)
    try:
        return _decoder.decode(text)
    except ValueError:
        raise Problem("malformed", "The body is not valid JSON.") from None


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise Problem("malformed", "A key occurs twice.")
    if "__proto__" in members:
        raise Problem("malformed", 'The key "__proto__" is not allowed.')
    return members


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _integer(digits: str) -> int | float:
    # As many digits as a double can have: more would take Python long to read.
    return int(digits) if len(digits) < 400 else float(digits)


_decoder = json.JSONDecoder(
    object_pairs_hook=_members,
    parse_constant=_refuse_constant,
    parse_int=_integer,
)

# A text that never ends is one token too: tried again from each of its quotes, it would take hours.
_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[{]|[\]}]', re.DOTALL)


def _depth_of(text: str) -> int:
    """Return how deep brackets are nested, before anything recurses into them."""
    if text.count("[") + text.count("{") <= _MOST_LEVELS:
        return 0
    depth = deepest = 0
    for token in _TOKENS.finditer(text):
        first = token[0][0]
        if first in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif first != '"':
            depth -= 1
    return deepest
