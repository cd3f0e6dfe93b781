from django.http import HttpRequest, HttpResponse

from common.middleware.types import Handler

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def response_headers(get_response: Handler) -> Handler:
    """Add what Django's own SecurityMiddleware does not know; a view may say otherwise."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        if not response.streaming and response.content:
            response["Content-Length"] = str(len(response.content))
        return response

    return middleware
