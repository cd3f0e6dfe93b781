from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from common.database import server


def database(value: str) -> SplitResult:
    """Return the parts of a DATABASE_URL."""
    url = urlsplit(value)
    name = url.path[1:]
    if url.scheme not in server.SCHEMES or not url.hostname or not name or "/" in name:
        raise ValueError(f"must be a URL such as {server.EXAMPLE}")
    parameters = parse_qsl(url.query, keep_blank_values=True)
    known = dict(parameters)
    if len(known) < len(parameters) or known.keys() - {server.MODE, server.CERTIFICATE}:
        raise ValueError(f"takes {server.MODE} and {server.CERTIFICATE} alone, each once")
    if server.MODE in known and known[server.MODE] not in server.MODES:
        raise ValueError(f"takes an {server.MODE} of {', '.join(server.MODES)}")
    # Otherwise nobody would be checked by it.
    if server.CERTIFICATE in known and known.get(server.MODE) != server.VERIFYING:
        raise ValueError(f"takes {server.CERTIFICATE} beside {server.VERIFYING} alone")
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
        "PORT": url.port or server.PORT,
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": server.options_of(dict(parse_qsl(url.query)), connect_ms, statement_ms),
    }
