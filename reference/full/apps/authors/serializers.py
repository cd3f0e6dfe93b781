from common.access.serializers import GuardedSerializer

from .models import Author


class AuthorSerializer(GuardedSerializer):
    class Meta:
        model = Author
        fields = [
            "id",
            "name",
            "created_at",
            "updated_at",
        ]
