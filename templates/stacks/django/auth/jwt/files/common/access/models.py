from django.conf import settings
from django.db import models

from common.models import Row


class OwnedRow(Row):
    """Belongs to the user who made it; without one, to those who see the rows of all users."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        # Each table has an index that begins with it.
        db_index=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        abstract = True
