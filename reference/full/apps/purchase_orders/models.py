from django.db import models

from common.access.models import OwnedRow


class PurchaseOrder(OwnedRow):
    order = models.CharField(
        max_length=40,
        unique=True,
    )
    status = models.CharField(
        max_length=30,
        choices=[
            ("open", "open"),
            ("paid", "paid"),
        ],
    )
    author = models.ForeignKey(
        to="authors.Author",
        on_delete=models.PROTECT,
        related_name="+",
    )
    parent = models.ForeignKey(
        to="self",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )

    class Meta:
        db_table = "purchase_orders"
        indexes = [
            models.Index(
                fields=[
                    "owner",
                    "created_at",
                    "id",
                ],
                name="purchase_orders_owned",
            ),
            models.Index(
                fields=[
                    "created_at",
                    "id",
                ],
                name="purchase_orders_listed",
            ),
        ]
