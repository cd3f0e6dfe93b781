"""What every answer carries, and what becomes of requests for nothing."""

import json
import logging
import sys
from contextlib import nullcontext
from typing import Any

import pytest
from django.db import OperationalError, connection

from common import health
from common.database.base import DatabaseWrapper
from common.log import JsonFormatter, request_id
from common.middleware.refusal import REFUSAL
from tests.support.api import Api, kind_of, parameters, read


@pytest.mark.parametrize("path", ["/livez", "/nosuch", "/openapi.json", "/%zz"])
def test_every_answer_carries_its_headers(stranger: Api, path: str) -> None:
    answer = stranger.send("GET", path, RAW_URI=path)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Strict-Transport-Security" not in answer


@pytest.mark.parametrize("given", ["a", "A-b_c.9", "x" * 128])
def test_a_well_formed_request_id_is_kept(stranger: Api, given: str) -> None:
    answer = stranger.get("/livez", {"X-Request-Id": given})
    assert answer["X-Request-Id"] == given


@pytest.mark.parametrize("given", ["", "a b", "a,b", "x" * 129, "<script>"])
def test_another_one_is_replaced(stranger: Api, given: str) -> None:
    answer = stranger.get("/livez", {"X-Request-Id": given})
    assert len(answer["X-Request-Id"]) == 36
    assert answer["X-Request-Id"] != given


@pytest.mark.parametrize("path", ["/", "/nosuch", "/livez/", "/api/v1/", "/openapi"])
def test_an_unknown_route_is_404(stranger: Api, path: str) -> None:
    for method in ("GET", "POST", "PUT", "DELETE"):
        assert kind_of(stranger.send(method, path, "{}")) == "not-found"


@pytest.mark.parametrize("method", ["PUT", "OPTIONS", "TRACE", "PROPFIND", "POST"])
def test_another_method_is_405(stranger: Api, method: str) -> None:
    answer = stranger.send(method, "/livez", "{}")
    assert kind_of(answer) == "method-not-allowed"
    assert answer["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("target", ["/%zz", "/livez?a=%", "/api/v1/%G0", "/%ff"])
def test_a_malformed_percent_encoding_is_400(stranger: Api, target: str) -> None:
    answer = stranger.send("GET", target, RAW_URI=target)
    assert kind_of(answer) == "malformed"
    assert read(answer)["instance"] == target.partition("?")[0]


def test_parameters_that_nobody_reads_are_refused(stranger: Api) -> None:
    assert parameters(stranger.get("/livez?a=1&b=2")) == ["a", "b"]
    many = [f"p{number}" for number in range(1001)]
    assert parameters(stranger.get(f"/livez?{'&'.join(many)}")) == sorted(many)


def test_health_tells_of_the_database(stranger: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(stranger.get("/readyz")) == {"status": "ok", "checks": {"database": "ok"}}

    class Down:
        """Lost, which only a statement tells."""

        def cursor(self) -> Any:
            return nullcontext(self)

        def execute(self, _: str) -> None:
            raise OperationalError

    monkeypatch.setattr(health, "connection", Down())
    answer = stranger.get("/readyz")
    assert kind_of(answer) == "unavailable"
    assert answer["Retry-After"] == "5"
    assert read(stranger.get("/livez")) == {"status": "ok"}


def test_an_outage_is_503_and_the_log_tells_its_cause(
    stranger: Api,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    nowhere = {"NAME": "/nowhere/app.db", "HOST": "127.0.0.1", "PORT": 1}
    wrapper = DatabaseWrapper({**connection.settings_dict, **nowhere})
    monkeypatch.setattr(health.LivenessView, "get", lambda *_: wrapper.ensure_connection())
    answer = stranger.get("/livez")
    assert kind_of(answer) == "unavailable"
    assert answer["Retry-After"] == "5"
    assert "again" in read(answer)["detail"]
    [line] = [
        json.loads(JsonFormatter().format(record))
        for record in caplog.records
        if record.name == "common.errors"
    ]
    assert line["error"] == "OperationalError"
    assert "code" in line


def test_what_the_server_did_not_let_in_is_503(stranger: Api) -> None:
    meta: dict[str, Any] = {REFUSAL: "The server is busy."}
    answer = stranger.send("GET", "/livez", **meta)
    assert kind_of(answer) == "unavailable"
    assert read(answer)["detail"] == "The server is busy."
    assert answer["Retry-After"] == "5"


@pytest.mark.urls("tests.support.probe")
def test_what_nobody_foresaw_is_500_and_stands_in_the_log(
    stranger: Api,
    caplog: pytest.LogCaptureFixture,
) -> None:
    answer = stranger.get("/probe")
    assert kind_of(answer) == "internal"
    assert b"secrets" not in answer.content
    assert any(record.exc_info for record in caplog.records)


def test_a_failure_outside_of_views_is_a_problem_too(
    stranger: Api,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError("table secrets")

    monkeypatch.setattr("common.middleware.well_formed_url.is_well_formed", fail)
    assert kind_of(stranger.get("/livez")) == "internal"


def test_every_request_has_a_line_in_the_log_without_anything_personal(
    stranger: Api,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    headers = {"Authorization": "Bearer secret", "X-Request-Id": "some-id"}
    stranger.get("/nosuch?token=secret", headers)
    [line] = [
        json.loads(JsonFormatter().format(record))
        for record in caplog.records
        if record.name == "requests"
    ]
    expected = {"requestId": "some-id", "method": "GET", "path": "/nosuch", "status": 404}
    assert line.items() >= expected.items()
    assert "secret" not in str(line)


def test_a_line_of_the_log_is_json_with_the_id_of_its_request() -> None:
    token = request_id.set("some-id")
    try:
        raise_from_here()
    except ValueError:
        record = logging.LogRecord(
            "name",
            logging.ERROR,
            "path",
            1,
            "it %s",
            ("broke",),
            sys.exc_info(),
        )
        record.fields = {"status": 500}
        line = json.loads(JsonFormatter().format(record))
    finally:
        request_id.reset(token)
    assert line["level"] == "error"
    assert line["requestId"] == "some-id"
    assert line["message"] == "it broke"
    assert line["status"] == 500
    assert "raise_from_here" in line["stack"]


def raise_from_here() -> None:
    raise ValueError
