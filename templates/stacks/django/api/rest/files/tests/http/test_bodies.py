import time

import pytest
from django.test import override_settings

from tests.support.api import Api, kind_of, read

pytestmark = pytest.mark.urls("tests.support.probe")

PATH = "/probe"


@pytest.mark.parametrize(
    "body",
    [
        "",
        " ",
        "{bad",
        '{"a":1,}',
        "{}{}",
        "NaN",
        "[Infinity]",
        "01",
        "\u00a0{}",
        '{"name":1,"name":2}',
        r'{"name":1,"n\u0061me":2}',
        '{"__proto__":{}}',
        '[{"a":[{"__proto__":1}]}]',
        "[" * 65 + "]" * 65,
        "[" * 100_000,
        '{"a":' * 65 + "1" + "}" * 65,
    ],
)
def test_a_malformed_body_is_400(stranger: Api, body: str) -> None:
    assert kind_of(stranger.send("POST", PATH, body)) == "malformed"


def test_broken_utf_8_is_400(stranger: Api) -> None:
    for body in (b'{"name":"\xff"}', '{"name":"a"}'.encode("utf-16")):
        assert kind_of(stranger.send("POST", PATH, body)) == "malformed"


def test_brackets_in_texts_are_no_nesting(stranger: Api) -> None:
    body = {"name": '[{"' * 50}
    assert read(stranger.post(PATH, body)) == {"body": body}


def test_a_text_that_never_ends_is_not_read_again_and_again(stranger: Api) -> None:
    began = time.monotonic()
    body = "[" * 65 + '"' + r"\"" * 50_000
    assert kind_of(stranger.send("POST", PATH, body)) == "malformed"
    assert time.monotonic() - began < 5


def test_64_levels_are_read(stranger: Api) -> None:
    assert stranger.send("POST", PATH, "[" * 64 + "]" * 64).status_code == 200


@pytest.mark.parametrize(
    "type_",
    ["application/json", "application/json; charset=utf-8", 'APPLICATION/JSON;charset="UTF-8"'],
)
def test_json_in_utf_8_is_taken(stranger: Api, type_: str) -> None:
    assert stranger.send("POST", PATH, '{"name":"a"}', type_).status_code == 200


@pytest.mark.parametrize(
    "type_",
    [
        "text/plain",
        "application/jsonx",
        "application/merge-patch+json",
        "application/json; charset=latin1",
        "nonsense",
        "*/*",
    ],
)
def test_other_types_are_415(stranger: Api, type_: str) -> None:
    answer = stranger.send("POST", PATH, '{"name":"a"}', type_)
    assert kind_of(answer) == "unsupported-media-type"


def test_a_merge_patch_is_taken_by_patch(stranger: Api) -> None:
    answer = stranger.send("PATCH", PATH, "{}", "application/merge-patch+json")
    assert answer.status_code == 200


def test_a_body_that_is_compressed_is_415(stranger: Api) -> None:
    answer = stranger.send("POST", PATH, "{}", headers={"Content-Encoding": "gzip"})
    assert kind_of(answer) == "unsupported-media-type"


def test_delete_ignores_its_body(stranger: Api) -> None:
    assert stranger.send("DELETE", PATH, "{bad", "text/plain").status_code == 204


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=100)
def test_a_body_over_the_limit_is_413(stranger: Api) -> None:
    fits = '{"name":"fits"}'.ljust(100)
    assert stranger.send("POST", PATH, fits).status_code == 200
    over = '{"name":"over"}'.ljust(101)
    assert kind_of(stranger.send("POST", PATH, over)) == "too-large"
