import jwt
from django.conf import settings
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed

from accounts.models import User

NAME = "my-api"
ALGORITHM = "HS256"


class Bearer(BaseAuthentication):
    def authenticate(self, request):
        scheme, _, token = get_authorization_header(request).decode("latin-1").partition(" ")
        if scheme.lower() != "bearer":
            return None
        try:
            claims = jwt.decode(
                token,
                settings.JWT_SECRET,
                algorithms=[ALGORITHM],
                issuer=NAME,
                audience=NAME,
                options={"require": ["iss", "aud", "sub", "iat", "exp", "jti"]},
            )
        except jwt.InvalidTokenError as error:
            raise AuthenticationFailed from error
        user = User.objects.filter(pk=claims["sub"]).first()
        if user is None or user.must_change_password:
            raise AuthenticationFailed
        return user, None

    def authenticate_header(self, request):
        return "Bearer"
