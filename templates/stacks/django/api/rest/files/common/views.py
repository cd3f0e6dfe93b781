from collections.abc import Mapping
from typing import Any, ClassVar

from rest_framework.exceptions import MethodNotAllowed
from rest_framework.request import Request
from rest_framework.views import APIView

from common.openapi.operation import Operation
from common.parser import assert_json
from common.problems import Problem

_WITH_BODY = frozenset({"POST", "PATCH"})


class JsonView(APIView):
    """What every view keeps to: no method, body or query parameter that it does not know."""

    http_method_names = ["get", "head", "post", "patch", "delete"]

    # What `/openapi.json` says of each method, by its name in lower case.
    operations: ClassVar[Mapping[str, Operation]] = {}

    @property
    def default_response_headers(self) -> dict[str, str]:
        return {"Allow": ", ".join(self.allowed_methods)} if self._is_unknown() else {}

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        if self._is_unknown():
            raise MethodNotAllowed(request.method or "")
        super().initial(request, *args, **kwargs)
        if request.method in _WITH_BODY:
            assert_json(request)
        self.check_query(request)

    def check_query(self, request: Request) -> None:
        """Refuse parameters that nobody reads."""
        faults = [{"parameter": name, "detail": "is not known"} for name in request.query_params]
        if faults:
            raise Problem("validation", f"The query has {len(faults)} fault(s).", faults)

    def describe(self, action: str) -> Operation:
        if action not in self.operations:
            view = type(self).__name__
            raise NotImplementedError(f"`operations` of {view} must describe `{action}`")
        return self.operations[action]

    def _is_unknown(self) -> bool:
        return (self.request.method or "") not in self.allowed_methods
