from django.db import models

from common.models import Row


class Receipt(Row):
    note = models.TextField(
        max_length=1000,
        null=True,
        blank=True,
    )
    order = models.ForeignKey(
        to="purchase_orders.PurchaseOrder",
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        db_table = "receipts"
        indexes = [
            models.Index(
                fields=[
                    "created_at",
                    "id",
                ],
                name="receipts_listed",
            ),
        ]
