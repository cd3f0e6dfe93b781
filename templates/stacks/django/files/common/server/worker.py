import socket
import time
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.security import SecurityMiddleware
from gunicorn import util
from gunicorn.http.errors import ParseException
from gunicorn.workers.gthread import TConn, ThreadWorker

from common.log import request_id
from common.middleware.request_log import request_log
from common.middleware.response_headers import response_headers
from common.middleware.types import Handler
from common.problems import Problem
from common.server import reception

# In seconds: what a request may take to arrive when all threads are taken.
_IMPATIENCE = 5
# In seconds: what a client has to close a connection after the server did.
_GOODBYE = 0.2


class Worker(ThreadWorker):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # When each request began that is not answered yet.
        self._began: dict[TConn, float] = {}

    def handle_exit(self, sig: int, frame: Any) -> None:
        reception.begin_stop()
        super().handle_exit(sig, frame)

    def set_accept_enabled(self, enabled: bool | None) -> None:
        super().set_accept_enabled(enabled)
        if not self.alive:
            # Else clients could still connect, and would wait for nobody.
            for listener in self.sockets:
                listener.close()

    def enqueue_req(self, conn: TConn) -> None:
        self._began[conn] = time.monotonic()
        super().enqueue_req(conn)

    def finish_request(self, conn: TConn, fs: Future[bool]) -> None:
        self._began.pop(conn, None)
        super().finish_request(conn, fs)

    def murder_pending(self) -> None:
        """Give up what takes too long to arrive; the loop asks at least every second."""
        super().murder_pending()
        is_full = len(self._began) >= self.cfg.threads
        latest = time.monotonic() - (_IMPATIENCE if is_full else settings.REQUEST_SECONDS)
        for conn in [conn for conn, began in self._began.items() if began < latest]:
            del self._began[conn]
            # Its thread reads the end. What has arrived already is answered all the same.
            with suppress(OSError):
                conn.sock.shutdown(socket.SHUT_RD)

    def handle(self, conn: TConn) -> bool:
        # That of the last request of this thread.
        request_id.set(None)
        is_kept = super().handle(conn)
        if is_kept and conn in self._began:
            return is_kept
        # The loop would do it, and everybody wait for this one client.
        with suppress(OSError):
            util.close_graceful(conn.sock.dup(), timeout=_GOODBYE)
            conn.sock.shutdown(socket.SHUT_RDWR)
        return False

    def handle_error(
        self,
        req: Any,
        client: socket.socket,
        addr: Any,
        exc: BaseException,
    ) -> None:
        if isinstance(exc, ParseException):
            client.sendall(refusal_of(getattr(exc, "req", None) or req))
        else:
            super().handle_error(req, client, addr, exc)


def refusal_of(parsed: Any) -> bytes:
    """Return the whole answer to a request that never reaches the application."""
    request = HttpRequest()
    request.method = getattr(parsed, "method", None)
    request.META["RAW_URI"] = getattr(parsed, "uri", None) or "/"
    secured = cast("Handler", SecurityMiddleware(_malformed))
    answer = request_log(response_headers(secured))
    response = answer(request)
    head = f"HTTP/1.1 {response.status_code} {response.reason_phrase}\r\nConnection: close\r\n"
    headers: bytes = response.serialize_headers()
    return head.encode() + headers + b"\r\n\r\n" + response.content


def _malformed(request: HttpRequest) -> HttpResponse:
    return Problem("malformed", "This is not HTTP as it should be.").to_response(request)
