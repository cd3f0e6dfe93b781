import re
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest, HttpResponse

from common.middleware.types import Handler
from common.problems import Problem, target_of

_LONELY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def well_formed_url(get_response: Handler) -> Handler:
    """Refuse what Django would take as it stands, or replace."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not is_well_formed(target_of(request)):
            detail = "The URL has a malformed percent-encoding."
            return Problem("malformed", detail).to_response(request)
        return get_response(request)

    return middleware


def is_well_formed(target: str) -> bool:
    """Tell whether every percent sign begins an encoded UTF-8 character."""
    if "%" not in target:
        return True
    if _LONELY_PERCENT.search(target):
        return False
    try:
        unquote_to_bytes(target.encode("latin-1", "replace")).decode()
    except UnicodeDecodeError:
        return False
    return True
