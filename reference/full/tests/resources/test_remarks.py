from tests.support.access import OwnedReferenceTests, OwnershipTests
from tests.support.races import RaceTests
from tests.support.rows import ListingTests, PreconditionTests, ReferenceTests, RowTests

from .remarks import (
    REMARK,
)


class TestRemarks(
    RowTests,
    PreconditionTests,
    ListingTests,
    RaceTests,
    ReferenceTests,
):
    sample = REMARK


class TestAccessToRemarks(
    OwnershipTests,
    OwnedReferenceTests,
):
    sample = REMARK
    owned = [
        "orderId",
    ]
