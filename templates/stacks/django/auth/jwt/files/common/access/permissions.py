from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

if TYPE_CHECKING:
    from rest_framework.views import APIView

    from apps.users.models import User


class HasPermission(BasePermission):
    """The caller is signed in, and is granted what the view asks for."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        user = cast("User | None", request.user)
        if user is None:
            return False
        if user.must_change_password and not getattr(view, "takes_one_time_password", False):
            self.message = "Change the password first."
            return False
        needed = getattr(view, "required_permission", None)
        self.message = f"This needs the permission {needed}."
        return needed is None or needed in user.permissions
