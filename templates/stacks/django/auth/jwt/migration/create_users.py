import django.db.models.deletion
from django.db import migrations, models

import common.clock
import common.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [<% for (const { table, last } of it.own) { %>("<%= table %>", "<%= last %>")<% } %>]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=common.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=common.clock.now, editable=False)),
                ("updated_at", models.DateTimeField(default=common.clock.now, editable=False)),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("roles", models.JSONField(default=list)),
                ("must_change_password", models.BooleanField(default=False)),
            ],
            options={
                "db_table": "users",
                "indexes": [models.Index(fields=["created_at", "id"], name="users_listed")],
            },
        ),
        migrations.CreateModel(
            name="RefreshToken",
            fields=[
                ("family", models.UUIDField(primary_key=True, serialize=False)),
                ("token_hash", models.CharField(max_length=64)),
                ("expires_at", models.DateTimeField()),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="users.user",
                    ),
                ),
            ],
            options={
                "db_table": "refresh_tokens",
            },
        ),
    ]
