"""Pages, and views of other kinds than those of resources, may stand beside them."""

from typing import Any

import pytest
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import path
from rest_framework.request import Request
from rest_framework.response import Response

from common.health import OpenView
from common.openapi.document import Document
from common.openapi.operation import Operation
from config import urls
from tests.support.api import Api

pytestmark = pytest.mark.urls("tests.http.test_own_routes")

_POLICY = "default-src 'self'"


class YearView(OpenView):
    operations = {"get": Operation(id="readYear", summary="Reads a year")}

    def get(self, request: Request, year: int) -> Response:
        return Response({"year": year})


def _page(request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse([b"<p>Hello"], headers={"Content-Security-Policy": _POLICY})


urlpatterns: list[Any] = [
    path("page", _page),
    path("years/<int:year>", YearView.as_view()),
    *urls.urlpatterns,
]


def test_a_page_may_have_a_policy_of_its_own(stranger: Api) -> None:
    answer = stranger.get("/page")
    assert answer.status_code == 200
    assert answer["Content-Security-Policy"] == _POLICY
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_description_has_every_view_of_the_api_and_no_page() -> None:
    paths = Document("", "", {}).write()["paths"]
    assert "/page" not in paths
    [year] = paths["/years/{year}"]["get"]["parameters"]
    assert (year["name"], year["in"], year["required"]) == ("year", "path", True)
