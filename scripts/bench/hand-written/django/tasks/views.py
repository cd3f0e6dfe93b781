from django.conf import settings
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.viewsets import ModelViewSet

from tasks.models import Task
from tasks.pagination import CursorPagination
from tasks.serializers import TaskSerializer


class TaskViewSet(ModelViewSet):
    queryset = Task.objects.all()
    serializer_class = TaskSerializer
    pagination_class = CursorPagination
    http_method_names = ["get", "head", "post"]
    lookup_value_regex = "[0-9a-f-]{36}"

    @property
    def default_response_headers(self):
        return {}

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        if self.action != "list" and request.query_params:
            raise ValidationError(dict.fromkeys(request.query_params, ["is not known"]))

    def get_queryset(self):
        rows = super().get_queryset()
        if not settings.JWT_SECRET or "admin" in self.request.user.roles:
            return rows
        return rows.filter(owner=self.request.user)

    def perform_create(self, serializer):
        owner = {"owner": self.request.user} if settings.JWT_SECRET else {}
        serializer.save(**owner)

    def get_success_headers(self, data):
        return {"Location": f"/api/v1/tasks/{data['id']}", "ETag": '"1"'}

    def retrieve(self, request, *args, **kwargs):
        row = self.get_object()
        tag = f'"{row.version}"'
        headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
        if request.headers.get("If-None-Match") == tag:
            return Response(status=304, headers=headers)
        return Response(self.get_serializer(row).data, headers=headers)
