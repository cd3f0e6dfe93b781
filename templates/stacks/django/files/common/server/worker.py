import socket
import struct
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.middleware.security import SecurityMiddleware
from gunicorn.http.errors import ParseException
from gunicorn.workers.gthread import TConn, ThreadWorker

from common.middleware.request_log import request_log
from common.middleware.response_headers import response_headers
from common.middleware.types import Handler
from common.problems import Problem
from common.server import reception

# In seconds: a client that keeps a thread waiting for longer is left alone.
_PATIENCE = 60


class Worker(ThreadWorker):
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
        timeout = struct.pack("ll", _PATIENCE, 0)
        conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, timeout)
        super().enqueue_req(conn)

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
