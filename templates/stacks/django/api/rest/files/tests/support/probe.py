"""A route that takes any JSON, for tests of what happens before a view reads it."""

from typing import Any

from django.urls import path
from rest_framework.request import Request
from rest_framework.response import Response

from common.health import OpenView
from config import urls
from config.urls import handler400, handler404, handler500

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]


class ProbeView(OpenView):
    def get(self, request: Request) -> Response:
        raise RuntimeError("table secrets")

    def post(self, request: Request) -> Response:
        return Response({"body": request.data})

    def patch(self, request: Request) -> Response:
        return self.post(request)

    def delete(self, request: Request) -> Response:
        return Response(status=204)


urlpatterns: list[Any] = [path("probe", ProbeView.as_view()), *urls.urlpatterns]
