from argparse import ArgumentParser
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from apps.users.models import User
from common.access.models import OwnedRow


class Command(BaseCommand):
    help = "Gives all rows that were there before there were users to one of them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")

    @transaction.atomic
    def handle(self, *args: Any, email: str, **options: Any) -> None:
        owner = User.objects.filter(email=email.lower()).first()
        if owner is None:
            raise CommandError(f"{email} has no account.")
        claimed = sum(
            model._default_manager.filter(owner=None).update(owner=owner)
            for model in apps.get_models()
            if issubclass(model, OwnedRow)
        )
        self.stdout.write(f"Rows that now belong to {owner.email}: {claimed}")
