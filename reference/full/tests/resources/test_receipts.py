from tests.support.access import OwnedReferenceTests, SharingTests
from tests.support.races import RaceTests
from tests.support.rows import ListingTests, PreconditionTests, ReferenceTests, RowTests

from .receipts import (
    RECEIPT,
)


class TestReceipts(
    RowTests,
    PreconditionTests,
    ListingTests,
    RaceTests,
    ReferenceTests,
):
    sample = RECEIPT


class TestAccessToReceipts(
    SharingTests,
    OwnedReferenceTests,
):
    sample = RECEIPT
    owned = [
        "orderId",
    ]
