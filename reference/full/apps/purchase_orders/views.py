from common.access.viewsets import OwnedViewSet

from .models import PurchaseOrder
from .serializers import PurchaseOrderSerializer


class PurchaseOrderViewSet(OwnedViewSet):
    queryset = PurchaseOrder.objects.all()
    serializer_class = PurchaseOrderSerializer
    ordering_fields = [
        "created_at",
        "updated_at",
        "order",
        "status",
    ]
    filterset_fields = [
        "order",
        "status",
        "author",
        "parent",
    ]
