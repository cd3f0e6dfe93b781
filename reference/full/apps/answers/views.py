from common.access.viewsets import OwnedViewSet

from .models import Answer
from .serializers import AnswerSerializer


class AnswerViewSet(OwnedViewSet):
    queryset = Answer.objects.all()
    serializer_class = AnswerSerializer
    ordering_fields = [
        "created_at",
        "updated_at",
        "text",
    ]
    filterset_fields = [
        "remark",
        "author",
    ]
