import json
from typing import Any

from django.http import HttpResponse
from django.test import Client


class Api:
    """A client that speaks JSON, and that shows who it is."""

    def __init__(self, authorization: str | None = None) -> None:
        self._client = Client(raise_request_exception=False)
        self._headers = {} if authorization is None else {"Authorization": authorization}

    def send(
        self,
        method: str,
        path: str,
        body: bytes | str = b"",
        content_type: str = "application/json",
        headers: dict[str, str] | None = None,
        **meta: Any,
    ) -> Any:
        all_headers = {**self._headers, **(headers or {})}
        return self._client.generic(
            method,
            path,
            body,
            content_type,
            headers=all_headers,
            # Else an empty body has no type.
            **{"CONTENT_TYPE": content_type, **meta},
        )

    def get(self, path: str, headers: dict[str, str] | None = None) -> Any:
        return self.send("GET", path, headers=headers)

    def post(self, path: str, body: Any) -> Any:
        return self.send("POST", path, json.dumps(body))

    def patch(
        self,
        path: str,
        body: Any,
        headers: dict[str, str] | None = None,
    ) -> Any:
        return self.send("PATCH", path, json.dumps(body), headers=headers)

    def delete(self, path: str, headers: dict[str, str] | None = None) -> Any:
        return self.send("DELETE", path, headers=headers)


def read(answer: HttpResponse) -> Any:
    return json.loads(answer.content)


def pointers(answer: HttpResponse) -> list[str]:
    """Return where the faults of a body lie, in order."""
    return sorted({fault["pointer"] for fault in read(answer)["errors"]})


def parameters(answer: HttpResponse) -> list[str]:
    return sorted({fault["parameter"] for fault in read(answer)["errors"]})


def kind_of(answer: HttpResponse) -> str:
    """Return what kind of problem an answer is, after a look at everything that all have."""
    problem = read(answer)
    assert answer["Content-Type"] == "application/problem+json"
    assert problem["status"] == answer.status_code
    assert problem["requestId"] == answer["X-Request-Id"]
    assert problem["title"]
    assert problem["detail"]
    return str(problem["type"]).removeprefix("/problems/")
