import threading
from collections.abc import Iterator

from django.conf import settings
from django.db import connections

from common.database.pool import ConnectionPool
from common.middleware.refusal import REFUSAL
from common.server.bodies import drain, take_in
from common.server.types import Application, Environ, StartResponse

# In seconds: how long no byte may come of a body that is left unread.
_PATIENCE = 5
_IMPATIENCE = 0.2

_is_stopping = threading.Event()

begin_stop = _is_stopping.set


class Reception:
    """
    Takes requests in and gives answers out, while slow clients hold up nobody else: only what has
    arrived gets one of the connections to the database, of which there are as many as THREADS.
    """

    def __init__(self, application: Application) -> None:
        self._application = application
        self._connections = ConnectionPool(settings.THREADS)
        self._places = threading.Semaphore(settings.THREADS + settings.REQUESTS_WAITING)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterator[bytes]:
        stream, client = environ["wsgi.input"], environ["gunicorn.socket"]
        is_let_in = self._let_in(environ)
        try:
            if is_let_in:
                take_in(environ)
                with self._connections.lent():
                    answer = self._answer(environ, start_response)
            else:
                answer = self._answer(environ, start_response)
                # Of a middleware that asks the database even so.
                connections.close_all()
            client.settimeout(settings.REQUEST_SECONDS)
            yield from answer
            client.settimeout(_PATIENCE if is_let_in else _IMPATIENCE)
            drain(stream)
        finally:
            if is_let_in:
                self._places.release()

    def _let_in(self, environ: Environ) -> bool:
        """Decide once, before the body is read: what is let in is finished."""
        if _is_stopping.is_set():
            environ[REFUSAL] = "The server is stopping."
        elif environ["PATH_INFO"] != "/livez":
            if self._places.acquire(blocking=False):
                return True
            environ[REFUSAL] = "The server is busy."
        return False

    def _answer(self, environ: Environ, start_response: StartResponse) -> list[bytes]:
        response = self._application(environ, start_response)
        try:
            return list(response)
        finally:
            # While the connections are still lent: Django sees to them here.
            if hasattr(response, "close"):
                response.close()
