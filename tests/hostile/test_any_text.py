"""Any text, made by Hypothesis: spans quote exactly, numbers and times run forward, dates are dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.codebook.boilerplate import Boilerplate
from dateline.doctor import check_ledger
from dateline.intake import RawCopy
from dateline.intake.dates import date_in_name, read_date
from dateline.intake.reports import report_of
from dateline.model import Ledger, Number, Reading, Report, When
from dateline.reading import Reader

WORDS = (
    *(
        "A bomb",
        "killed",
        "wounded",
        "at least",
        "12",
        "twelve",
        "no",
        "dozens of",
        "people",
        "soldiers",
        "in",
    ),
    *(
        "Mosul",
        "Hit",
        "on Tuesday",
        "late December",
        "2020",
        "said",
        "police",
        "denied",
        "that",
        "and",
        "three",
    ),
    *(
        "children",
        ".",
        ",",
        "“",
        "”",
        "\n",
        "up to",
        "between",
        "of them",
        "1,000",
        "-3.2",
        "31 February",
        "the",
    ),
    *("raid", "shelled", "\u202e", "\u200b", "e\u0301", "🔥", "\u2028", "\x0b", "²", "½", "٣", "10^9", "0"),
)
TELLINGS = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), min_size=8, max_size=40).map(" ".join)
SLOW = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))


def read(text: str, reader: Reader, boilerplate: Boilerplate) -> Reading | None:
    """What is read of a text; none where it is no report."""
    data = f"Reports came in from the town early in the day. {text}".encode("utf-8", "replace")
    taken = report_of(RawCopy("2031-05-06-a.txt", "2031-05-06-a.txt", "text", data), boilerplate)
    if not isinstance(taken, Report):
        return None
    (made,) = reader.read([taken])
    assert isinstance(made, Reading)
    return made


@pytest.mark.slow
@SLOW
@given(text=TELLINGS)
def test_what_is_read_of_any_text_is_sound(text: str, reader: Reader, boilerplate: Boilerplate) -> None:
    made = read(text, reader, boilerplate)
    if made is None:
        return
    assert check_ledger(Ledger((made,), (), ())) == ()
    for claim in made.claims:
        assert claim.span.of(made.report.text) == claim.quote
        if isinstance(claim.value, Number):
            assert (claim.value.low or 0) >= 0
        if isinstance(claim.value, When) and claim.value.start and claim.value.end:
            assert claim.value.start <= claim.value.end
    for mention in made.mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(made.report.text)


DATES = st.lists(
    st.sampled_from(
        ["31", "12", "2031", "0", "99", "May", "sept", "-", "/", ".", " ", "T", "Z", ":", "th", "٣"]
    ),
    max_size=9,
).map("".join)


@settings(deadline=None, max_examples=500)
@given(DATES | st.text(max_size=30))
def test_a_date_is_read_or_is_none(words: str) -> None:
    for made in (read_date(words), date_in_name(words)):
        assert made is None or isinstance(made, date)


@settings(deadline=None, max_examples=200)
@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_a_date_is_read_as_it_was_written(day: date) -> None:
    assert read_date(day.isoformat()) == day
    assert read_date(f"{day.day} {day:%B} {day.year}") == day
    assert read_date(f"{day:%B} {day.day}, {day.year}") == day
    assert date_in_name(f"{day.isoformat()}-market.txt") == day
