import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode

from django.db.models import Q
from rest_framework.exceptions import ParseError, ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.response import Response

COLUMNS = {
    "createdAt": "created_at",
    "updatedAt": "updated_at",
    "title": "title",
    "status": "status",
}
PARAMETERS = {"limit", "cursor", "sort", "status"}
LIMIT = re.compile("[1-9][0-9]?|100")


class CursorPagination(BasePagination):
    def paginate_queryset(self, queryset, request, view=None):
        query = request.query_params
        if unknown := set(query) - PARAMETERS:
            raise ValidationError(dict.fromkeys(unknown, ["is not known"]))
        limit, sort = query.get("limit", "20"), query.get("sort", "-createdAt")
        name = sort.removeprefix("-")
        if not LIMIT.fullmatch(limit) or name not in COLUMNS:
            raise ValidationError({"query": ["has a limit or a sort that is not known"]})
        column, sign = COLUMNS[name], "-" if sort.startswith("-") else ""
        if "status" in query:
            queryset = queryset.filter(status=query["status"])
        if "cursor" in query:
            queryset = queryset.filter(self.behind(query["cursor"], sort, column, sign))
        rows = list(queryset.order_by(sign + column, f"{sign}id")[: int(limit) + 1])
        page = rows[: int(limit)]
        self.next = encode(sort, page[-1], column) if len(rows) > int(limit) else None
        return page

    def behind(self, cursor, sort, column, sign):
        try:
            given, value, id_ = json.loads(urlsafe_b64decode(cursor))
        except ValueError as error:
            raise ParseError from error
        if given != sort:
            raise ParseError
        than = "lt" if sign else "gt"
        equal = Q(**{column: value, f"id__{than}": id_})
        return Q(**{f"{column}__{than}e": value}) & (Q(**{f"{column}__{than}": value}) | equal)

    def get_paginated_response(self, data):
        return Response({"items": data, "nextCursor": self.next})


def encode(sort, row, column):
    position = json.dumps([sort, str(getattr(row, column)), str(row.pk)])
    return urlsafe_b64encode(position.encode()).decode()
