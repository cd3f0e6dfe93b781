from django.db import DatabaseError, InterfaceError, connection
from rest_framework.request import Request
from rest_framework.response import Response

from common.openapi.operation import Named, Operation
from common.problems import unavailable
from common.views import JsonView


class OpenView(JsonView):
    """Open to everybody."""

    authentication_classes = []
    permission_classes = []


class LivenessView(OpenView):
    operations = {
        "get": Operation(
            id="checkLiveness",
            summary="Tells whether the process runs",
            output=Named(
                "Liveness",
                {
                    "type": "object",
                    "properties": {"status": {"const": "ok"}},
                    "required": ["status"],
                },
            ),
        ),
    }

    def get(self, request: Request) -> Response:
        return Response({"status": "ok"})


class ReadinessView(OpenView):
    operations = {
        "get": Operation(
            id="checkReadiness",
            summary="Tells whether requests can be served",
            output=Named(
                "Readiness",
                {
                    "type": "object",
                    "properties": {
                        "status": {"const": "ok"},
                        "checks": {
                            "type": "object",
                            "properties": {"database": {"const": "ok"}},
                            "required": ["database"],
                        },
                    },
                    "required": ["status", "checks"],
                },
            ),
        ),
    }

    def get(self, request: Request) -> Response:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except (DatabaseError, InterfaceError) as error:
            raise unavailable("The database is down.") from error
        return Response({"status": "ok", "checks": {"database": "ok"}})
