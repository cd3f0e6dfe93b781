import pytest

from common.database.server import options_of


def test_a_connection_is_encrypted_where_the_url_says_so() -> None:
    assert options_of({}, 500, 1500)["ssl_mode"] == "DISABLED"
    verifying = options_of({"ssl-mode": "VERIFY_IDENTITY", "ssl-ca": "/ca.pem"}, 500, 1500)
    assert verifying["ssl_mode"] == "VERIFY_IDENTITY"
    assert verifying["ssl"] == {"ca": "/ca.pem"}


def test_a_connection_is_not_waited_for_longer_than_it_may_take() -> None:
    assert options_of({}, 500, 1500)["connect_timeout"] == 1


@pytest.mark.parametrize(("limit", "lock", "patience"), [(1, 1, 2), (1500, 1, 2), (10_000, 10, 11)])
def test_the_server_ends_what_takes_too_long_before_the_driver(
    limit: int,
    lock: int,
    patience: int,
) -> None:
    options = options_of({}, 500, limit)
    assert options["read_timeout"] == patience
    limits = options["init_command"]
    assert f"innodb_lock_wait_timeout = {lock}, lock_wait_timeout = {lock} " in limits
    assert f"/*!80017 , max_execution_time = {limit} */" in limits
