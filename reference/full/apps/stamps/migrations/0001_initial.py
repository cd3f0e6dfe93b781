import django.db.models.deletion
from django.db import migrations, models

import common.clock
import common.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("answers", "0001_initial"),
        ("remarks", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Stamp",
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
                    "day",
                    models.DateField(),
                ),
                (
                    "remark",
                    models.ForeignKey(
                        to="remarks.remark",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "answer",
                    models.ForeignKey(
                        to="answers.answer",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        null=True,
                        blank=True,
                    ),
                ),
            ],
            options={
                "db_table": "stamps",
            },
        ),
        migrations.AddIndex(
            model_name="stamp",
            index=models.Index(
                fields=[
                    "created_at",
                    "id",
                ],
                name="stamps_listed",
            ),
        ),
    ]
