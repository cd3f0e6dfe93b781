import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import common.clock
import common.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("authors", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PurchaseOrder",
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
                    "order",
                    models.CharField(
                        max_length=40,
                        unique=True,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        max_length=30,
                        choices=[
                            ("open", "open"),
                            ("paid", "paid"),
                        ],
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        to="authors.author",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        to="purchase_orders.purchaseorder",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        to=settings.AUTH_USER_MODEL,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        null=True,
                        editable=False,
                    ),
                ),
            ],
            options={
                "db_table": "purchase_orders",
            },
        ),
        migrations.AddIndex(
            model_name="purchaseorder",
            index=models.Index(
                fields=[
                    "owner",
                    "created_at",
                    "id",
                ],
                name="purchase_orders_owned",
            ),
        ),
        migrations.AddIndex(
            model_name="purchaseorder",
            index=models.Index(
                fields=[
                    "created_at",
                    "id",
                ],
                name="purchase_orders_listed",
            ),
        ),
    ]
