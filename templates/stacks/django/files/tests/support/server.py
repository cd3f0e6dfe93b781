"""The back end as it runs: a process of its own."""

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 20


@contextmanager
def serving(environment: Mapping[str, str]) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Start it on a free port, and stop it if it still runs in the end."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    # Nobody would read a pipe, and a full one would stop the server.
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(
            [sys.executable, "serve.py"],
            cwd=ROOT,
            env={**environment, "PORT": str(port)},
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            if not _comes_alive(process, port):
                output.seek(0)
                raise AssertionError(f"the server does not start:\n{output.read()}")
            yield process, port
        finally:
            if process.poll() is None:
                process.terminate()
            process.wait(PATIENCE)


def _comes_alive(process: subprocess.Popen[str], port: int) -> bool:
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return True
        except OSError:
            time.sleep(0.05)
    return False


def get(port: int, path: str) -> int:
    """Return the status of the answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status


def migrate(environment: Mapping[str, str]) -> None:
    command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
