from common.access.serializers import GuardedSerializer

from .models import Answer


class AnswerSerializer(GuardedSerializer):
    class Meta:
        model = Answer
        fields = [
            "id",
            "text",
            "remark",
            "author",
            "created_at",
            "updated_at",
        ]
