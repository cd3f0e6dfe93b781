from common.access.viewsets import OwnedViewSet

from .models import Remark
from .serializers import RemarkSerializer


class RemarkViewSet(OwnedViewSet):
    queryset = Remark.objects.all()
    serializer_class = RemarkSerializer
    ordering_fields = [
        "created_at",
        "updated_at",
        "text",
    ]
    filterset_fields = [
        "author",
        "order",
    ]
