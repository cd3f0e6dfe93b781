from tests.support.api import Api
from tests.support.sample import Reference, Row, Sample, id_of

from .authors import (
    AUTHOR,
)
from .purchase_orders import (
    PURCHASE_ORDER,
)


def _body(api: Api, number: int) -> Row:
    return {
        "text": f"text {number}",
        "authorId": id_of(api, AUTHOR),
        "orderId": id_of(api, PURCHASE_ORDER),
    }


REMARK: Sample = Sample(
    path="/api/v1/remarks",
    body=_body,
    sortable=[
        "createdAt",
        "text",
    ],
    filterable=[
        "authorId",
        "orderId",
    ],
    wrong={
        "text": [
            5,
            "",
            " a",
            "a\n",
            "a\0",
            "a" * 201,
        ],
        "authorId": [
            5,
            "",
            "nobody",
        ],
        "orderId": [
            5,
            "",
            "nobody",
        ],
    },
    optional=[
        "orderId",
    ],
    references={
        "authorId": Reference(
            target=lambda: AUTHOR,
            on_delete="cascade",
        ),
        "orderId": Reference(
            target=lambda: PURCHASE_ORDER,
            on_delete="setNull",
        ),
    },
)
