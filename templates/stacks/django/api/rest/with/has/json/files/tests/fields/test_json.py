import json
from typing import Any

import pytest
from rest_framework.exceptions import ValidationError

from common.fields.json import JsonField, merged

FIELD = JsonField()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[-0, -0.0, 1.0, 1e2]", [0, 0, 1, 100]),
        ("[9007199254740993]", [9007199254740992]),
        ('{"b": {"d": 1, "c": 2}, "a": null}', {"a": None, "b": {"c": 2, "d": 1}}),
    ],
)
def test_a_value_is_kept_as_every_database_keeps_it(text: str, kept: Any) -> None:
    value = FIELD.run_validation(json.loads(text))
    shown = json.dumps(FIELD.to_representation(value))
    assert shown == json.dumps(kept)


@pytest.mark.parametrize(
    "value",
    [
        "{}",
        5,
        [float("inf")],
        [10**400],
        ["a\0"],
        [{"\ud800": 1}],
        ["a" * 10_000],
        json.loads("[" * 31 + "]" * 31),
    ],
)
def test_what_one_of_them_would_change_is_refused(value: Any) -> None:
    with pytest.raises(ValidationError):
        FIELD.run_validation(value)


def test_true_is_not_1() -> None:
    assert not FIELD.is_same({"a": True}, {"a": 1})
    assert FIELD.is_same({"a": 1, "b": 2}, {"b": 2, "a": 1})


def test_whole_numbers_of_databases_are_doubles() -> None:
    assert FIELD.is_same([18446744073709552000], [1.8446744073709552e19])


@pytest.mark.parametrize(
    ("target", "patch", "result"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
        ({"a": "b"}, ["c"], ["c"]),
    ],
)
def test_patches_are_merged(target: Any, patch: Any, result: Any) -> None:
    assert merged(target, patch) == result
