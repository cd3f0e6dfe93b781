from typing import Any

from django.contrib.auth.password_validation import validate_password
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

from apps.users.models import User
from apps.users.roles import ROLES
from common.fields.choice import ChoiceField
from common.fields.email import EmailField
from common.fields.text import TextField
from common.serializers import RowSerializer, StrictSerializer


class PasswordField(TextField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=128, write_only=True, **kwargs)


class NewPasswordField(PasswordField):
    """Long instead of complicated (NIST SP 800-63B), and none of those that are tried first."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(validators=[validate_password], **kwargs)

    def describe(self) -> dict[str, Any]:
        return {**super().describe(), "minLength": 12}


class RolesField(serializers.ListField):
    child = ChoiceField(choices=list(ROLES))
    default_error_messages = {"repeated": "must not name a role twice"}

    def to_internal_value(self, data: Any) -> list[str]:
        roles: list[str] = super().to_internal_value(data)
        if len(set(roles)) < len(roles):
            self.fail("repeated")
        return roles

    def describe(self) -> dict[str, Any]:
        return {"type": "array", "items": {"type": "string", "enum": list(ROLES)}}


class UserSerializer(RowSerializer):
    email = EmailField(max_length=254, read_only=True)
    name = TextField(max_length=200, read_only=True)
    roles = RolesField()

    class Meta:
        model = User
        fields = [
            "id",
            "email",
            "name",
            "roles",
            "created_at",
            "updated_at",
        ]


class RegistrationSerializer(StrictSerializer):
    email = EmailField(max_length=254)
    name = TextField(max_length=200)
    password = NewPasswordField()


class CredentialsSerializer(StrictSerializer):
    email = EmailField(max_length=254)
    password = PasswordField()


class RefreshSerializer(StrictSerializer):
    refresh_token = TextField(max_length=2000)


class PasswordChangeSerializer(StrictSerializer):
    current_password = PasswordField()
    new_password = NewPasswordField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs["new_password"] == attrs["current_password"]:
            raise ValidationError({"newPassword": ["must differ from the current one"]})
        return attrs
