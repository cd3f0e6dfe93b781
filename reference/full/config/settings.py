"""Everything that is read from the environment is read here; nothing else reads it."""

import os
from pathlib import Path

from common import log
from common.database import url
from config.apps import APPS
from config.environment import Environment
from config.secret import secret
from config.variables import choice, integer, items, network, origin, text

BASE_DIR = Path(__file__).parent.parent

env = Environment(os.environ)

HOST = env.read("HOST", text, "127.0.0.1")
PORT = env.read("PORT", integer(0, 65_535), "3000")
CORS_ORIGINS = env.read("CORS_ORIGINS", items(origin), "")
TRUST_PROXY = env.read("TRUST_PROXY", items(network), "")
RATE_LIMIT_PER_MINUTE = env.read("RATE_LIMIT_PER_MINUTE", integer(1, 1_000_000), "300")
BODY_LIMIT_BYTES = env.read("BODY_LIMIT_BYTES", integer(1024, 104_857_600), "1048576")
SHUTDOWN_GRACE_MS = env.read("SHUTDOWN_GRACE_MS", integer(0, 600_000), "10000")
THREADS = env.read("THREADS", integer(1, 1000), "16")
SECRET_KEY = env.read("SECRET_KEY", secret)
LOG_LEVEL = env.read("LOG_LEVEL", choice(log.LEVELS), "info")
DATABASE = env.read("DATABASE_URL", url.database, "file:./data/app.db")
JWT_SECRET = env.read("JWT_SECRET", secret)
JWT_ISSUER = env.read("JWT_ISSUER", text, "access")
JWT_AUDIENCE = env.read("JWT_AUDIENCE", text, "access")
AUTH_RATE_LIMIT_PER_MINUTE = env.read("AUTH_RATE_LIMIT_PER_MINUTE", integer(1, 1_000_000), "10")

env.finish()

API_TITLE = "access"
API_VERSION = "1.0.0"
SECURITY_SCHEMES: dict[str, dict[str, str]] = {
    "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
}

# Errors are problems, in development as well: the log has the rest.
DEBUG = False

# Nothing is made of the `Host` that a client sends.
ALLOWED_HOSTS = ["*"]

INSTALLED_APPS = APPS

# Requests meet them in this order, so that every answer has its headers and every request counts.
MIDDLEWARE = [
    "common.middleware.request_log.request_log",
    "common.middleware.proxy.proxy",
    "common.middleware.response_headers.response_headers",
    "django.middleware.security.SecurityMiddleware",
    "common.middleware.stopping.stopping",
    "common.middleware.cors.cors",
    "common.middleware.rate_limit.rate_limit",
    "common.middleware.well_formed_url.well_formed_url",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
APPEND_SLASH = False

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False

DATABASES = {"default": url.settings_of(DATABASE)}

LOGGING = log.logging_at(LOG_LEVEL)

DATA_UPLOAD_MAX_MEMORY_SIZE = BODY_LIMIT_BYTES

SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_REFERRER_POLICY = "no-referrer"

SILENCED_SYSTEM_CHECKS = [
    # Framing is ruled out by the Content-Security-Policy.
    "security.W002",
    # Nothing is authenticated by cookies, which are what forged requests make use of.
    "security.W003",
    # The proxy that speaks TLS sends others to it.
    "security.W008",
    # `config.secret` asks for randomness instead of length.
    "security.W009",
    # Preloading is a promise for a whole domain.
    "security.W021",
]

AUTH_USER_MODEL = "users.User"
PASSWORD_HASHERS = ["apps.users.hashers.PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {
        "NAME": "django.contrib.auth.password_validation.CommonPasswordValidator",
        "OPTIONS": {"password_list_path": BASE_DIR / "apps/users/common-passwords.txt"},
    },
]

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["apps.users.authentication.AccessTokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["common.access.permissions.HasPermission"],
    "DEFAULT_RENDERER_CLASSES": ["common.parser.Renderer"],
    "DEFAULT_PARSER_CLASSES": ["common.parser.StrictJsonParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "common.parser.JsonOnly",
    "DEFAULT_METADATA_CLASS": None,
    "EXCEPTION_HANDLER": "common.access.errors.answer",
    # No field of a body is called so.
    "NON_FIELD_ERRORS_KEY": "(body)",
    "UNAUTHENTICATED_USER": None,
}
