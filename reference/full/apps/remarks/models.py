from django.db import models

from common.access.models import OwnedRow


class Remark(OwnedRow):
    text = models.CharField(
        max_length=200,
    )
    author = models.ForeignKey(
        to="authors.Author",
        on_delete=models.CASCADE,
        related_name="+",
    )
    order = models.ForeignKey(
        to="purchase_orders.PurchaseOrder",
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
    )

    class Meta:
        db_table = "remarks"
        indexes = [
            models.Index(
                fields=[
                    "owner",
                    "created_at",
                    "id",
                ],
                name="remarks_owned",
            ),
            models.Index(
                fields=[
                    "created_at",
                    "id",
                ],
                name="remarks_listed",
            ),
        ]
