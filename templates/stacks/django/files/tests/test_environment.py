from secrets import token_urlsafe

import pytest

from config.environment import Environment, InvalidEnvironment
from config.secret import secret
from config.variables import choice, integer, items, network, origin, text


def test_what_is_not_set_or_empty_has_its_default() -> None:
    environment = Environment({"PORT": ""})
    assert environment.read("PORT", integer(0, 65_535), "3000") == 3000
    assert environment.read("HOST", text, "127.0.0.1") == "127.0.0.1"
    environment.finish()


def test_all_faults_are_told_at_once_a_line_each() -> None:
    environment = Environment({"PORT": "abc", "LOG_LEVEL": "loud"})
    environment.read("PORT", integer(0, 65_535), "3000")
    environment.read("LOG_LEVEL", choice({"info": 1, "warn": 2}), "info")
    environment.read("SECRET_KEY", secret)
    with pytest.raises(InvalidEnvironment) as caught:
        environment.finish()
    assert str(caught.value).splitlines() == [
        "PORT: must be a whole number",
        "LOG_LEVEL: must be one of info, warn",
        "SECRET_KEY: is required",
    ]


def test_what_is_read_later_is_told_at_once() -> None:
    environment = Environment({"PORT": "abc"})
    environment.finish()
    with pytest.raises(InvalidEnvironment, match="PORT: must be a whole number"):
        environment.read("PORT", integer(0, 65_535))


@pytest.mark.parametrize("value", ["abc", "-1", "1.5", "1e3", "65536", "", "\u0661"])
def test_integers_have_digits_and_bounds(value: str) -> None:
    with pytest.raises(ValueError, match="must"):
        integer(0, 65_535)(value)


def test_lists_are_separated_by_commas() -> None:
    read = items(origin)
    assert read("https://a.test, http://localhost:5173") == [
        "https://a.test",
        "http://localhost:5173",
    ]
    assert read("") == []


@pytest.mark.parametrize("value", ["a.test", "https://a.test/", "https://a.test/b", "ftp://a.test"])
def test_an_origin_has_a_scheme_and_no_path(value: str) -> None:
    with pytest.raises(ValueError, match="is not an origin"):
        origin(value)


@pytest.mark.parametrize("value", ["nonsense", "10.0.0.0/99", "0.0.0.0/0", "::/0", "10.0.0.1/8"])
def test_a_network_is_one_and_not_the_whole_world(value: str) -> None:
    with pytest.raises(ValueError, match="is not an IP address"):
        network(value)


@pytest.mark.parametrize(
    "value",
    [
        "short",
        "x" * 40,
        "abcabcabcabcabcabcabcabcabcabcabcabc",
        "change-me-change-me-change-me-change-me",
        "your-256-bit-secret-your-256-bit-secret",
        "a-string-secret-at-least-256-bits-long",
    ],
)
def test_a_secret_is_long_and_no_placeholder(value: str) -> None:
    with pytest.raises(ValueError, match="must"):
        secret(value)


def test_a_random_secret_is_taken() -> None:
    for _ in range(100):
        value = token_urlsafe(32)
        assert secret(value) == value
