from tests.support.api import Api, read


def test_all_but_open_routes_ask_for_a_token(stranger: Api) -> None:
    document = read(stranger.get("/openapi.json"))
    for path, item in document["paths"].items():
        is_open = not path.startswith("/api/v1/") or path in {
            "/api/v1/auth/register",
            "/api/v1/auth/login",
            "/api/v1/auth/refresh",
            "/api/v1/auth/logout",
        }
        for operation in item.values():
            assert operation["security"] == ([] if is_open else [{"bearer": []}]), path
