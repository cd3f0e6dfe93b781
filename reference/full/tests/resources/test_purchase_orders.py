from tests.support.access import OwnedReferenceTests, OwnershipTests
from tests.support.races import RaceTests
from tests.support.rows import ListingTests, PreconditionTests, ReferenceTests, RowTests

from .purchase_orders import (
    PURCHASE_ORDER,
)


class TestPurchaseOrders(
    RowTests,
    PreconditionTests,
    ListingTests,
    RaceTests,
    ReferenceTests,
):
    sample = PURCHASE_ORDER


class TestAccessToPurchaseOrders(
    OwnershipTests,
    OwnedReferenceTests,
):
    sample = PURCHASE_ORDER
    owned = [
        "parentId",
    ]
