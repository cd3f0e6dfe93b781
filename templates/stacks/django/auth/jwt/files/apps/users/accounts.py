"""Accounts and their passwords."""

from typing import Any

from django.contrib.auth.hashers import check_password, make_password, verify_password
from django.db import transaction
from rest_framework.exceptions import AuthenticationFailed

from apps.users.models import RefreshToken, User
from common import clock


def verified(email: str, password: str) -> User:
    """
    Return the user whose password it is. An unknown user takes as long as a wrong password, and
    gets the same answer, so that nobody learns who has an account.
    """
    user = User.objects.filter(email=email).first()
    if user is None:
        # Takes as long as to check one.
        make_password(password)
        raise wrong_credentials()
    is_right, is_outdated = verify_password(password, user.password)
    if not is_right:
        raise wrong_credentials()
    if is_outdated:
        _rehash(user, password)
    return user


def wrong_credentials() -> AuthenticationFailed:
    return AuthenticationFailed("The e-mail address or the password is wrong.")


def is_still_right(user: User, password: str) -> bool:
    """Tell whether the password is the user's at this moment, and not only a moment ago."""
    newest = User.objects.filter(pk=user.pk).values_list("password", flat=True).first()
    return newest is not None and (newest == user.password or check_password(password, newest))


def change_password(user: User, current: str, new: str) -> None:
    """Change the password and end all sessions: whoever knew the old one is out."""
    # Whoever loses a race looks again: a new hash may be one of the same password.
    while True:
        user.refresh_from_db(fields=["password"])
        if not check_password(current, user.password):
            raise AuthenticationFailed("The current password is wrong.")
        values = {"password": make_password(new), "must_change_password": False}
        with transaction.atomic():
            if _replace(user, updated_at=clock.now(), **values):
                RefreshToken.objects.filter(user=user).delete()
                return


def _rehash(user: User, password: str) -> None:
    encoded = make_password(password)
    if _replace(user, password=encoded):
        user.password = encoded


def _replace(user: User, **values: Any) -> bool:
    """Tell whether the hash that was verified was still there to be replaced."""
    return User.objects.filter(pk=user.pk, password=user.password).update(**values) > 0
