"""How passwords are kept, and which of them are refused."""

from pathlib import Path
from typing import Any

HASHERS = ["apps.users.hashers.PasswordHasher"]

VALIDATORS: list[dict[str, Any]] = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {
        "NAME": "django.contrib.auth.password_validation.CommonPasswordValidator",
        "OPTIONS": {
            "password_list_path": Path(__file__).parent.parent / "apps/users/common-passwords.txt",
        },
    },
]
