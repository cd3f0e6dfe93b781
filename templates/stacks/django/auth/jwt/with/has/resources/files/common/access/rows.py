"""Which rows a user sees."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, QuerySet

from apps.users.models import User
from common.access.grants import reaching_all
from common.access.models import OwnedRow


def visible(rows: QuerySet[Any], user: User) -> QuerySet[Any]:
    """Return the rows that are the user's, or all where the user may see those of all users."""
    model = rows.model
    if not issubclass(model, OwnedRow) or reaching_all(model) in user.permissions:
        return rows
    return rows.filter(owner=user)


def granted(model: type[Model], user: User, permission: str) -> QuerySet[Any]:
    """Return the rows that a permission is about for this user: none without it."""
    rows = model._default_manager.all()
    return visible(rows, user) if permission in user.permissions else rows.none()
