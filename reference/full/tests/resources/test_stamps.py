from tests.support.access import OwnedReferenceTests, SharingTests
from tests.support.races import RaceTests
from tests.support.rows import ListingTests, PreconditionTests, ReferenceTests, RowTests

from .stamps import (
    STAMP,
)


class TestStamps(
    RowTests,
    PreconditionTests,
    ListingTests,
    RaceTests,
    ReferenceTests,
):
    sample = STAMP


class TestAccessToStamps(
    SharingTests,
    OwnedReferenceTests,
):
    sample = STAMP
    owned = [
        "remarkId",
        "answerId",
    ]
