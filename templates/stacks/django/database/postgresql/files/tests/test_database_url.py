import pytest

from common.database import url


def test_a_url_says_where_and_as_whom() -> None:
    settings = url.settings_of(url.database("postgres://me:a%2Fb@db.test:6543/app"), 500, 1500)
    assert settings["NAME"] == "app"
    assert (settings["USER"], settings["PASSWORD"]) == ("me", "a/b")
    assert (settings["HOST"], settings["PORT"]) == ("db.test", 6543)
    assert settings["OPTIONS"]["sslmode"] == "disable"
    assert settings["OPTIONS"]["connect_timeout"] == 2
    assert settings["OPTIONS"]["options"] == "-c statement_timeout=1500"


@pytest.mark.parametrize(
    "value",
    [
        "nonsense",
        "file:./data/app.db",
        "https://db.test/app",
        "postgres:///app",
        "postgres://db.test",
        "postgres://db.test/a/b",
        "postgres://db.test:port/app",
        "postgres://db.test/app?sslmode=prefer",
        "postgres://db.test/app?sslmode=require&sslmode=disable",
        "postgres://db.test/app?options=x",
        "postgres://db.test/app?sslrootcert=/ca.pem",
    ],
)
def test_anything_else_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"must|takes|Port"):
        url.database(value)
