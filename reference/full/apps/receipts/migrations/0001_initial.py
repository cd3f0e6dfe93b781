import django.db.models.deletion
from django.db import migrations, models

import common.clock
import common.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("purchase_orders", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=common.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=common.clock.now,
                        editable=False,
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        default=common.clock.now,
                        editable=False,
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1,
                        editable=False,
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        max_length=1000,
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        to="purchase_orders.purchaseorder",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                    ),
                ),
            ],
            options={
                "db_table": "receipts",
            },
        ),
        migrations.AddIndex(
            model_name="receipt",
            index=models.Index(
                fields=[
                    "created_at",
                    "id",
                ],
                name="receipts_listed",
            ),
        ),
    ]
