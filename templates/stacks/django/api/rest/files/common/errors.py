"""Every error leaves as a problem; what nobody foresaw goes to the log."""

import logging
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError, InterfaceError
from django.http import Http404, HttpRequest, HttpResponse
from rest_framework import exceptions
from rest_framework.settings import api_settings

from common.database.failures import code_of, is_outage
from common.problems import Fault, Problem, pointer_to, unavailable

logger = logging.getLogger(__name__)


def answer(error: Exception, context: dict[str, Any]) -> HttpResponse:
    """Return the answer to an error of a view; named by EXCEPTION_HANDLER."""
    request = context["request"]._request
    problem = problem_of(error, context)
    if problem.kind == "internal":
        logger.error("unforeseen error", exc_info=error)
    elif problem.kind == "unavailable" and not isinstance(error, Problem):
        cause = {"error": type(error.__cause__).__name__, "code": code_of(error)}
        logger.warning(problem.detail, extra={"fields": cause}, exc_info=error)
    return problem.to_response(request)


def problem_of(error: Exception, context: dict[str, Any]) -> Problem:
    match error:
        case Problem():
            return error
        case exceptions.ValidationError():
            return invalid(error)
        case exceptions.MethodNotAllowed():
            allow = context["view"].headers["Allow"]
            return Problem("method-not-allowed", f"Use one of: {allow}.", headers={"Allow": allow})
        case exceptions.NotFound() | Http404():
            return Problem("not-found", "There is nothing at this address.")
        case RequestDataTooBig():
            return Problem("too-large", "The body is too large.")
        case DatabaseError() | InterfaceError() if is_outage(error):
            return unavailable("The database could not do this now: try again.")
    return Problem("internal", "Something went wrong here; the log says what.")


def invalid(error: exceptions.ValidationError) -> Problem:
    faults = list(_faults(error.detail))
    return Problem("validation", f"The body has {len(faults)} fault(s).", faults)


def _faults(detail: Any, *path: str | int) -> Iterator[Fault]:
    if isinstance(detail, dict):
        for key, inner in detail.items():
            here = () if key == api_settings.NON_FIELD_ERRORS_KEY else (key,)
            yield from _faults(inner, *path, *here)
    elif isinstance(detail, list):
        for inner in detail:
            yield from _faults(inner, *path)
    else:
        yield {"pointer": pointer_to(*path), "detail": str(detail)}


def malformed(request: HttpRequest, exception: Exception) -> HttpResponse:
    return Problem("malformed", "The request is malformed.").to_response(request)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return Problem("not-found", "There is nothing at this address.").to_response(request)


def internal(request: HttpRequest) -> HttpResponse:
    logger.exception("unforeseen error")
    problem = Problem("internal", "Something went wrong here; the log says what.")
    return problem.to_response(request)
