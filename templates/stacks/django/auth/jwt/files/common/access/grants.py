"""
What roles can grant. `<resource>:any` extends the other two to the rows of all users; views ask for
permissions, never for roles.
"""

from functools import cache

from django.apps import apps
from django.db.models import Model

from common.access.models import OwnedRow
from common.models import Row

MANAGE_USERS = "users:manage"


def resource_of(model: type[Model]) -> str:
    return model._meta.db_table.replace("_", "-")


def reading(model: type[Model]) -> str:
    return f"{resource_of(model)}:read"


def writing(model: type[Model]) -> str:
    return f"{resource_of(model)}:write"


def reaching_all(model: type[Model]) -> str:
    return f"{resource_of(model)}:any"


@cache
def all_permissions() -> tuple[str, ...]:
    found = {MANAGE_USERS}
    for model in apps.get_models():
        if issubclass(model, Row):
            found |= {reading(model), writing(model)}
        if issubclass(model, OwnedRow):
            found.add(reaching_all(model))
    return tuple(sorted(found))
