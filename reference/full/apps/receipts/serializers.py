from common.access.serializers import GuardedSerializer

from .models import Receipt


class ReceiptSerializer(GuardedSerializer):
    class Meta:
        model = Receipt
        fields = [
            "id",
            "note",
            "order",
            "created_at",
            "updated_at",
        ]
