"""The apps of this project, one a line."""

APPS = [
    "apps.answers",
    "apps.authors",
    "apps.purchase_orders",
    "apps.receipts",
    "apps.remarks",
    "apps.stamps",
    "apps.users",
]
