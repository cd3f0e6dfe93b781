from tests.support.api import Api
from tests.support.sample import Reference, Row, Sample, id_of

from .authors import (
    AUTHOR,
)
from .remarks import (
    REMARK,
)


def _body(api: Api, number: int) -> Row:
    return {
        "text": f"text {number}",
        "remarkId": id_of(api, REMARK),
        "authorId": id_of(api, AUTHOR),
    }


ANSWER: Sample = Sample(
    path="/api/v1/answers",
    body=_body,
    sortable=[
        "createdAt",
        "text",
    ],
    filterable=[
        "remarkId",
        "authorId",
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
        "remarkId": [
            5,
            "",
            "nobody",
        ],
        "authorId": [
            5,
            "",
            "nobody",
        ],
    },
    optional=[
        "authorId",
    ],
    references={
        "remarkId": Reference(
            target=lambda: REMARK,
            on_delete="cascade",
        ),
        "authorId": Reference(
            target=lambda: AUTHOR,
            on_delete="setNull",
        ),
    },
)
