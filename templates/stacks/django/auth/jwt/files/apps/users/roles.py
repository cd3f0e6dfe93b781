"""Which role grants what: the one place to add or change one."""

from collections.abc import Callable
from functools import cache

from common.access.grants import all_permissions

Grant = Callable[[str], bool]

ROLES: dict[str, Grant] = {
    "admin": lambda _permission: True,
    "user": lambda permission: permission.endswith((":read", ":write")),
}

# What whoever registers may do.
DEFAULT_ROLES = ["user"]


@cache
def permissions_of(roles: tuple[str, ...]) -> frozenset[str]:
    """Return what roles grant together; one that is no longer known grants nothing."""
    grants = [ROLES[role] for role in roles if role in ROLES]
    return frozenset(
        permission for permission in all_permissions() if any(grant(permission) for grant in grants)
    )
