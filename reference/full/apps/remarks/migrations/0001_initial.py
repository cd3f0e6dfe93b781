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
        ("purchase_orders", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Remark",
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
                    "text",
                    models.CharField(
                        max_length=200,
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        to="authors.author",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        to="purchase_orders.purchaseorder",
                        on_delete=django.db.models.deletion.SET_NULL,
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
                "db_table": "remarks",
            },
        ),
        migrations.AddIndex(
            model_name="remark",
            index=models.Index(
                fields=[
                    "owner",
                    "created_at",
                    "id",
                ],
                name="remarks_owned",
            ),
        ),
        migrations.AddIndex(
            model_name="remark",
            index=models.Index(
                fields=[
                    "created_at",
                    "id",
                ],
                name="remarks_listed",
            ),
        ),
    ]
