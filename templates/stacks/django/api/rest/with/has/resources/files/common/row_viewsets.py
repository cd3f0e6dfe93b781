from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model, QuerySet
from django.shortcuts import get_object_or_404
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from common.conflicts import refusal_of
from common.entity_tags import assert_match, entity_tag, is_conditional, is_known
from common.models import Row
from common.removal import remove
from common.viewsets import ListViewSet


class RowViewSet(ListViewSet):
    """The five operations of a resource, under optimistic concurrency control."""

    def create(self, request: Request) -> Response:
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        values = serializer.validated_data
        try:
            with transaction.atomic():
                row = serializer.save(**self.get_owner())
        except IntegrityError as error:
            raise refusal_of(error, self.model, values) from error
        headers = {"Location": f"{request.path}/{row.pk}", "ETag": entity_tag(row.version)}
        return Response(serializer.data, status.HTTP_201_CREATED, headers=headers)

    def retrieve(self, request: Request, pk: str) -> Response:
        row = self._find(self.get_queryset())
        headers = {"ETag": entity_tag(row.version), "Cache-Control": "private, no-cache"}
        if is_known(request, row.version):
            return Response(status=status.HTTP_304_NOT_MODIFIED, headers=headers)
        return Response(self.get_serializer(row).data, headers=headers)

    def partial_update(self, request: Request, pk: str) -> Response:
        # Read before anything is locked: clients may be slow.
        data = request.data
        values: dict[str, Any] = {}
        try:
            with transaction.atomic():
                row = self._find(self.get_queryset().select_for_update())
                assert_match(request, row.version)
                serializer = self.get_serializer(row, data=data, partial=True)
                serializer.is_valid(raise_exception=True)
                values = serializer.validated_data
                serializer.save()
        except IntegrityError as error:
            raise refusal_of(error, self.model, values, self.get_id()) from error
        return Response(serializer.data, headers={"ETag": entity_tag(row.version)})

    def destroy(self, request: Request, pk: str) -> Response:
        while True:
            row = self._find(self.get_queryset())
            assert_match(request, row.version)
            versions = {"version": row.version} if is_conditional(request) else {}
            if remove(row, versions, self.get_removable):
                return Response(status=status.HTTP_204_NO_CONTENT)

    def get_owner(self) -> dict[str, Any]:
        """Return what a new row holds beside its fields."""
        return {}

    def get_removable(self, model: type[Model]) -> QuerySet[Any]:
        """Return the rows that may go, or change, along with a row that they refer to."""
        return model._default_manager.all()

    def _find(self, rows: QuerySet[Row]) -> Row:
        row: Row = get_object_or_404(self.filter_queryset(rows), pk=self.get_id())
        return row
