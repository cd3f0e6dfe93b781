"""What holds for every resource. Its tests inherit from `RowTests` and name their sample."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from typing import Any, ClassVar
from urllib.parse import urlencode

import pytest

from tests.support.api import Api, kind_of, parameters, pointers, read
from tests.support.sample import NOBODY, Row, Sample, pass_time


class RowTests:
    sample: ClassVar[Sample]

    def test_post_answers_with_the_row_its_address_and_its_tag(self, api: Api) -> None:
        body = self.sample.body(api, 1)
        answer = api.post(self.sample.path, body)
        row = read(answer)
        assert answer.status_code == 201
        assert {name: row[name] for name in body} == body
        assert answer["Location"] == self.sample.at(row)
        found = api.get(answer["Location"])
        assert read(found) == row
        assert found["ETag"] == answer["ETag"] == '"1"'
        assert found["Cache-Control"] == "private, no-cache"

    def test_what_is_not_sent_is_a_default_or_null(self, api: Api) -> None:
        body = self.sample.body(api, 1)
        expected = {**dict.fromkeys(self.sample.optional), **self.sample.defaults}
        for name in expected:
            body.pop(name)
        row = read(api.post(self.sample.path, body))
        assert {name: row[name] for name in expected} == expected

    def test_patch_changes_every_field_that_it_names_and_the_tag(self, api: Api) -> None:
        row = self.sample.create(api)
        changes = self.sample.body(api, 2)
        pass_time()
        answer = api.patch(self.sample.at(row), changes)
        assert read(answer) == {**row, **changes, "updatedAt": read(answer)["updatedAt"]}
        assert read(answer)["updatedAt"] > row["updatedAt"]
        assert answer["ETag"] == '"2"'
        assert read(api.get(self.sample.at(row))) == read(answer)

    def test_patch_that_changes_nothing_keeps_tag_and_time(self, api: Api) -> None:
        row = self.sample.create(api)
        same = {name: row[name] for name in self.sample.body(api, 2)}
        for body in ({}, same):
            answer = api.patch(self.sample.at(row), body)
            assert read(answer) == row
            assert answer["ETag"] == '"1"'

    def test_null_unsets_an_optional_field(self, api: Api) -> None:
        row = self.sample.create(api)
        nulls = dict.fromkeys(self.sample.optional)
        changed = read(api.patch(self.sample.at(row), nulls))
        assert {name: changed[name] for name in nulls} == nulls

    def test_delete_answers_204_and_404_from_then_on(self, api: Api) -> None:
        path = self.sample.at(self.sample.create(api))
        assert api.delete(path).status_code == 204
        for answer in (api.delete(path), api.get(path), api.patch(path, {})):
            assert kind_of(answer) == "not-found"

    @pytest.mark.parametrize("id_", [NOBODY, "1", "a" * 2000, "%20", NOBODY.replace("-", "")])
    def test_an_id_of_no_row_is_404(self, api: Api, id_: str) -> None:
        path = f"{self.sample.path}/{id_}"
        for answer in (api.get(path), api.patch(path, {}), api.delete(path)):
            assert kind_of(answer) == "not-found"

    def test_put_is_answered_with_the_methods_that_exist(self, api: Api) -> None:
        assert api.send("PUT", self.sample.path)["Allow"] == "GET, HEAD, POST"
        one = f"{self.sample.path}/{NOBODY}"
        assert api.send("PUT", one)["Allow"] == "GET, HEAD, PATCH, DELETE"

    def test_every_field_refuses_wrong_values_by_name(self, api: Api) -> None:
        body = self.sample.body(api, 1)
        path = self.sample.at(self.sample.create(api, 2))
        for name, values in self.sample.wrong.items():
            for value in values:
                for answer in (
                    api.post(self.sample.path, {**body, name: value}),
                    api.patch(path, {name: value}),
                ):
                    assert answer.status_code == 422, (name, value)
                    assert pointers(answer) == [f"/{name}"]

    def test_all_faults_are_named_in_one_answer_and_nothing_is_stored(self, api: Api) -> None:
        wrong = {name: values[0] for name, values in self.sample.wrong.items()}
        answer = api.post(self.sample.path, {**wrong, "no-such": True, "id": NOBODY})
        assert pointers(answer) == sorted(f"/{name}" for name in [*wrong, "no-such", "id"])
        missing = api.post(self.sample.path, {"a/b~c": 1})
        needed = [f"/{name}" for name in self.sample.needed()]
        assert pointers(missing) == sorted([*needed, "/a~1b~0c"])
        assert read(api.get(self.sample.path))["items"] == []

    def test_null_is_refused_in_a_required_field(self, api: Api) -> None:
        path = self.sample.at(self.sample.create(api))
        required = [name for name in self.sample.wrong if name not in self.sample.optional]
        answer = api.patch(path, {**dict.fromkeys(required), "version": 9})
        assert pointers(answer) == sorted(f"/{name}" for name in [*required, "version"])

    @pytest.mark.parametrize("body", [[], "text", 5, None])
    def test_a_body_that_is_no_object_is_refused(self, api: Api, body: Any) -> None:
        path = self.sample.at(self.sample.create(api))
        for answer in (api.post(self.sample.path, body), api.patch(path, body)):
            assert answer.status_code == 422
            assert pointers(answer) == [""]

    def test_its_routes_are_described(self, stranger: Api) -> None:
        paths = read(stranger.get("/openapi.json"))["paths"]
        assert paths[self.sample.path].keys() == {"get", "post"}
        assert paths[f"{self.sample.path}/{{id}}"].keys() == {"get", "patch", "delete"}


class PreconditionTests:
    sample: ClassVar[Sample]

    @pytest.mark.parametrize("tag", ['"1"', 'W/"1"', '"0" , "1"', "*"])
    def test_the_current_tag_saves_reading_again(self, api: Api, tag: str) -> None:
        path = self.sample.at(self.sample.create(api))
        answer = api.get(path, {"If-None-Match": tag})
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer["ETag"] == '"1"'

    @pytest.mark.parametrize("tag", ['"0"', '"x"', '""'])
    def test_another_tag_does_not(self, api: Api, tag: str) -> None:
        path = self.sample.at(self.sample.create(api))
        assert api.get(path, {"If-None-Match": tag}).status_code == 200

    @pytest.mark.parametrize("tag", ['"1"', '"0", "1"', "*"])
    def test_the_current_tag_lets_changes_pass(self, api: Api, tag: str) -> None:
        path = self.sample.at(self.sample.create(api))
        assert api.patch(path, {}, {"If-Match": tag}).status_code == 200
        assert api.delete(path, {"If-Match": tag}).status_code == 204

    @pytest.mark.parametrize("tag", ['"0"', 'W/"1"', '"a", "b"'])
    def test_a_stale_tag_stops_changes(self, api: Api, tag: str) -> None:
        row = self.sample.create(api)
        path = self.sample.at(row)
        for answer in (
            api.patch(path, self.sample.body(api, 2), {"If-Match": tag}),
            api.delete(path, {"If-Match": tag}),
        ):
            assert kind_of(answer) == "precondition-failed"
        assert read(api.get(path)) == row

    @pytest.mark.parametrize("tag", ["1", '"1', 'w/"1"', '"1" "2"', '*, "1"'])
    def test_a_malformed_tag_is_400(self, api: Api, tag: str) -> None:
        path = self.sample.at(self.sample.create(api))
        for answer in (
            api.get(path, {"If-None-Match": tag}),
            api.patch(path, {}, {"If-Match": tag}),
            api.delete(path, {"If-Match": tag}),
        ):
            assert kind_of(answer) == "malformed"


class ListingTests:
    sample: ClassVar[Sample]

    def test_a_list_begins_with_the_newest_and_ends_after_the_limit(self, api: Api) -> None:
        rows = self._several(api, 3)
        page = read(api.get(f"{self.sample.path}?limit=2"))
        assert page["items"] == rows[:0:-1]
        assert read(api.get(self.sample.path)) == {"items": rows[::-1], "nextCursor": None}

    def test_a_walk_meets_each_row_once_in_the_order_of_the_whole_list(self, api: Api) -> None:
        self._several(api, 5)
        for name in self.sample.sortable:
            for sort in (name, f"-{name}", *([f"{name},-createdAt"] * (name != "createdAt"))):
                whole = read(api.get(f"{self.sample.path}?limit=100&sort={sort}"))["items"]
                assert len(whole) == 5
                assert _ids(self._walk(api, sort=sort, limit="2")) == _ids(whole)

    def test_a_walk_goes_on_while_rows_come_and_go(self, api: Api) -> None:
        leaving, *staying = self._several(api, 6)
        numbers = iter(range(10, 20))

        def stir() -> None:
            api.delete(self.sample.at(leaving))
            self.sample.create(api, next(numbers))

        met = [id_ for id_ in _ids(self._walk(api, stir, limit="2")) if id_ in _ids(staying)]
        assert met == _ids(staying)[::-1]

    def test_a_list_can_be_narrowed_down(self, api: Api) -> None:
        rows = self._several(api, 4)
        for name in self.sample.filterable:
            value = rows[0][name]
            expected = [row for row in rows[::-1] if row[name] == value]
            query = {"limit": "1", name: _text(value)}
            assert _ids(self._walk(api, None, **query)) == _ids(expected)

    def test_a_cursor_belongs_to_its_order_and_cannot_be_changed(self, api: Api) -> None:
        self._several(api, 2)
        cursor = read(api.get(f"{self.sample.path}?limit=1"))["nextCursor"]
        content = json.loads(urlsafe_b64decode(cursor + "=="))
        changed = urlsafe_b64encode(json.dumps([*content[:-1], NOBODY]).encode()).decode()
        for query in (
            {"cursor": cursor, "sort": "createdAt"},
            {"cursor": "nonsense"},
            {"cursor": cursor[1:]},
            {"cursor": changed.rstrip("=")},
            {"cursor": "W10"},
        ):
            answer = api.get(f"{self.sample.path}?{urlencode(query)}")
            assert kind_of(answer) == "malformed", query

    def test_a_cursor_belongs_to_its_filter(self, api: Api) -> None:
        first, *_ = self._several(api, 2)
        cursor = read(api.get(f"{self.sample.path}?limit=1"))["nextCursor"]
        for name in self.sample.filterable:
            query = {name: _text(first[name]), "cursor": cursor}
            answer = api.get(f"{self.sample.path}?{urlencode(query)}")
            assert kind_of(answer) == "malformed", name

    def test_parameters_that_are_wrong_repeated_or_unknown_are_named(self, api: Api) -> None:
        for query in (
            "limit=0",
            "limit=101",
            "limit=1e1",
            "limit=1&limit=2",
            "no-field=2",
            "sort=no-field",
            "sort=",
            "sort=createdAt,-createdAt",
            *(f"{name}=%00" for name in self.sample.filterable),
        ):
            answer = api.get(f"{self.sample.path}?{query}")
            assert answer.status_code == 422, query
            assert parameters(answer) == [query.split("=")[0]]
        several = api.get(f"{self.sample.path}?limit=0&no-field=1&sort=no-field")
        assert parameters(several) == ["limit", "no-field", "sort"]

    def test_parameters_where_none_are_expected_are_refused(self, api: Api) -> None:
        path = self.sample.at(self.sample.create(api))
        assert parameters(api.get(f"{path}?expand=all")) == ["expand"]

    def _several(self, api: Api, count: int) -> list[Row]:
        return [self.sample.create(api, number) for number in range(1, count + 1)]

    def _walk(
        self,
        api: Api,
        between: Callable[[], None] | None = None,
        **query: str,
    ) -> list[Row]:
        rows: list[Row] = []
        while True:
            page = read(api.get(f"{self.sample.path}?{urlencode(query)}"))
            rows += page["items"]
            if page["nextCursor"] is None:
                return rows
            query["cursor"] = page["nextCursor"]
            if between is not None:
                between()


def _ids(rows: list[Row]) -> list[str]:
    return [row["id"] for row in rows]


def _text(value: Any) -> str:
    """Return a value as a query has it."""
    return value if isinstance(value, str) else json.dumps(value)
