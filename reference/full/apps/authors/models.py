from django.db import models

from common.models import Row


class Author(Row):
    name = models.CharField(
        max_length=200,
        unique=True,
    )

    class Meta:
        db_table = "authors"
        indexes = [
            models.Index(
                fields=[
                    "created_at",
                    "id",
                ],
                name="authors_listed",
            ),
        ]
