from django.conf import settings

from common.counter import Counter
from common.middleware.rate_limit import too_many


class Attempts:
    """Slows down guessing: of many accounts by one client, and of one account by many clients."""

    def __init__(self) -> None:
        self._clients = Counter(settings.AUTH_RATE_LIMIT_PER_MINUTE)
        self._accounts = Counter(settings.AUTH_RATE_LIMIT_PER_MINUTE)

    def count_client(self, address: str) -> None:
        _count(self._clients, address)

    def count_account(self, account: str | None) -> None:
        """Who speaks of no account counts as a client alone."""
        if account is not None:
            _count(self._accounts, account)


def _count(counter: Counter, key: str) -> None:
    wait = counter.hit(key)
    if wait is not None:
        raise too_many(wait)
