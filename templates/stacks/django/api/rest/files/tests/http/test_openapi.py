from typing import Any

from tests.support.api import Api, read


def _document(api: Api) -> Any:
    return read(api.get("/openapi.json"))


def test_every_operation_has_a_name_of_its_own_and_its_errors(stranger: Api) -> None:
    document = _document(stranger)
    assert document["openapi"] == "3.1.0"
    operations = [item[method] for item in document["paths"].values() for method in item]
    names = [operation["operationId"] for operation in operations]
    assert len(set(names)) == len(names)
    for operation in operations:
        assert {"400", "422", "500"} <= operation["responses"].keys()


def test_every_reference_leads_somewhere(stranger: Api) -> None:
    document = _document(stranger)

    def check(value: Any) -> None:
        if isinstance(value, dict):
            if "$ref" in value:
                name = value["$ref"].removeprefix("#/components/schemas/")
                assert name in document["components"]["schemas"]
            for inner in value.values():
                check(inner)
        elif isinstance(value, list):
            for inner in value:
                check(inner)

    check(document)


def test_bodies_may_hold_nothing_that_is_not_listed(stranger: Api) -> None:
    for name, schema in _document(stranger)["components"]["schemas"].items():
        if name.endswith(("Input", "Patch")):
            assert schema["additionalProperties"] is False
