from common.access.serializers import GuardedSerializer

from .models import Remark


class RemarkSerializer(GuardedSerializer):
    class Meta:
        model = Remark
        fields = [
            "id",
            "text",
            "author",
            "order",
            "created_at",
            "updated_at",
        ]
