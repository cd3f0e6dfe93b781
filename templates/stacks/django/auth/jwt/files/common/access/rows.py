"""Which rows a user sees."""

from __future__ import annotations

from typing import Any, cast

from django.db.models import Model, QuerySet
from rest_framework.request import Request

from apps.users.models import User
from common.access.grants import reaching_all, reading, writing
from common.access.models import OwnedRow


def caller_of(request: Request) -> User:
    """Return who sends a request to a view that is not open to everybody."""
    return cast("User", request.user)


def visible(rows: QuerySet[Any], user: User) -> QuerySet[Any]:
    """Return the rows that are the user's, or all where the user may see those of all users."""
    model = rows.model
    if not issubclass(model, OwnedRow) or reaching_all(model) in user.permissions:
        return rows
    return rows.filter(owner=user)


def readable(model: type[Model], user: User) -> QuerySet[Any]:
    return _granted(model, user, reading(model))


def writable(model: type[Model], user: User) -> QuerySet[Any]:
    return _granted(model, user, writing(model))


def _granted(model: type[Model], user: User, permission: str) -> QuerySet[Any]:
    rows = model._default_manager.all()
    return visible(rows, user) if permission in user.permissions else rows.none()
