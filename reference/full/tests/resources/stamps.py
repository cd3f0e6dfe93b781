from datetime import date, timedelta

from tests.support.api import Api
from tests.support.sample import Reference, Row, Sample, id_of

from .answers import (
    ANSWER,
)
from .remarks import (
    REMARK,
)


def _body(api: Api, number: int) -> Row:
    return {
        "day": str(date(2020, 1, 1) + timedelta(days=number)),
        "remarkId": id_of(api, REMARK),
        "answerId": id_of(api, ANSWER),
    }


STAMP: Sample = Sample(
    path="/api/v1/stamps",
    body=_body,
    sortable=[
        "createdAt",
        "day",
    ],
    filterable=[
        "remarkId",
        "answerId",
    ],
    wrong={
        "day": [
            5,
            "",
            "2026-02-30",
            "0000-01-01",
            "2026-01-01T00:00:00Z",
        ],
        "remarkId": [
            5,
            "",
            "nobody",
        ],
        "answerId": [
            5,
            "",
            "nobody",
        ],
    },
    optional=[
        "remarkId",
        "answerId",
    ],
    references={
        "remarkId": Reference(
            target=lambda: REMARK,
            on_delete="restrict",
        ),
        "answerId": Reference(
            target=lambda: ANSWER,
            on_delete="cascade",
        ),
    },
)
