from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast
from uuid import UUID

from django.db import IntegrityError, models

from common.database.failures import broken_rule
from common.models import Identified
from common.naming import camel
from common.problems import Fault, Problem, pointer_to


def refusal_of(
    error: IntegrityError,
    model: type[Identified],
    values: Mapping[str, Any],
    pk: UUID | None = None,
) -> Exception:
    """Return the problem that a write ran into, or the error itself where nobody foresaw it."""
    if broken_rule(error) is None:
        return error
    if taken := list(_taken(model, values, pk)):
        return Problem("conflict", "A value that must be unique is taken.", taken)
    if missing := list(_missing(model, values)):
        return Problem("validation", "It refers to something that does not exist.", missing)
    # What stood in the way has gone since.
    return Problem("conflict", "Somebody else was faster: try again.")


def _taken(model: type[Identified], values: Mapping[str, Any], pk: UUID | None) -> Iterator[Fault]:
    for field, value in _values_of(model, values):
        same = model._default_manager.filter(**{field.name: value})
        if field.unique and any(row.pk != pk for row in same):
            yield _fault(field, "is already taken")


def _missing(model: type[Identified], values: Mapping[str, Any]) -> Iterator[Fault]:
    for field, value in _values_of(model, values):
        target = field.related_model
        if target and not target._default_manager.filter(pk=value.pk).exists():
            yield _fault(field, "does not exist")


def _values_of(
    model: type[Identified],
    values: Mapping[str, Any],
) -> Iterator[tuple[models.Field[Any, Any], Any]]:
    for name, value in values.items():
        if value is not None:
            yield cast("models.Field[Any, Any]", model._meta.get_field(name)), value


def _fault(field: models.Field[Any, Any], detail: str) -> Fault:
    return {"pointer": pointer_to(camel(str(field.column))), "detail": detail}
