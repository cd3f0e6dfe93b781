import re

LEAST_BYTES = 32

# What placeholders are made of, longest first so that no word is torn apart by a shorter one.
_WORDS = """
    abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm 1234567890 0123456789 characters
    development placeholder application environment production something generated signature
    changeit changeme insecure password default example replace minimum signing private string
    secret please random secure should change server django least chars bytes super token value
    local hs256 your this with must that long more here test bits than auth very node key 256
    128 512 bit use for the and dev not app api
"""
_PLACEHOLDER = re.compile("|".join(_WORDS.split()))


def secret(value: str) -> str:
    """Return a key that nobody who knows this code, or any other, can guess."""
    if len(value.encode()) < LEAST_BYTES:
        raise ValueError(f"must have at least {LEAST_BYTES} bytes")
    if _is_placeholder(value):
        raise ValueError("must be random, not a placeholder")
    return value


def _is_placeholder(value: str) -> bool:
    rest = _PLACEHOLDER.sub("", re.sub(r"[-_. ]", "", value.lower()))
    is_repeated = re.fullmatch(r"(.+?)\1+", value, re.DOTALL)
    return is_repeated is not None or len(rest) < 16 or len(set(value)) < 10
