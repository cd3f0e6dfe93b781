from functools import cache
from itertools import count
from typing import Any

from django.contrib.auth.hashers import make_password

from apps.users import access_tokens
from apps.users.models import User
from tests.support.api import Api

PASSWORD = "seven lazy otters"

_numbers = count(1)


@cache
def _encoded() -> str:
    return make_password(PASSWORD)


def add_user(**values: Any) -> User:
    defaults = {
        "email": f"person{next(_numbers)}@example.com",
        "name": "A person",
        "password": _encoded(),
        "roles": ["user"],
    }
    return User.objects.create(**{**defaults, **values})


def signed_in(user: User) -> Api:
    return Api(f"Bearer {access_tokens.issue(user.pk)}")
