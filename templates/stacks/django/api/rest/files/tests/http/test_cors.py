from collections.abc import Iterator

import pytest
from django.test import override_settings

from tests.support.api import Api


@pytest.fixture(autouse=True)
def _origins() -> Iterator[None]:
    with override_settings(CORS_ORIGINS=["https://app.test"]):
        yield


def test_a_listed_origin_is_let_in() -> None:
    answer = Api().get("/livez", {"Origin": "https://app.test"})
    assert answer["Access-Control-Allow-Origin"] == "https://app.test"
    assert "Origin" in answer["Vary"]


def test_its_preflights_are_answered() -> None:
    headers = {
        "Origin": "https://app.test",
        "Access-Control-Request-Method": "PATCH",
        "Access-Control-Request-Headers": "if-match",
    }
    answer = Api().send("OPTIONS", "/livez", headers=headers)
    assert answer.status_code == 204
    assert "PATCH" in answer["Access-Control-Allow-Methods"]
    assert answer["Access-Control-Allow-Headers"] == "if-match"


@pytest.mark.parametrize("origin", ["https://evil.test", "null", "http://app.test"])
def test_no_other_is(origin: str) -> None:
    answer = Api().get("/livez", {"Origin": origin})
    assert "Access-Control-Allow-Origin" not in answer


@override_settings(CORS_ORIGINS=[])
def test_without_any_nobody_is() -> None:
    answer = Api().get("/livez", {"Origin": "https://app.test"})
    assert "Access-Control-Allow-Origin" not in answer
    assert "Vary" not in answer
