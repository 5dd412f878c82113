"""Lists of other stories go; a report's own lines, posts and lists of names stay."""

from __future__ import annotations

import doctest

import pytest

from dateline.intake import stamp
from dateline.intake import teasers as module
from dateline.intake.teasers import teasers

STORY = "Mill burns down in Orlow\n\nThe mill of Orlow burned down on Monday."
OTHERS = (
    "Bakers march against the mayor's new tax on flour",
    "Gulls return to the bay after years without any",
    "Harvest fair | Boy of nine wins the great…",
)


def left(text: str) -> list[str]:
    for edit in reversed(list(teasers(text))):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return [line for line in text.split("\n") if line]


@pytest.mark.parametrize("module", [module, stamp])
def test_the_examples_of_the_docstrings_run(module: object) -> None:
    assert doctest.testmod(module).attempted > 0  # type: ignore[arg-type]
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


def test_a_list_at_the_end_goes() -> None:
    assert left("\n\n".join((STORY, *OTHERS))) == left(STORY)


@pytest.mark.parametrize(
    "end",
    [
        OTHERS[:2],
        ("Ann Orrin, 31", "Lio Brask, 8", "Tam Brask, 40, a miller", "Ottoline Pask"),
        ("The dead were all of one family, police said.",) * 3,
        tuple(f"{line} — Orlow Police (@orlowpolice) May 6, 2031" for line in OTHERS),
    ],
)
def test_a_reports_own_last_lines_stay(end: tuple[str, ...]) -> None:
    assert left("\n\n".join((STORY, *end))) == [*left(STORY), *end]


def test_headlines_with_their_days_go_wherever_they_stand() -> None:
    dated = [f"{line.rstrip('…')}, May {n}, 2031" for n, line in enumerate(OTHERS, 1)]
    title, story = left(STORY)
    assert left("\n\n".join((f"{title}, May 6, 2031", *dated, story))) == [f"{title}, May 6, 2031", story]
    assert left("\n\n".join((title, dated[0], story))) == [title, dated[0], story]


VIDEOS = (
    "1:05Gulls return to the bayMay 6, 2031",
    "Gulls return to the bay",
    "LiveHarvest fair",
    "Harvest fair",
)


def test_a_list_of_videos_goes() -> None:
    more = (*VIDEOS, "0:31Ox at the wheel4 hours ago", "Ox at the wheel", "Top stories")
    assert left("\n\n".join((STORY, *more))) == [*left(STORY), "Top stories"]


@pytest.mark.parametrize(
    "lines",
    [
        VIDEOS,
        ("At 1:05 Gulls return to the bay", "Gulls return to the bay", *VIDEOS),
        ("Orlow", "Orlow", "Brindle", "Brindle", "Hillton", "Hillton"),
    ],
)
def test_other_lines_that_stand_twice_stay(lines: tuple[str, ...]) -> None:
    assert left("\n\n".join((STORY, *lines, "The fair closed."))) == [
        *left(STORY),
        *lines,
        "The fair closed.",
    ]


def test_a_text_without_sentences_is_its_own() -> None:
    assert left("\n\n".join(OTHERS)) == list(OTHERS)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("7 March، 2031", "2031-03-07"),
        ("Mill burns\n\nMonday, 8 August 2031, 10:26", "2031-08-08"),
        ("Mill burns\n\nBy Ann Orrin\n\nPublished: August 8, 2031 at 4:10 pm EST", "2031-08-08"),
        ("2031-08-08", "2031-08-08"),
        ("Mill burns\n\nOrlow Courier, 8 August 2031", "2031-08-08"),
        ("Mill burns\n\nBy Ann Orrin – 8 August 2031", "2031-08-08"),
        ("Update No. 2 | The mill | as of 8 August 2031", "2031-08-08"),
        ("The Orlow Mill, 8 August 2031", None),
        ("Mill burns\n\nThe mill burned on, 8 August 2031", None),
        ("Mill burns on 8 August 2031", None),
        ("8 August 2031\n\n9 August 2031", None),
        ("8 August", None),
        ("32 August 2031", None),
    ],
)
def test_a_day_on_a_line_of_its_own(head: str, day: str | None) -> None:
    found = stamp.find_stamp(f"{head}\n\nThe mill burned.")
    assert (found.isoformat() if found else None) == day
