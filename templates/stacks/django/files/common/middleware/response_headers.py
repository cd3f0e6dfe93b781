from django.http import HttpRequest, HttpResponse

from common.middleware.types import Handler


def response_headers(get_response: Handler) -> Handler:
    """Add what Django's own SecurityMiddleware does not know."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        if response.content:
            response["Content-Length"] = str(len(response.content))
        return response

    return middleware
