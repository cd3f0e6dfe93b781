import os
import time
import uuid


def uuid7():
    random = int.from_bytes(os.urandom(10)) & (1 << 74) - 1
    value = time.time_ns() // 1_000_000 << 80 | 7 << 76 | (random >> 62) << 64
    return uuid.UUID(int=value | 0b10 << 62 | random & (1 << 62) - 1)
