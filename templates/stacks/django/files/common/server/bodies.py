from contextlib import suppress
from io import BytesIO
from typing import Any

from django.conf import settings
from gunicorn.http.errors import NoMoreData, ParseException

from common.server.types import Environ

_PIECE = 65_536


def take_in(environ: Environ) -> None:
    """Wait for the whole body, and tell Django its length, which one in chunks comes without."""
    declared = int(environ.get("CONTENT_LENGTH") or 0)
    if declared > settings.BODY_LIMIT_BYTES:
        # Refused for that alone.
        return
    # More than the limit is refused: one byte tells.
    body = environ["wsgi.input"].read(settings.BODY_LIMIT_BYTES + 1)
    if len(body) < declared:
        # The client is gone: gunicorn closes the connection, as it does when chunks are missing.
        raise NoMoreData
    environ["CONTENT_LENGTH"] = str(len(body))
    environ["wsgi.input"] = BytesIO(body)


def drain(stream: Any) -> None:
    """Read what is left: a client that still writes would lose the answer with the connection."""
    left = settings.BODY_LIMIT_BYTES + _PIECE
    # A stream that failed once makes gunicorn close the connection.
    with suppress(OSError, ParseException):
        while left > 0 and (piece := stream.read(_PIECE)):
            left -= len(piece)
