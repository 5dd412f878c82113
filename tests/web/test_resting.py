"""Work beside the pages has a tenth of the time, and never rests for long."""

from __future__ import annotations

from dateline.web.resting import MOST, rest


def test_short_work_rests_nine_times_as_long() -> None:
    assert rest(0.5) == 4.5


def test_long_work_rests_no_more_than_half_a_minute() -> None:
    assert rest(60.0) == MOST == 30.0
