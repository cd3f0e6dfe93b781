import secrets
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.hashers import make_password
from django.core.management.base import BaseCommand, CommandError
from rest_framework.exceptions import ValidationError

from apps.users.models import User
from common.fields.email import EmailField


class Command(BaseCommand):
    help = "Makes an administrator and prints a password that is good for one sign-in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        try:
            address = EmailField(max_length=254).run_validation(email)
        except ValidationError as error:
            raise CommandError(f"{email}: {' '.join(map(str, error.detail))}") from error
        # Stored nowhere.
        password = secrets.token_urlsafe(18)
        _, is_new = User.objects.get_or_create(
            email=address,
            defaults={
                "name": "Administrator",
                "password": make_password(password),
                "roles": ["admin"],
                "must_change_password": True,
            },
        )
        if not is_new:
            raise CommandError(f"{address} has an account already.")
        self.stdout.write(f"One-time password of {address}: {password}")
