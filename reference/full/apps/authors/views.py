from common.access.viewsets import GuardedViewSet

from .models import Author
from .serializers import AuthorSerializer


class AuthorViewSet(GuardedViewSet):
    queryset = Author.objects.all()
    serializer_class = AuthorSerializer
    ordering_fields = [
        "created_at",
        "updated_at",
        "name",
    ]
    filterset_fields = [
        "name",
    ]
