from collections.abc import Callable

import pytest

from tests.support.accounts import add_user, signed_in
from tests.support.api import Api

pytest_plugins = ["tests.support.database"]


@pytest.fixture(autouse=True)
def _database(db: None) -> None:
    """Nearly every test has rows."""


@pytest.fixture
def sign_in() -> Callable[..., Api]:
    return lambda **values: signed_in(add_user(**values))


@pytest.fixture
def api(sign_in: Callable[..., Api]) -> Api:
    return sign_in()


@pytest.fixture
def other(sign_in: Callable[..., Api]) -> Api:
    return sign_in()


@pytest.fixture
def admin(sign_in: Callable[..., Api]) -> Api:
    return sign_in(roles=["admin"])


@pytest.fixture
def stranger() -> Api:
    return Api()
