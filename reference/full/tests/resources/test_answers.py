from tests.support.access import OwnedReferenceTests, OwnershipTests
from tests.support.races import RaceTests
from tests.support.rows import ListingTests, PreconditionTests, ReferenceTests, RowTests

from .answers import (
    ANSWER,
)


class TestAnswers(
    RowTests,
    PreconditionTests,
    ListingTests,
    RaceTests,
    ReferenceTests,
):
    sample = ANSWER


class TestAccessToAnswers(
    OwnershipTests,
    OwnedReferenceTests,
):
    sample = ANSWER
    owned = [
        "remarkId",
    ]
