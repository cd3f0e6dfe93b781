from django.db import models

from common.models import Row


class Stamp(Row):
    day = models.DateField()
    remark = models.ForeignKey(
        to="remarks.Remark",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    answer = models.ForeignKey(
        to="answers.Answer",
        on_delete=models.CASCADE,
        related_name="+",
        null=True,
        blank=True,
    )

    class Meta:
        db_table = "stamps"
        indexes = [
            models.Index(
                fields=[
                    "created_at",
                    "id",
                ],
                name="stamps_listed",
            ),
        ]
