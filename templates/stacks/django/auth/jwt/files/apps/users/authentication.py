import re

from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request

from apps.users import access_tokens
from apps.users.models import User
from common.access.errors import InvalidToken

_BEARER = re.compile(r"bearer +([\w.~+/-]+=*) *", re.IGNORECASE | re.ASCII)


class AccessTokenAuthentication(BaseAuthentication):
    def authenticate(self, request: Request) -> tuple[User, None] | None:
        found = _BEARER.fullmatch(request.META.get("HTTP_AUTHORIZATION", ""))
        if found is None:
            return None
        try:
            return _user_of(found[1]), None
        except User.DoesNotExist as error:
            raise InvalidToken("The access token is not valid (any more).") from error

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


def _user_of(token: str) -> User:
    user_id = access_tokens.read(token)
    if user_id is None:
        raise User.DoesNotExist
    return User.objects.get(pk=user_id)
