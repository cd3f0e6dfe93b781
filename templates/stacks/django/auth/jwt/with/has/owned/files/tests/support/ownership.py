from tests.support.access import GuardTests
from tests.support.api import Api, kind_of, read


class OwnershipTests(GuardTests):
    def test_rows_of_one_user_are_not_there_for_another(self, api: Api, other: Api) -> None:
        row = self.sample.create(api)
        path = self.sample.at(row)
        for headers in ({}, {"If-Match": '"1"'}):
            assert kind_of(other.patch(path, {}, headers)) == "not-found"
            assert kind_of(other.delete(path, headers)) == "not-found"
        assert kind_of(other.get(path)) == "not-found"
        assert read(other.get(self.sample.path)) == {"items": [], "nextCursor": None}
        assert read(api.get(path)) == row

    def test_a_cursor_of_one_user_shows_another_their_own_rows(self, api: Api, other: Api) -> None:
        for number in (1, 2):
            self.sample.create(api, number)
        cursor = read(api.get(f"{self.sample.path}?limit=1"))["nextCursor"]
        answer = other.get(f"{self.sample.path}?limit=1&cursor={cursor}")
        assert read(answer) == {"items": [], "nextCursor": None}

    def test_who_sees_the_rows_of_all_users_changes_them(self, api: Api, admin: Api) -> None:
        path = self.sample.at(self.sample.create(api))
        changes = self.sample.body(admin, 2)
        assert admin.patch(path, changes).status_code == 200
        assert read(api.get(path)).items() >= changes.items()
        assert admin.delete(path).status_code == 204
