import threading
import time
from math import ceil

WINDOW = 60.0

# Clients that are remembered at most: nobody may fill the memory by changing addresses.
_MOST_KEYS = 100_000


class Counter:
    """Counts per key and minute, exactly, in this process alone."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._windows: dict[str, tuple[float, int]] = {}

    def hit(self, key: str) -> int | None:
        """Count once; return the seconds to wait when that was over the limit."""
        now = time.monotonic()
        with self._lock:
            began, count = self._windows.get(key, (now, 0))
            if now - began >= WINDOW:
                began, count = now, 0
            if count == 0:
                self._make_room(now)
            self._windows[key] = began, count + 1
        if count < self._limit:
            return None
        return max(1, ceil(began + WINDOW - now))

    def _make_room(self, now: float) -> None:
        if len(self._windows) < _MOST_KEYS:
            return
        current = {k: v for k, v in self._windows.items() if now - v[0] < WINDOW}
        if len(current) >= _MOST_KEYS:
            # The oldest go first.
            current = dict(sorted(current.items(), key=lambda item: item[1])[_MOST_KEYS // 2 :])
        self._windows = current
