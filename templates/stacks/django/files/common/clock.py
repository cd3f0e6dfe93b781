"""Times as they are stored and shown; migrations name `now`, and outlive what they made."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return the time in UTC, cut to milliseconds."""
    return cut(datetime.now(UTC))


def cut(time: datetime) -> datetime:
    return time.replace(microsecond=time.microsecond // 1000 * 1000)


def show(time: datetime) -> str:
    """Return the time in RFC 3339, in UTC and with milliseconds."""
    return time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
