import logging
import re
import time

from django.http import HttpRequest, HttpResponse

from common.ids import uuid7
from common.log import request_id
from common.middleware.types import Handler
from common.problems import target_of

logger = logging.getLogger("requests")

_ACCEPTABLE = re.compile(r"[A-Za-z0-9._-]{1,128}")


def request_log(get_response: Handler) -> Handler:
    """Give each request an id and, at its end, a line; without its query, which may be personal."""

    def middleware(request: HttpRequest) -> HttpResponse:
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        # Not taken back at the end: the next request of this thread brings its own.
        id_ = given if _ACCEPTABLE.fullmatch(given) else str(uuid7())
        request_id.set(id_)
        began = time.perf_counter()
        response = get_response(request)
        response["X-Request-Id"] = id_
        fields = {
            "method": request.method,
            "path": target_of(request).partition("?")[0],
            "status": response.status_code,
            "milliseconds": round((time.perf_counter() - began) * 1000),
        }
        logger.info("request", extra={"fields": fields})
        return response

    return middleware
