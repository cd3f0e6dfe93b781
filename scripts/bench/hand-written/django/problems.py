import json
import logging
from http import HTTPStatus

from django.http import HttpResponse
from rest_framework.exceptions import ValidationError
from rest_framework.views import exception_handler

from log import request_id

logger = logging.getLogger(__name__)

KEPT = ("WWW-Authenticate", "Allow")


def answer(error, context):
    known = exception_handler(error, context)
    if known is None:
        logger.error("unforeseen error", exc_info=error)
    status = 422 if isinstance(error, ValidationError) else known.status_code if known else 500
    errors = {"errors": known.data} if status == 422 else {}
    headers = {name: known[name] for name in KEPT if known and name in known}
    return problem(context["request"], status, headers, **errors)


def not_found(request, exception):
    return problem(request, 404)


def internal(request):
    logger.exception("unforeseen error")
    return problem(request, 500)


def problem(request, status, headers=None, **more):
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "instance": request.path,
        "requestId": request_id.get(),
        **more,
    }
    return HttpResponse(
        json.dumps(body),
        status=status,
        content_type="application/problem+json",
        headers=headers,
    )
