from functools import cache
from typing import Any

from django.conf import settings
from rest_framework.request import Request
from rest_framework.response import Response

from common.health import OpenView
from common.openapi.document import Document
from common.openapi.operation import Named, Operation


class OpenApiView(OpenView):
    operations = {
        "get": Operation(
            id="describeApi",
            summary="Returns this description",
            output=Named("Description", {"type": "object"}),
        ),
    }

    def get(self, request: Request) -> Response:
        return Response(document())


@cache
def document() -> dict[str, Any]:
    return Document(settings.API_TITLE, settings.API_VERSION, settings.SECURITY_SCHEMES).write()
