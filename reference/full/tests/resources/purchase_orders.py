from tests.support.api import Api
from tests.support.sample import Reference, Row, Sample, id_of

from .authors import (
    AUTHOR,
)


def _body(api: Api, number: int) -> Row:
    return {
        "order": f"order {number}",
        "status": ["open", "paid"][number % 2],
        "authorId": id_of(api, AUTHOR),
        "parentId": None,
    }


PURCHASE_ORDER: Sample = Sample(
    path="/api/v1/purchase-orders",
    body=_body,
    sortable=[
        "createdAt",
        "order",
        "status",
    ],
    filterable=[
        "order",
        "status",
        "authorId",
    ],
    wrong={
        "order": [
            5,
            "",
            " a",
            "a\n",
            "a\0",
            "a" * 41,
        ],
        "status": [
            5,
            "",
            "no such value",
        ],
        "authorId": [
            5,
            "",
            "nobody",
        ],
        "parentId": [
            5,
            "",
            "nobody",
        ],
    },
    optional=[
        "parentId",
    ],
    unique=[
        "order",
    ],
    references={
        "authorId": Reference(
            target=lambda: AUTHOR,
            on_delete="restrict",
        ),
        "parentId": Reference(
            target=lambda: PURCHASE_ORDER,
            on_delete="restrict",
        ),
    },
)
