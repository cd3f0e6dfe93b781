from django.http import HttpRequest, HttpResponse

from common.middleware.types import Handler
from common.problems import unavailable

# No header can be called so.
REFUSAL = "server.refusal"


def refusal(get_response: Handler) -> Handler:
    """Send away what the server did not let in, and say why."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if detail := request.META.get(REFUSAL):
            return unavailable(detail).to_response(request)
        return get_response(request)

    return middleware
