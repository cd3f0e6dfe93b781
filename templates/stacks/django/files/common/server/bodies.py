from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import Any

from django.conf import settings

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

_PIECE = 65_536


def read_bodies(application: Application) -> Application:
    """Give the application each body as it expects it, and read what it leaves unread."""

    def read(environ: Environ, start_response: StartResponse) -> Iterator[bytes]:
        if "HTTP_TRANSFER_ENCODING" in environ:
            _give_length(environ)
        response = application(environ, start_response)
        try:
            yield from response
        finally:
            if hasattr(response, "close"):
                response.close()
        _drain(environ["wsgi.input"])

    return read


def _give_length(environ: Environ) -> None:
    """Django takes a body without a length for empty. One byte over the limit is refused."""
    body = environ["wsgi.input"].read(settings.BODY_LIMIT_BYTES + 1)
    environ["CONTENT_LENGTH"] = str(len(body))
    environ["wsgi.input"] = BytesIO(body)


def _drain(stream: Any) -> None:
    """A client that still writes would lose the answer with the connection."""
    left = settings.BODY_LIMIT_BYTES + _PIECE
    while left > 0 and (piece := stream.read(_PIECE)):
        left -= len(piece)
