"""The back end as it runs: a process of its own."""

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PATIENCE = 20


def _environment(folder: Path, **more: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "tests.serving",
        "DATABASE_URL": f"file:{folder / 'app.db'}",
        "SECRET_KEY": secrets.token_urlsafe(48),
        "JWT_SECRET": secrets.token_urlsafe(48),
        **more,
    }


@contextmanager
def _serving(folder: Path, **more: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "serve.py"],
        cwd=ROOT,
        env=_environment(folder, PORT=str(port), **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        _until_alive(port)
        yield process, port
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=PATIENCE)


def _until_alive(port: int) -> None:
    for _ in range(PATIENCE * 20):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the server does not start")


def _get(port: int, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status


def _migrate(folder: Path) -> None:
    command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    subprocess.run(command, cwd=ROOT, env=_environment(folder), check=True)


def test_a_request_that_has_begun_is_finished_when_the_process_stops(tmp_path: Path) -> None:
    _migrate(tmp_path)
    with _serving(tmp_path) as (process, port):
        assert _get(port, "/readyz") == 200
        body = json.dumps({"a": "b" * 100})
        half = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        half.putrequest("POST", "/probe")
        half.putheader("Content-Type", "application/json")
        half.putheader("Content-Length", str(len(body)))
        half.endheaders()
        half.send(body[:10].encode())
        time.sleep(0.3)
        process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        with pytest.raises(ConnectionError):
            _get(port, "/livez")
        half.send(body[10:].encode())
        assert half.getresponse().status == 200
        half.close()
        assert process.wait(PATIENCE) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["app.db"]


def test_chunks_are_read_and_what_is_no_http_gets_a_problem(tmp_path: Path) -> None:
    _migrate(tmp_path)
    with _serving(tmp_path) as (_, port):
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        headers = {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}
        body = iter([b'{"a":', b"5}"])
        connection.request("POST", "/probe", body, headers, encode_chunked=True)
        answer = connection.getresponse()
        assert json.loads(answer.read()) == {"body": {"a": 5}}
        connection.request("DELETE", "/probe", b"x" * 500_000, headers={})
        assert connection.getresponse().status == 204
        connection.close()
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as raw:
            raw.sendall(b"GET /livez HTTP/1.1\r\nContent-Type: a\r\nContent-Type: b\r\n\r\n")
            heard = b"".join(iter(lambda: raw.recv(65_536), b"")).decode()
        assert heard.startswith("HTTP/1.1 400 Bad Request\r\n")
        assert "X-Request-Id: " in heard
        assert '"/problems/malformed"' in heard


def test_a_wrong_environment_ends_the_start_with_a_line_each(tmp_path: Path) -> None:
    environment = _environment(tmp_path, PORT="abc", JWT_SECRET="short")
    for words in (["serve.py"], ["manage.py", "migrate"]):
        command = [sys.executable, *words]
        ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        assert ended.returncode == 1
        assert ended.stdout == ""
        assert [line.partition(":")[0] for line in ended.stderr.splitlines()] == [
            "PORT",
            "JWT_SECRET",
        ]


def test_an_address_that_cannot_be_had_ends_the_start(tmp_path: Path) -> None:
    environment = _environment(tmp_path, HOST="no host at all")
    command = [sys.executable, "serve.py"]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert ended.returncode == 1
    assert ended.stderr.startswith("HOST, PORT: ")
