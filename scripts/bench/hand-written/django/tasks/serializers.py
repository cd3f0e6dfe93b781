from datetime import UTC

from rest_framework import serializers

from tasks.models import Task


class TextField(serializers.CharField):
    def to_internal_value(self, data):
        if not isinstance(data, str):
            self.fail("invalid")
        if data.strip() != data:
            raise serializers.ValidationError("must not begin or end with white space")
        return data


class InstantField(serializers.DateTimeField):
    def to_representation(self, value):
        text = value.astimezone(UTC).isoformat(timespec="milliseconds")
        return text.replace("+00:00", "Z")


class TaskSerializer(serializers.ModelSerializer):
    title = TextField(max_length=200, trim_whitespace=False)
    notes = TextField(
        max_length=10_000,
        trim_whitespace=False,
        allow_null=True,
        required=False,
    )
    dueDate = serializers.DateField(source="due_date", allow_null=True, required=False)
    createdAt = InstantField(source="created_at", read_only=True)
    updatedAt = InstantField(source="updated_at", read_only=True)

    class Meta:
        model = Task
        fields = ["id", "title", "status", "dueDate", "notes", "createdAt", "updatedAt"]

    def to_internal_value(self, data):
        known = {name for name, field in self.fields.items() if not field.read_only}
        if unknown := set(data) - known:
            raise serializers.ValidationError(dict.fromkeys(unknown, ["is not known"]))
        return super().to_internal_value(data)
