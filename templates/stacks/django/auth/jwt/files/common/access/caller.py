from __future__ import annotations

from typing import cast

from rest_framework.request import Request

from apps.users.models import User


def caller_of(request: Request) -> User:
    """Return who sends a request to a view that is not open to everybody."""
    return cast("User", request.user)
