from tests.support.api import Api
from tests.support.sample import Row, Sample


def _body(api: Api, number: int) -> Row:
    return {
        "name": f"name {number}",
    }


AUTHOR: Sample = Sample(
    path="/api/v1/authors",
    body=_body,
    sortable=[
        "createdAt",
        "name",
    ],
    filterable=[
        "name",
    ],
    wrong={
        "name": [
            5,
            "",
            " a",
            "a\n",
            "a\0",
            "a" * 201,
        ],
    },
    unique=[
        "name",
    ],
)
