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
        user_id = access_tokens.read(found[1])
        user = user_id and User.objects.filter(pk=user_id).first()
        if not user:
            raise InvalidToken("The access token is not valid (any more).")
        return user, None

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"
