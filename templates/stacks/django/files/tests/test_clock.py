from datetime import UTC, datetime

from common import clock


def test_times_are_cut_to_milliseconds_and_shown_in_utc() -> None:
    time = datetime(2026, 1, 2, 3, 4, 5, 678_999, tzinfo=UTC)
    assert clock.show(clock.cut(time)) == "2026-01-02T03:04:05.678Z"
    assert clock.now().microsecond % 1000 == 0
