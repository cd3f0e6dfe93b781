from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

_MODES = ("disable", "require", "verify-full")


def database(value: str) -> SplitResult:
    """Return the parts of a DATABASE_URL."""
    url = urlsplit(value)
    if (
        url.scheme not in ("postgres", "postgresql")
        or not url.hostname
        or not url.path.strip("/")
        or "/" in url.path[1:]
    ):
        raise ValueError("must be a URL such as postgres://user:password@127.0.0.1:5432/database")
    parameters = parse_qsl(url.query, keep_blank_values=True)
    known = dict(parameters)
    if len(known) < len(parameters) or known.keys() - {"sslmode", "sslrootcert"}:
        raise ValueError("takes the parameters sslmode and sslrootcert alone, each once")
    if known.get("sslmode", "disable") not in _MODES:
        raise ValueError(f"takes an sslmode of {', '.join(_MODES)}")
    # Otherwise nobody would be checked by it.
    if "sslrootcert" in known and known.get("sslmode") != "verify-full":
        raise ValueError("takes sslrootcert beside sslmode=verify-full alone")
    # Raises an error of its own where it is no number.
    _ = url.port
    return url


def settings_of(url: SplitResult, connect_ms: int, statement_ms: int) -> dict[str, Any]:
    """Return Django's settings."""
    return {
        "ENGINE": "common.database",
        "NAME": unquote(url.path[1:]),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": url.hostname,
        "PORT": url.port or 5432,
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "sslmode": "disable",
            **dict(parse_qsl(url.query)),
            # Whole seconds, of which the driver takes two at least.
            "connect_timeout": max(2, round(connect_ms / 1000)),
            "options": f"-c statement_timeout={statement_ms}",
            "keepalives_idle": 60,
        },
    }
