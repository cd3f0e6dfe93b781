from django.db import models

from common.access.models import OwnedRow


class Answer(OwnedRow):
    text = models.CharField(
        max_length=200,
    )
    remark = models.ForeignKey(
        to="remarks.Remark",
        on_delete=models.CASCADE,
        related_name="+",
    )
    author = models.ForeignKey(
        to="authors.Author",
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
    )

    class Meta:
        db_table = "answers"
        indexes = [
            models.Index(
                fields=[
                    "owner",
                    "created_at",
                    "id",
                ],
                name="answers_owned",
            ),
            models.Index(
                fields=[
                    "created_at",
                    "id",
                ],
                name="answers_listed",
            ),
        ]
