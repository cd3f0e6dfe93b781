import re
from functools import cache


@cache
def camel(name: str) -> str:
    """Return a name as JSON has it: `created_at` is `createdAt` there."""
    return re.sub("_(.)", lambda match: match[1].upper(), name)
