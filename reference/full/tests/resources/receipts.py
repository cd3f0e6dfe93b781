from tests.support.api import Api
from tests.support.sample import Reference, Row, Sample, id_of

from .purchase_orders import (
    PURCHASE_ORDER,
)


def _body(api: Api, number: int) -> Row:
    return {
        "note": f"note {number}",
        "orderId": id_of(api, PURCHASE_ORDER),
    }


RECEIPT: Sample = Sample(
    path="/api/v1/receipts",
    body=_body,
    sortable=[
        "createdAt",
    ],
    filterable=[
        "orderId",
    ],
    wrong={
        "note": [
            5,
            "",
            " a",
            "a\n",
            "a\0",
            "a" * 1001,
        ],
        "orderId": [
            5,
            "",
            "nobody",
        ],
    },
    optional=[
        "note",
    ],
    references={
        "orderId": Reference(
            target=lambda: PURCHASE_ORDER,
            on_delete="restrict",
        ),
    },
)
