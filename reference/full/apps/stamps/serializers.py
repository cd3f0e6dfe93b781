from common.access.serializers import GuardedSerializer

from .models import Stamp


class StampSerializer(GuardedSerializer):
    class Meta:
        model = Stamp
        fields = [
            "id",
            "day",
            "remark",
            "answer",
            "created_at",
            "updated_at",
        ]
