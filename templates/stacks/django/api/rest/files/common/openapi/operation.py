from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Schema = dict[str, Any]


@dataclass(frozen=True)
class Named:
    """A schema that the document keeps under a name."""

    name: str
    schema: Schema


@dataclass(frozen=True)
class Operation:
    """One method of one route, as `/openapi.json` describes it."""

    id: str
    summary: str
    status: int = 200
    output: Named | None = None
    input: Named | None = None
    query: Mapping[str, Schema] = field(default_factory=dict)
    request_headers: Sequence[str] = ()
    response_headers: Sequence[str] = ()
    # Statuses without a body, beside the one above.
    others: Sequence[int] = ()
    # Statuses of problems beyond those that follow from the rest.
    problems: Sequence[int] = ()
