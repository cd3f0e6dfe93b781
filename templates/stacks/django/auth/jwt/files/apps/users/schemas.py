"""What the answers of this app are, where no serializer writes them."""

from common.openapi.operation import Named

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}

# They begin with `Auth`, so that a resource may be called `profile`.
TOKENS = Named(
    "AuthTokens",
    {
        "type": "object",
        "properties": {
            "accessToken": _TEXT,
            "tokenType": {"const": "Bearer"},
            "expiresIn": {"type": "integer"},
            "refreshToken": _TEXT,
        },
        "required": ["accessToken", "tokenType", "expiresIn", "refreshToken"],
        "additionalProperties": False,
    },
)
PROFILE = Named(
    "AuthProfile",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "email": _TEXT,
            "name": _TEXT,
            "roles": _TEXTS,
            "permissions": _TEXTS,
        },
        "required": ["id", "email", "name", "roles", "permissions"],
        "additionalProperties": False,
    },
)
