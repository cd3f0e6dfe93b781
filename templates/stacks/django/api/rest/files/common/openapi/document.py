"""The OpenAPI 3.1 document, written from the views and serializers that answer requests."""

import re
from collections.abc import Iterator
from http import HTTPStatus
from string import Formatter
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from common.middleware.rate_limit import EXEMPT
from common.openapi.operation import Named, Operation, Schema
from common.openapi.schemas import reference_to
from common.problems import KINDS
from common.views import JsonView

_TITLES = dict(KINDS.values())

_TEXT: Schema = {"type": "string"}
_ID: Schema = {"type": "string", "format": "uuid"}

# In routes of Django, such as `<str:pk>`.
_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")

_PROBLEM = Named(
    "ProblemDetails",
    {
        "type": "object",
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "instance": {"type": "string"},
            "requestId": {"type": "string"},
            "errors": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "pointer": {"type": "string"},
                        "parameter": {"type": "string"},
                        "detail": {"type": "string"},
                    },
                    "required": ["detail"],
                    "additionalProperties": False,
                },
            },
        },
        "required": ["type", "title", "status", "detail", "instance", "requestId"],
        "additionalProperties": False,
    },
)


class Document:
    def __init__(self, title: str, version: str, schemes: dict[str, Schema]) -> None:
        self._schemas: dict[str, Schema] = {}
        self._schemes = schemes
        self._info = {"title": title, "version": version}

    def write(self) -> Schema:
        paths: dict[str, Schema] = {}
        for path, method, view, action in _routes(get_resolver().url_patterns):
            operation = view.describe(action)
            paths.setdefault(path, {})[method] = self._operation(path, method, view, operation)
        return {
            "openapi": "3.1.0",
            "info": self._info,
            "servers": [{"url": "/"}],
            "security": [],
            "paths": paths,
            "components": {"schemas": self._schemas, "securitySchemes": self._schemes},
        }

    def _operation(
        self,
        path: str,
        method: str,
        view: JsonView,
        operation: Operation,
    ) -> Schema:
        closed = bool(view.authentication_classes)
        described: Schema = {
            "operationId": operation.id,
            "summary": operation.summary,
            "security": [{name: []} for name in self._schemes] if closed else [],
            "tags": [path.split("/")[3] if path.count("/") > 2 else "service"],
            "parameters": [
                *_parameters("path", _path_parameters(path), required=True),
                *_parameters("query", operation.query),
                *_parameters("header", dict.fromkeys(operation.request_headers, _TEXT)),
            ],
            "responses": {
                **self._successes(operation),
                **self._failures(path, operation, closed=closed),
            },
        }
        if operation.input is not None:
            described["requestBody"] = self._body(method, operation.input)
        return described

    def _body(self, method: str, named: Named) -> Schema:
        content = {"schema": self._reference(named)}
        patch = ["application/merge-patch+json"] if method == "patch" else []
        return {"required": True, "content": dict.fromkeys(["application/json", *patch], content)}

    def _successes(self, operation: Operation) -> Schema:
        headers = {name: {"schema": _TEXT} for name in operation.response_headers}
        answers: Schema = {}
        for status in (operation.status, *operation.others):
            answers[str(status)] = {"description": HTTPStatus(status).phrase, "headers": headers}
        if operation.output is not None:
            schema = self._reference(operation.output)
            answers[str(operation.status)]["content"] = {"application/json": {"schema": schema}}
        return answers

    def _failures(self, path: str, operation: Operation, *, closed: bool) -> Schema:
        statuses = {400, 422, 500, 503, *operation.problems}
        if path not in EXEMPT:
            statuses.add(429)
        if closed:
            statuses |= {401, 403}
        if "{" in path:
            statuses.add(404)
        if operation.input is not None:
            statuses |= {413, 415}
        content = {"application/problem+json": {"schema": self._reference(_PROBLEM)}}
        return {
            str(status): {"description": _TITLES[status], "content": content}
            for status in sorted(statuses)
        }

    def _reference(self, named: Named) -> Schema:
        known = self._schemas.setdefault(named.name, named.schema)
        # Two that claim one name would describe each other's bodies.
        if known != named.schema:
            raise ValueError(f"two schemas are called {named.name}")
        return reference_to(named)


def _routes(
    patterns: list[URLPattern | URLResolver],
    prefix: str = "/",
) -> Iterator[tuple[str, str, Any, str]]:
    """Return the path, the method, the view and its action for every operation."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
            continue
        callback: Any = pattern.callback
        # Pages, for instance, are no part of the API.
        if not issubclass(getattr(callback, "cls", object), JsonView):
            continue
        path = _PARAMETER.sub(lambda match: f"{{{_name_of(match[1])}}}", route)
        view = callback.cls(**callback.initkwargs)
        actions = getattr(callback, "actions", None) or _methods_of(view)
        for method, action in actions.items():
            if method != "head":
                yield path, method, view, action


def _name_of(parameter: str) -> str:
    return "id" if parameter == "pk" else parameter


def _methods_of(view: JsonView) -> dict[str, str]:
    return {name: name for name in view.http_method_names if hasattr(view, name)}


def _path_parameters(path: str) -> dict[str, Schema]:
    names = [name for _, name, _, _ in Formatter().parse(path) if name]
    return {name: _ID if name == "id" else _TEXT for name in names}


def _parameters(location: str, schemas: Any, *, required: bool = False) -> list[Schema]:
    return [
        {"name": name, "in": location, "required": required, "schema": schema}
        for name, schema in schemas.items()
    ]
