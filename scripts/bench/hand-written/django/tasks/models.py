from django.conf import settings
from django.db import models

from ids import uuid7


class Task(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    title = models.CharField(max_length=200)
    status = models.CharField(
        max_length=30,
        choices=[("todo", "todo"), ("in_progress", "in_progress"), ("done", "done")],
    )
    due_date = models.DateField(null=True, blank=True)
    notes = models.TextField(max_length=10_000, null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    # The generated back end has the column only where there are users.
    if settings.JWT_SECRET:
        owner = models.ForeignKey("accounts.User", on_delete=models.PROTECT, editable=False)

    class Meta:
        indexes = [
            models.Index(fields=["created_at", "id"], name="tasks_listed"),
            *(
                [models.Index(fields=["owner", "created_at", "id"], name="tasks_owned")]
                if settings.JWT_SECRET
                else []
            ),
        ]
