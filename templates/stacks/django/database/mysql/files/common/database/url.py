from math import ceil
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

_MODES = ("DISABLED", "REQUIRED", "VERIFY_IDENTITY")

# How long the answer to a statement that the server ended may be on its way, in milliseconds.
_LEEWAY = 500


def database(value: str) -> SplitResult:
    """Return the parts of a DATABASE_URL."""
    url = urlsplit(value)
    if url.scheme != "mysql" or not url.hostname or not url.path.strip("/") or "/" in url.path[1:]:
        raise ValueError("must be a URL such as mysql://user:password@127.0.0.1:3306/database")
    parameters = parse_qsl(url.query, keep_blank_values=True)
    known = dict(parameters)
    if len(known) < len(parameters) or known.keys() - {"ssl-mode", "ssl-ca"}:
        raise ValueError("takes the parameters ssl-mode and ssl-ca alone, each once")
    if known.get("ssl-mode", "DISABLED") not in _MODES:
        raise ValueError(f"takes an ssl-mode of {', '.join(_MODES)}")
    # Otherwise nobody would be checked by it.
    if "ssl-ca" in known and known.get("ssl-mode") != "VERIFY_IDENTITY":
        raise ValueError("takes ssl-ca beside ssl-mode=VERIFY_IDENTITY alone")
    # Raises an error of its own where it is no number.
    _ = url.port
    return url


def settings_of(url: SplitResult, connect_ms: int, statement_ms: int) -> dict[str, Any]:
    """Return Django's settings."""
    parameters = dict(parse_qsl(url.query))
    # Locks are waited for whole seconds, one at least.
    lock = max(1, statement_ms // 1000)
    # Whole seconds are all that the driver knows; the server ends a statement before.
    patience = ceil((max(statement_ms, lock * 1000) + _LEEWAY) / 1000)
    return {
        "ENGINE": "common.database",
        "NAME": unquote(url.path[1:]),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": url.hostname,
        "PORT": url.port or 3306,
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "ssl_mode": parameters.get("ssl-mode", "DISABLED"),
            "ssl": {"ca": parameters["ssl-ca"]} if "ssl-ca" in parameters else None,
            "connect_timeout": ceil(connect_ms / 1000),
            "read_timeout": patience,
            "write_timeout": patience,
            # Each server takes the words of the other for a comment. Only SELECT has a limit on one
            # of them; what others wait for are locks: who was told that a write took too long must
            # not find it done.
            "init_command": (
                f"SET innodb_lock_wait_timeout = {lock}, lock_wait_timeout = {lock}"
                f" /*!80017 , max_execution_time = {statement_ms} */"
                f" /*M! , max_statement_time = {statement_ms / 1000} */"
            ),
        },
    }
