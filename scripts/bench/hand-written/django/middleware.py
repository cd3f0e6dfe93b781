import logging
import re
import threading
import time
import uuid

from django.conf import settings

from log import request_id
from problems import problem

logger = logging.getLogger("requests")
ACCEPTABLE = re.compile(r"[A-Za-z0-9._-]{1,128}")


class RequestLog:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        id_ = given if ACCEPTABLE.fullmatch(given) else str(uuid.uuid4())
        request_id.set(id_)
        began = time.perf_counter()
        response = self.get_response(request)
        response["X-Request-Id"] = id_
        fields = {
            "method": request.method,
            "path": request.path,
            "status": response.status_code,
            "milliseconds": round((time.perf_counter() - began) * 1000),
        }
        logger.info("request", extra={"fields": fields})
        return response


class Headers:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Content-Length"] = str(len(response.content))
        return response


class RateLimit:
    def __init__(self, get_response):
        self.get_response = get_response
        self.lock = threading.Lock()
        self.began = time.monotonic()
        self.counts = {}

    def __call__(self, request):
        if self.is_over(request.META["REMOTE_ADDR"]):
            return problem(request, 429, {"Retry-After": "60"})
        return self.get_response(request)

    def is_over(self, client):
        with self.lock:
            now = time.monotonic()
            if now - self.began > 60:
                self.began, self.counts = now, {}
            self.counts[client] = self.counts.get(client, 0) + 1
            return self.counts[client] > settings.RATE_LIMIT_PER_MINUTE
