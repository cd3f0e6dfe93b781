"""
The measure of the generated back end: the same API by hand, as a competent engineer writes it with
Django and Django REST framework who knows that there is one table. Same packages, server, database,
pragmas and validation; same bodies and headers.
"""

import os

SECRET_KEY = os.environ["SECRET_KEY"]
# Without it nobody has to sign in, and everybody sees every row.
JWT_SECRET = os.environ.get("JWT_SECRET")
RATE_LIMIT_PER_MINUTE = int(os.environ.get("RATE_LIMIT_PER_MINUTE", "300"))

DEBUG = False
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = ["accounts", "tasks"] if JWT_SECRET else ["tasks"]
MIDDLEWARE = [
    "middleware.RequestLog",
    "middleware.Headers",
    "django.middleware.security.SecurityMiddleware",
    "middleware.RateLimit",
]
ROOT_URLCONF = "urls"
WSGI_APPLICATION = "wsgi.application"
APPEND_SLASH = False
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
SECURE_HSTS_SECONDS = 31_536_000
SECURE_REFERRER_POLICY = "no-referrer"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ["DATABASE_URL"].removeprefix("file:"),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "timeout": 5,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL",
        },
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "log.JsonFormatter"}},
    "handlers": {
        "stdout": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stdout",
            "formatter": "json",
        },
    },
    "root": {"level": "INFO", "handlers": ["stdout"]},
}

if JWT_SECRET:
    AUTH_USER_MODEL = "accounts.User"
    PASSWORD_HASHERS = ["accounts.hashers.Argon2"]

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["accounts.authentication.Bearer"] if JWT_SECRET else [],
    "DEFAULT_PERMISSION_CLASSES": (
        ["rest_framework.permissions.IsAuthenticated"] if JWT_SECRET else []
    ),
    "DEFAULT_RENDERER_CLASSES": ["renderers.Json"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "EXCEPTION_HANDLER": "problems.answer",
    "UNAUTHENTICATED_USER": None,
}
