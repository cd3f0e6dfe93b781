import threading

from django.http import HttpRequest, HttpResponse

from common.middleware.types import Handler
from common.problems import unavailable

_is_stopping = threading.Event()

begin = _is_stopping.set


def stopping(get_response: Handler) -> Handler:
    """
    While the process stops, requests that it already has may finish; new ones, which can only come
    over connections that are kept alive, are sent elsewhere.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if _is_stopping.is_set():
            return unavailable("The server is stopping.").to_response(request)
        return get_response(request)

    return middleware
