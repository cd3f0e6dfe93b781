from common.database.server import options_of


def test_a_connection_is_encrypted_where_the_url_says_so() -> None:
    assert options_of({}, 500, 1500)["sslmode"] == "disable"
    parameters = {"sslmode": "verify-full", "sslrootcert": "/ca.pem"}
    assert options_of(parameters, 500, 1500).items() >= parameters.items()


def test_nothing_is_waited_for_longer_than_it_may_take() -> None:
    options = options_of({}, 500, 1500)
    assert options["connect_timeout"] == 2
    assert options["options"] == "-c statement_timeout=1500"
