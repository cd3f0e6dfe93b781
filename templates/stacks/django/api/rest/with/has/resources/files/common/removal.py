"""
Deleting a row, and what is to go or to change with it: all of that or nothing. Django's own
collector would delete rows that refer to something else by now, and rows that the caller may not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.db import IntegrityError, OperationalError, models, transaction

from common import clock
from common.database.failures import broken_rule, is_deadlock
from common.models import Row
from common.problems import Problem

Reach = Callable[[type[models.Model]], "models.QuerySet[Any]"]
"""Which rows of a model the caller may delete or change."""

# How many rows are taken at a time: a statement takes so many parameters and no more.
_BATCH = 500

# How often work is begun anew that had to give way to others.
_RETRIES = 3


def remove(row: Row, versions: Mapping[str, int], reach: Reach) -> bool:
    """Tell whether the row was there to be deleted, in one of the versions if any are named."""
    for left in reversed(range(_RETRIES + 1)):
        try:
            return _remove(row, versions, reach)
        except OperationalError as error:
            if left == 0 or not is_deadlock(error):
                raise
        except IntegrityError as error:
            if broken_rule(error) is None:
                raise
            raise Problem("conflict", "Something else still refers to this.") from error
    raise AssertionError("the last try returns or raises")


def _remove(row: Row, versions: Mapping[str, int], reach: Reach) -> bool:
    with transaction.atomic():
        _release_all(type(row), [row.pk], reach)
        rows = type(row)._base_manager.filter(pk=row.pk, **versions)
        # A row that is not there, or no longer the same, takes nothing along.
        was_there = bool(rows._raw_delete(rows.db))
        transaction.set_rollback(not was_there)
    return was_there


def _release_all(model: type[models.Model], ids: Sequence[Any], reach: Reach) -> None:
    """Whatever refers to these rows is deleted, or refers to nothing from then on."""
    referrers = list(_referrers_of(model))
    for field in referrers:
        # Rows that refer to each other would never end; these are about to go.
        if field.model is model:
            model._base_manager.filter(pk__in=ids).update(**{field.name: None})
    for field in referrers:
        while rows := _take(field, ids, reach):
            _let_go(field, rows, reach)


def _referrers_of(model: type[models.Model]) -> Iterator[models.ForeignKey[Any, Any]]:
    """In one order everywhere, so that rows are locked in one."""
    relations = [
        relation.field
        for relation in model._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel)
        and relation.on_delete in (models.CASCADE, models.SET_NULL)
    ]
    return iter(sorted(relations, key=lambda field: (field.model._meta.db_table, field.column)))


def _take(field: models.ForeignKey[Any, Any], ids: Sequence[Any], reach: Reach) -> list[Any]:
    """Return the next rows that refer to these, so that they do until the transaction is over."""
    refers = {f"{field.name}__in": ids}
    rows = field.model._base_manager
    while found := _ids(reach(field.model).filter(**refers)[:_BATCH]):
        # By id and in that order, so that those who lock the same rows do not wait in circles.
        _ids(rows.filter(pk__in=found).order_by("pk").select_for_update())
        # Some of them may have gone, or refer to something else by now.
        if taken := _ids(rows.filter(pk__in=found, **refers)):
            return taken
    return []


def _let_go(field: models.ForeignKey[Any, Any], ids: list[Any], reach: Reach) -> None:
    rows = field.model._base_manager.filter(pk__in=ids)
    if field.remote_field.on_delete is models.CASCADE:
        _release_all(field.model, ids, reach)
        rows._raw_delete(rows.db)
    else:
        # Whoever has read such a row must learn that it is another one now.
        version = models.F("version") + 1
        rows.update(**{field.name: None, "version": version, "updated_at": clock.now()})


def _ids(rows: models.QuerySet[Any]) -> list[Any]:
    return list(rows.values_list("pk", flat=True))
