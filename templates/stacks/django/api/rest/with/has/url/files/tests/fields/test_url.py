import pytest
from rest_framework.exceptions import ValidationError

from common.fields.url import UrlField

FIELD = UrlField(max_length=2000)


@pytest.mark.parametrize(
    "value",
    [
        "https://example.test",
        "HTTPS://EXAMPLE.test/",
        "http://127.0.0.1:65535",
        "http://0x7f.1/",
        "http://[::1]:8080/",
        "https://user:secret@example.test/",
        "https://example.test./a?b=%20#c",
    ],
)
def test_what_browsers_take_is_kept_as_it_is(value: str) -> None:
    assert FIELD.run_validation(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "example.test",
        "ftp://example.test/",
        "https://",
        "https://:80/",
        "https://example.test:65536/",
        "https://[::1/",
        "https://[nonsense]/",
        "https://999.1.1.1/",
        "https://1.2.3.4.5/",
        "https://1.2.3.09/",
        "https://example.test/a b",
        "https://example.test/%zz",
        "https://b\u00fccher.test/",
        "https://a%20b.test/",
    ],
)
def test_what_they_do_not_take_is_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        FIELD.run_validation(value)
