import pytest

from common.database import url
from common.database.server import CERTIFICATE, EXAMPLE, MODE, MODES, PORT, SCHEMES, VERIFYING

AT = f"{SCHEMES[0]}://db.test"


def test_the_example_is_one() -> None:
    assert url.settings_of(url.database(EXAMPLE), 500, 1500)["PORT"] == PORT


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_url_says_where_and_as_whom(scheme: str) -> None:
    settings = url.settings_of(url.database(f"{scheme}://me:a%2Fb@db.test:6543/app"), 500, 1500)
    assert settings["NAME"] == "app"
    assert (settings["USER"], settings["PASSWORD"]) == ("me", "a/b")
    assert (settings["HOST"], settings["PORT"]) == ("db.test", 6543)


@pytest.mark.parametrize(
    "value",
    [
        "nonsense",
        "file:./data/app.db",
        "https://db.test/app",
        f"{SCHEMES[0]}:///app",
        AT,
        f"{AT}/",
        f"{AT}/a/b",
        f"{AT}:port/app",
        f"{AT}/app?{MODE}=prefer",
        f"{AT}/app?{MODE}={MODES[0]}&{MODE}={VERIFYING}",
        f"{AT}/app?options=x",
        f"{AT}/app?{CERTIFICATE}=/ca.pem",
        f"{AT}/app?{CERTIFICATE}=/ca.pem&{MODE}={MODES[1]}",
    ],
)
def test_anything_else_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"must|takes|Port"):
        url.database(value)
