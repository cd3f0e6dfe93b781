from typing import Any, ClassVar, cast
from uuid import UUID

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.viewsets import GenericViewSet

from common.ids import parse_id
from common.listing import Listing, names_of
from common.openapi.operation import Operation
from common.openapi.rows import ROW_ACTIONS, describe_rows
from common.views import JsonView


class ListViewSet(JsonView, GenericViewSet[Any]):
    """Rows by page. Which fields sort and filter a list, a view names as the model does."""

    ordering_fields: ClassVar[list[str]] = []
    filterset_fields: ClassVar[list[str]] = []
    lookup_value_converter = "str"

    @property
    def model(self) -> type[Any]:
        # Not by `get_queryset`, which may ask who is calling.
        model: type[Any] = cast("Any", self).queryset.model
        return model

    def check_query(self, request: Request) -> None:
        if self.action != "list":
            super().check_query(request)

    def list(self, request: Request) -> Response:
        serializer = cast("Serializer[Any]", self.get_serializer())
        listing = Listing(
            request.query_params,
            serializer,
            names_of(self.ordering_fields, serializer),
            names_of(self.filterset_fields, serializer),
        )
        rows, cursor = listing.page(self.filter_queryset(self.get_queryset()))
        items = [serializer.to_representation(row) for row in rows]
        return Response({"items": items, "nextCursor": cursor})

    def describe(self, action: str) -> Operation:
        if action in ROW_ACTIONS:
            return describe_rows(self, action)
        return super().describe(action)

    def get_id(self) -> UUID:
        id_ = parse_id(self.kwargs["pk"])
        if id_ is None:
            raise Http404
        return id_
