"""What another request does at the same moment."""

import threading
from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

import pytest
from django.db import connection

from tests.support.api import Api
from tests.support.sample import Sample

WRITERS = 8
# Once may be luck.
ROUNDS = 4


@pytest.mark.django_db(transaction=True)
class RaceTests:
    sample: ClassVar[Sample]

    def test_one_of_several_writers_has_a_unique_value(self, api: Api) -> None:
        body = self.sample.body(api, 1)
        expected = [201] + [409] * (WRITERS - 1) if self.sample.unique else [201] * WRITERS
        answers = _at_once(lambda: api.post(self.sample.path, body).status_code)
        assert sorted(answers) == expected

    def test_one_of_several_writers_with_one_tag_wins(self, api: Api) -> None:
        path = self.sample.at(self.sample.create(api))
        for version in range(1, ROUNDS + 1):
            body = self.sample.body(api, 1 + version % 2)
            patch = partial(api.patch, path, body, {"If-Match": f'"{version}"'})
            answers = [answer.status_code for answer in _at_once(patch)]
            assert sorted(answers) == [200] + [412] * (WRITERS - 1)


def _at_once(work: Callable[[], Any]) -> list[Any]:
    """Run the work in several threads at the same moment; return what came of each."""
    barrier = threading.Barrier(WRITERS)
    results: list[Any] = []

    def run() -> None:
        connection.ensure_connection()
        barrier.wait()
        results.append(work())
        connection.close()

    threads = [threading.Thread(target=run) for _ in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
