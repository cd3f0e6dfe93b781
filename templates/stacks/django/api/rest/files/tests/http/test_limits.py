from ipaddress import ip_network

import pytest
from django.test import override_settings

from common import counter
from common.counter import Counter
from common.middleware.proxy import client_of
from tests.support.api import Api, kind_of

PATH = "/nosuch"
TRUSTED = [ip_network("127.0.0.1"), ip_network("10.0.0.0/8")]


@override_settings(RATE_LIMIT_PER_MINUTE=3)
def test_so_many_requests_pass_and_not_one_more() -> None:
    api = Api()
    for _ in range(3):
        assert api.get(PATH).status_code == 404
    answer = api.get(PATH)
    assert kind_of(answer) == "rate-limited"
    assert 1 <= int(answer["Retry-After"]) <= 60
    assert api.get("/livez").status_code == 200


@override_settings(RATE_LIMIT_PER_MINUTE=1)
def test_forwarded_for_counts_for_nothing_without_a_trusted_proxy() -> None:
    api = Api()
    assert api.get(PATH, {"X-Forwarded-For": "203.0.113.1"}).status_code == 404
    assert api.get(PATH, {"X-Forwarded-For": "203.0.113.2"}).status_code == 429


@override_settings(RATE_LIMIT_PER_MINUTE=1, TRUST_PROXY=TRUSTED)
def test_clients_behind_a_trusted_proxy_are_told_apart() -> None:
    api = Api()
    for client in ("203.0.113.1", "203.0.113.2"):
        assert api.get(PATH, {"X-Forwarded-For": client}).status_code == 404
        assert api.get(PATH, {"X-Forwarded-For": f"1.2.3.4, {client}"}).status_code == 429


@pytest.mark.parametrize(
    ("chain", "client"),
    [
        ("", "127.0.0.1"),
        ("203.0.113.1", "203.0.113.1"),
        ("198.51.100.7, 203.0.113.1", "203.0.113.1"),
        ("203.0.113.1, 10.1.2.3", "203.0.113.1"),
        ("nonsense, 10.1.2.3", "nonsense"),
    ],
)
def test_the_client_is_the_last_one_that_is_no_proxy(chain: str, client: str) -> None:
    parts = [part.strip() for part in chain.split(",")]
    assert client_of(TRUSTED, "127.0.0.1", parts) == client


@override_settings(TRUST_PROXY=TRUSTED)
def test_hsts_is_sent_behind_tls() -> None:
    answer = Api().get("/livez", {"X-Forwarded-Proto": "https"})
    assert answer["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_a_counter_forgets_after_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr("common.counter.time.monotonic", lambda: now)
    hits = Counter(1)
    assert hits.hit("a") is None
    now = 30.5
    assert hits.hit("a") == 30
    assert hits.hit("b") is None
    now = 60.0
    assert hits.hit("a") is None


def test_a_counter_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counter, "_MOST_KEYS", 10)
    hits = Counter(1)
    for number in range(100):
        assert hits.hit(str(number)) is None
    assert len(hits._windows) <= 10
    assert hits.hit("99") is not None
