import logging
import socket
import sys
from math import ceil
from typing import Any

from django.conf import settings
from django.urls import get_resolver
from gunicorn.app.base import BaseApplication

from common.server.worker import Worker


class Server(BaseApplication):
    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from config.wsgi import application

        # So that whatever cannot be imported ends the start, and not the first request.
        _ = get_resolver().url_patterns
        return application


def serve(*, reload: bool) -> None:
    """Listen until a signal comes: one process, so that what it counts is exact."""
    options = {
        # From here on it is the server's.
        "bind": f"fd://{_listen().detach()}",
        "worker_class": Worker,
        # A thread for each request, and some for `/livez`, refusals and half a head.
        "threads": settings.THREADS + settings.REQUESTS_WAITING + 64,
        # In seconds: longer than proxies keep theirs, or they would ask over a closed one.
        "keepalive": 75,
        # Whole seconds are all that it knows.
        "graceful_timeout": ceil(settings.SHUTDOWN_GRACE_MS / 1000),
        # The longest that it takes.
        "limit_request_line": 8190,
        # Who is believed what, our middleware decides.
        "forwarded_allow_ips": "",
        "control_socket_disable": True,
        "logconfig_dict": settings.LOGGING,
        "reload": reload,
    }
    Server(options).run()


def _listen() -> socket.socket:
    """Take the port before anything else starts, to say in one line what is wrong with it."""
    try:
        family, *_ = socket.getaddrinfo(settings.HOST, settings.PORT, type=socket.SOCK_STREAM)[0]
        return socket.create_server((settings.HOST, settings.PORT), family=family, backlog=2048)
    except OSError as error:
        logging.shutdown()
        sys.exit(f"HOST, PORT: {error.strerror or error}")
