from typing import Any

from django.http import HttpResponse
from rest_framework.exceptions import (
    AuthenticationFailed,
    NotAuthenticated,
    PermissionDenied,
)

from common import errors
from common.problems import Problem


class InvalidToken(AuthenticationFailed):
    """RFC 6750: the error is named only when there was a token."""

    challenge = 'Bearer error="invalid_token"'


def answer(error: Exception, context: dict[str, Any]) -> HttpResponse:
    """Return the answer to an error of a view; named by EXCEPTION_HANDLER."""
    match error:
        case NotAuthenticated():
            error = _unauthenticated("A bearer token is required.", "Bearer")
        case AuthenticationFailed():
            error = _unauthenticated(str(error.detail), getattr(error, "challenge", "Bearer"))
        case PermissionDenied():
            error = Problem("forbidden", str(error.detail))
    return errors.answer(error, context)


def _unauthenticated(detail: str, challenge: str) -> Problem:
    headers = {"WWW-Authenticate": challenge, "Cache-Control": "no-store"}
    return Problem("unauthenticated", detail, headers=headers)
