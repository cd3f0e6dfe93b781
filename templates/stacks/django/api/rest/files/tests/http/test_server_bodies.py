from io import BytesIO
from typing import Any

from django.test import override_settings

from common.server.bodies import read_bodies


def _ask(body: bytes, read: int, **environ: Any) -> tuple[list[bytes], BytesIO]:
    """Return what an application says that reads so many bytes, and what is left of the body."""

    def application(environ: dict[str, Any], _: Any) -> list[bytes]:
        length = environ.get("CONTENT_LENGTH", "none")
        return [length.encode(), environ["wsgi.input"].read(read)]

    stream = BytesIO(body)
    given = {"wsgi.input": stream, **environ}
    return list(read_bodies(application)(given, lambda *_: None)), stream


def test_chunks_get_a_length() -> None:
    said, _ = _ask(b"abc", 10, HTTP_TRANSFER_ENCODING="chunked")
    assert said == [b"3", b"abc"]


@override_settings(BODY_LIMIT_BYTES=2)
def test_no_more_of_them_is_read_than_it_takes_to_refuse_them() -> None:
    said, _ = _ask(b"abcdef", 10, HTTP_TRANSFER_ENCODING="chunked")
    assert said == [b"3", b"abc"]


def test_what_is_left_unread_is_read_after_the_answer() -> None:
    said, stream = _ask(b"abcdef", 2)
    assert said == [b"none", b"ab"]
    assert stream.read() == b""
