from tests.support.access import GuardTests
from tests.support.api import Api, read


class SharingTests(GuardTests):
    def test_what_one_user_makes_is_there_for_every_other(self, api: Api, other: Api) -> None:
        row = self.sample.create(api)
        path = self.sample.at(row)
        assert read(other.get(path)) == row
        assert row in read(other.get(self.sample.path))["items"]
        assert other.patch(path, {}).status_code == 200
        assert other.delete(path).status_code == 204
