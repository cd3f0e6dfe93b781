"""Errors as callers see them: RFC 9457. docs/problems.md explains each kind."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse

from common.log import request_id

Kind = Literal[
    "malformed",
    "unauthenticated",
    "forbidden",
    "not-found",
    "method-not-allowed",
    "conflict",
    "precondition-failed",
    "too-large",
    "unsupported-media-type",
    "validation",
    "rate-limited",
    "internal",
    "unavailable",
]

# Titles are our own: those of `http.HTTPStatus` differ between versions of Python.
KINDS: dict[Kind, tuple[int, str]] = {
    "malformed": (400, "Bad Request"),
    "unauthenticated": (401, "Unauthorized"),
    "forbidden": (403, "Forbidden"),
    "not-found": (404, "Not Found"),
    "method-not-allowed": (405, "Method Not Allowed"),
    "conflict": (409, "Conflict"),
    "precondition-failed": (412, "Precondition Failed"),
    "too-large": (413, "Content Too Large"),
    "unsupported-media-type": (415, "Unsupported Media Type"),
    "validation": (422, "Unprocessable Content"),
    "rate-limited": (429, "Too Many Requests"),
    "internal": (500, "Internal Server Error"),
    "unavailable": (503, "Service Unavailable"),
}

Fault = dict[str, str]
"""Where a fault lies, a `pointer` into the body or a query `parameter`, and its `detail`."""


class Problem(Exception):
    """An error whose kind, detail and faults may be shown to the caller."""

    def __init__(
        self,
        kind: Kind,
        detail: str,
        errors: Sequence[Fault] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.errors = errors
        self.headers = headers or {}
        self.status, self.title = KINDS[kind]

    def to_response(self, request: HttpRequest) -> HttpResponse:
        body: dict[str, Any] = {
            "type": f"/problems/{self.kind}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "instance": target_of(request).partition("?")[0],
            "requestId": request_id.get(),
        }
        if self.errors is not None:
            body["errors"] = self.errors
        return HttpResponse(
            json.dumps(body),
            status=self.status,
            content_type="application/problem+json",
            headers=self.headers,
        )


def target_of(request: HttpRequest) -> str:
    """Return the target of a request as it was sent: Django decodes paths."""
    target: str | None = request.META.get("RAW_URI")
    if target is not None:
        return target
    query = request.META.get("QUERY_STRING")
    return quote(request.path) + (f"?{query}" if query else "")


def pointer_to(*keys: str | int) -> str:
    """Return the JSON pointer (RFC 6901) to a member of a body."""
    return "".join(f"/{str(key).replace('~', '~0').replace('/', '~1')}" for key in keys)


def unavailable(detail: str) -> Problem:
    return Problem("unavailable", detail, headers={"Retry-After": "5"})
