"""Conditional requests (RFC 9110, section 13)."""

import re

from rest_framework.request import Request

from common.problems import Problem

_TAG = r'(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"'
_TAGS = re.compile(rf"\*|[\t ,]*{_TAG}(?:[\t ]*,[\t ,]*{_TAG})*[\t ,]*")


def entity_tag(version: int) -> str:
    return f'"{version}"'


def assert_match(request: Request, version: int) -> None:
    """Refuse to change what is no longer what the caller saw; weak tags never match."""
    given = _tags_in(request, "If-Match")
    if given is not None and "*" not in given and entity_tag(version) not in given:
        raise Problem("precondition-failed", "It has changed since: read it again.")


def is_conditional(request: Request) -> bool:
    """Tell whether a change is to happen to certain versions alone."""
    given = _tags_in(request, "If-Match")
    return given is not None and "*" not in given


def is_known(request: Request, version: int) -> bool:
    """Tell whether the caller has this version; weak tags match, too."""
    given = _tags_in(request, "If-None-Match") or []
    return "*" in given or entity_tag(version) in (tag.removeprefix("W/") for tag in given)


def _tags_in(request: Request, header: str) -> list[str] | None:
    text = request.headers.get(header)
    if text is None:
        return None
    if not _TAGS.fullmatch(text):
        raise Problem("malformed", f"{header} must be * or a list of entity tags.")
    return ["*"] if text == "*" else re.findall(_TAG, text)
