import pytest

from common.database import url


def test_a_url_says_where_and_as_whom() -> None:
    settings = url.settings_of(url.database("mysql://me:a%2Fb@db.test:3307/app"), 500, 1500)
    assert settings["NAME"] == "app"
    assert (settings["USER"], settings["PASSWORD"]) == ("me", "a/b")
    assert (settings["HOST"], settings["PORT"]) == ("db.test", 3307)
    assert settings["OPTIONS"]["ssl_mode"] == "DISABLED"
    assert settings["OPTIONS"]["connect_timeout"] == 1


@pytest.mark.parametrize(("limit", "lock", "patience"), [(1, 1, 2), (1500, 1, 2), (10_000, 10, 11)])
def test_the_server_ends_what_takes_too_long_before_the_driver(
    limit: int,
    lock: int,
    patience: int,
) -> None:
    options = url.settings_of(url.database("mysql://db.test/app"), 500, limit)["OPTIONS"]
    assert options["read_timeout"] == patience
    limits = options["init_command"]
    assert f"innodb_lock_wait_timeout = {lock}, lock_wait_timeout = {lock} " in limits
    assert f"/*!80017 , max_execution_time = {limit} */" in limits


@pytest.mark.parametrize(
    "value",
    [
        "nonsense",
        "file:./data/app.db",
        "https://db.test/app",
        "mysql:///app",
        "mysql://db.test",
        "mysql://db.test/a/b",
        "mysql://db.test:port/app",
        "mysql://db.test/app?ssl-mode=PREFERRED",
        "mysql://db.test/app?ssl-mode=REQUIRED&ssl-mode=DISABLED",
        "mysql://db.test/app?options=x",
        "mysql://db.test/app?ssl-ca=/ca.pem",
    ],
)
def test_anything_else_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"must|takes|Port"):
        url.database(value)
