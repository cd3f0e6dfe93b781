from common.access.viewsets import GuardedViewSet

from .models import Stamp
from .serializers import StampSerializer


class StampViewSet(GuardedViewSet):
    queryset = Stamp.objects.all()
    serializer_class = StampSerializer
    ordering_fields = [
        "created_at",
        "updated_at",
        "day",
    ]
    filterset_fields = [
        "remark",
        "answer",
    ]
