from django.conf import settings
from django.http import HttpRequest, HttpResponse

from common.counter import Counter
from common.middleware.types import Handler
from common.problems import Problem

# Whoever watches the process must not be told to wait.
EXEMPT = frozenset({"/livez", "/readyz"})


def rate_limit(get_response: Handler) -> Handler:
    """Count requests per client, those for unknown routes as well."""
    counter = Counter(settings.RATE_LIMIT_PER_MINUTE)

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path not in EXEMPT:
            wait = counter.hit(request.META["REMOTE_ADDR"])
            if wait is not None:
                return too_many(wait).to_response(request)
        return get_response(request)

    return middleware


def too_many(wait: int) -> Problem:
    detail = f"Too many requests: try again in {wait} seconds."
    return Problem("rate-limited", detail, headers={"Retry-After": str(wait)})
