from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

from apps.users.roles import permissions_of
from common.models import Identified


class User(Identified, AbstractBaseUser):
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    roles = models.JSONField(default=list)
    must_change_password = models.BooleanField(default=False)

    last_login = None

    USERNAME_FIELD = "email"

    class Meta:
        db_table = "users"
        indexes = [
            models.Index(
                fields=["created_at", "id"],
                name="users_listed",
            ),
        ]

    @property
    def permissions(self) -> frozenset[str]:
        """What is granted at this moment: tokens say nothing of it."""
        return permissions_of(tuple(self.roles))


class RefreshToken(models.Model):
    """
    The newest token of a family: all those that followed from one sign-in. Only it is good, and
    only its hash is stored.
    """

    family = models.UUIDField(primary_key=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64)
    expires_at = models.DateTimeField()

    class Meta:
        db_table = "refresh_tokens"
