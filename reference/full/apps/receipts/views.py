from common.access.viewsets import GuardedViewSet

from .models import Receipt
from .serializers import ReceiptSerializer


class ReceiptViewSet(GuardedViewSet):
    queryset = Receipt.objects.all()
    serializer_class = ReceiptSerializer
    ordering_fields = [
        "created_at",
        "updated_at",
    ]
    filterset_fields = [
        "order",
    ]
