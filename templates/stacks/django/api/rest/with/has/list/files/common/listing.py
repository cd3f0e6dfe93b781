"""Lists, page by page: their parameters, and the rows behind a position."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import QueryDict
from rest_framework.exceptions import ValidationError
from rest_framework.serializers import Field, Serializer

from common.cursor import Position, read_cursor, write_cursor, wrong_cursor
from common.naming import camel
from common.problems import Fault, Problem

_LIMIT = re.compile("[1-9][0-9]?|100")
_DEFAULT_LIMIT = 20
_DEFAULT_SORT = "-createdAt"
PARAMETERS = ("limit", "cursor", "sort")


@dataclass(frozen=True)
class Key:
    field: Field[Any, Any, Any, Any]
    descending: bool


class Listing:
    """What a query asks for. The fields are those of a serializer, named as in JSON."""

    def __init__(
        self,
        query: QueryDict,
        serializer: Serializer[Any],
        sortable: list[str],
        filterable: list[str],
    ) -> None:
        self._fields = serializer.fields
        self._sortable = sortable
        self._filterable = filterable
        self._faults: list[Fault] = []
        for name in query:
            self._check_name(name, len(query.getlist(name)))
        self.limit = self._read_limit(query.get("limit"))
        self.sort = self._read_sort(query.get("sort", _DEFAULT_SORT))
        self.filter = self._read_filter(query)
        if self._faults:
            detail = f"The query has {len(self._faults)} fault(s)."
            raise Problem("validation", detail, self._faults)
        self.after = self._read_after(query.get("cursor"))

    def page(self, rows: QuerySet[Any]) -> tuple[list[Any], str | None]:
        """Return the rows of the page, and the cursor of the next one, if there is any."""
        filtered = rows.filter(**{name: value for name, (_, value) in self.filter.items()})
        if self.after is not None:
            filtered = filtered.filter(self._behind(self.after))
        order = [f"{'-' if key.descending else ''}{key.field.source}" for key in self.sort]
        # One more than the page holds tells whether there is a next one.
        found = list(filtered.order_by(*order)[: self.limit + 1])
        page = found[: self.limit]
        if len(found) <= self.limit:
            return page, None
        return page, write_cursor(self._scope(), self._position_of(page[-1]))

    def _check_name(self, name: str, count: int) -> None:
        if name not in PARAMETERS and name not in self._filterable:
            self._fault(name, "is not known")
        elif count > 1:
            self._fault(name, "must not be repeated")

    def _fault(self, parameter: str, detail: str) -> None:
        self._faults.append({"parameter": parameter, "detail": detail})

    def _read_limit(self, text: str | None) -> int:
        if text is None:
            return _DEFAULT_LIMIT
        if not _LIMIT.fullmatch(text):
            self._fault("limit", "must be a whole number from 1 to 100")
            return _DEFAULT_LIMIT
        return int(text)

    def _read_sort(self, text: str) -> list[Key]:
        keys = {}
        for item in text.split(","):
            name = item.removeprefix("-")
            if name not in self._sortable or name in keys:
                names = ", ".join(self._sortable)
                detail = f"must be a comma list of {names}, each once, with - for descending"
                self._fault("sort", detail)
                return []
            keys[name] = Key(self._fields[name], descending=item.startswith("-"))
        last = list(keys.values())[-1]
        return [*keys.values(), Key(self._fields["id"], last.descending)]

    def _read_filter(self, query: QueryDict) -> dict[str, tuple[str, Any]]:
        """Return for each field of the model the text that was sent, and what it means."""
        found = {}
        for name in self._filterable:
            text = query.get(name)
            if text is None:
                continue
            field = self._fields[name]
            try:
                value = read_text(field, text)
            except ValidationError as error:
                self._fault(name, " ".join(map(str, error.detail)))
            else:
                found[str(field.source)] = text, value
        return found

    def _read_after(self, cursor: str | None) -> Position | None:
        if cursor is None:
            return None
        position = read_cursor(cursor, self._scope())
        if len(position) != len(self.sort):
            raise wrong_cursor()
        try:
            return [
                key.field.to_internal_value(value)
                for key, value in zip(self.sort, position, strict=True)
            ]
        except ValidationError as error:
            raise wrong_cursor() from error

    def _scope(self) -> str:
        sort = [[key.field.source, key.descending] for key in self.sort]
        texts = {name: text for name, (text, _) in self.filter.items()}
        return json.dumps([sort, texts], sort_keys=True)

    def _position_of(self, row: Any) -> Position:
        return [key.field.to_representation(key.field.get_attribute(row)) for key in self.sort]

    def _behind(self, position: Position) -> Q:
        """
        Row values cannot mix directions, so the comparison is spelled out; its first half is what
        lets the database begin in the middle of an index.
        """
        condition = Q(pk__in=[])
        for key, value in reversed(list(zip(self.sort, position, strict=True))):
            name, than = key.field.source, "lt" if key.descending else "gt"
            beyond = Q(**{f"{name}__{than}": value})
            condition = Q(**{f"{name}__{than}e": value}) & (beyond | condition)
        return condition


def read_text(field: Field[Any, Any, Any, Any], text: str) -> Any:
    """Return the value that a text stands for in a query; bounds are for what is written."""
    read = getattr(field, "from_query", field.to_internal_value)
    return read(text)


def names_of(names: list[str], serializer: Serializer[Any]) -> list[str]:
    """Return the names that fields of a model have in JSON."""
    shown = {field.source: name for name, field in serializer.fields.items()}
    return [shown.get(name, camel(name)) for name in names]
