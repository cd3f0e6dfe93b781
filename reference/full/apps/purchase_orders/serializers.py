from common.access.serializers import GuardedSerializer

from .models import PurchaseOrder


class PurchaseOrderSerializer(GuardedSerializer):
    class Meta:
        model = PurchaseOrder
        fields = [
            "id",
            "order",
            "status",
            "author",
            "parent",
            "created_at",
            "updated_at",
        ]
