import os
import re
import threading
import time
import uuid

_PATTERN = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)

_lock = threading.Lock()
_last = 0


def uuid7() -> uuid.UUID:
    """Return a UUID of version 7 (RFC 9562) that sorts behind all that this process has made."""
    global _last
    with _lock:
        # Milliseconds and twelve bits of their fraction: method 3 of section 6.2.
        nanoseconds = time.time_ns()
        milliseconds, rest = divmod(nanoseconds, 1_000_000)
        _last = max(milliseconds << 12 | (rest << 12) // 1_000_000, _last + 1)
        stamp = _last
    random = int.from_bytes(os.urandom(8)) & (1 << 62) - 1
    value = (stamp >> 12) << 80 | 7 << 76 | (stamp & 0xFFF) << 64 | 0b10 << 62 | random
    return uuid.UUID(int=value)


def parse_id(value: object) -> uuid.UUID | None:
    """Return the UUID that a text is in its usual form, else nothing."""
    if not isinstance(value, str) or not _PATTERN.fullmatch(value):
        return None
    return uuid.UUID(value)
