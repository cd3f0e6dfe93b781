from tests.support.access import SharingTests
from tests.support.races import RaceTests
from tests.support.rows import ListingTests, PreconditionTests, RowTests

from .authors import (
    AUTHOR,
)


class TestAuthors(
    RowTests,
    PreconditionTests,
    ListingTests,
    RaceTests,
):
    sample = AUTHOR


class TestAccessToAuthors(
    SharingTests,
):
    sample = AUTHOR
