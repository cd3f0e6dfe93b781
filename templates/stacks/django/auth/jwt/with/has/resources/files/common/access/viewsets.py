from __future__ import annotations

from typing import Any

from django.db.models import Model, QuerySet
from rest_framework.permissions import SAFE_METHODS

from common.access.caller import caller_of
from common.access.grants import reading, writing
from common.access.rows import granted, visible
from common.row_viewsets import RowViewSet


class GuardedViewSet(RowViewSet):
    """The rows of everybody, for those who are granted access to the resource."""

    @property
    def required_permission(self) -> str:
        permission = reading if self.request.method in SAFE_METHODS else writing
        return permission(self.model)

    def get_removable(self, model: type[Model]) -> QuerySet[Any]:
        """Nobody deletes or changes along with a row what they could not by itself."""
        return granted(model, caller_of(self.request), writing(model))


class OwnedViewSet(GuardedViewSet):
    """The rows of the caller, or of all users for those who may see them."""

    def get_queryset(self) -> QuerySet[Any]:
        return visible(super().get_queryset(), caller_of(self.request))

    def get_owner(self) -> dict[str, Any]:
        return {"owner": self.request.user}
