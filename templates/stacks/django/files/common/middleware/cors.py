from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from common.middleware.types import Handler

METHODS = "GET, HEAD, POST, PATCH, DELETE"
EXPOSED = "ETag, Location, X-Request-Id, Retry-After"


def cors(get_response: Handler) -> Handler:
    """Let pages of the listed origins call the API; without any, the browser's own rule stays."""
    origins = frozenset(settings.CORS_ORIGINS)

    def middleware(request: HttpRequest) -> HttpResponse:
        origin = request.META.get("HTTP_ORIGIN")
        wanted = request.META.get("HTTP_ACCESS_CONTROL_REQUEST_METHOD")
        if origin in origins and request.method == "OPTIONS" and wanted:
            response = HttpResponse(status=204)
            response["Access-Control-Allow-Methods"] = METHODS
            headers = request.META.get("HTTP_ACCESS_CONTROL_REQUEST_HEADERS", "")
            response["Access-Control-Allow-Headers"] = headers
        else:
            response = get_response(request)
        if origins:
            patch_vary_headers(response, ["Origin"])
        if origin in origins:
            response["Access-Control-Allow-Origin"] = origin
            response["Access-Control-Expose-Headers"] = EXPOSED
        return response

    return middleware
