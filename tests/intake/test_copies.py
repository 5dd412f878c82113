"""One wire text under several publishers is one voice."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook.boilerplate import Boilerplate
from dateline.intake import RawCopy, copy_groups, group_copies, report_of
from dateline.model import Report, content_id

WIRE = (
    "RIVER PORT (Wire) - Two soldiers were wounded on Monday when a convoy of supply trucks was "
    "shelled on the road to the old customs house, the army said. A spokesman said that the shelling "
    "stopped before noon. Three of the trucks were burnt out and a bridge was closed to traffic "
    "until the evening. The governor called the attack cowardly and promised that those behind it "
    "would be found. It was the fourth attack on the road since the end of March, when a truce "
    "between the two sides broke down over the port's revenues."
)
OTHER = (
    "Fishermen of River Port went on strike on Monday over the price of diesel, and dozens of them "
    "blocked the harbour mouth with their boats. The harbour master said that talks would begin in "
    "the evening. The union wants the state to pay half of the cost, as it does on the southern "
    "coast since the winter of last year."
)


def report(text: str, boilerplate: Boilerplate) -> Report:
    made = report_of(RawCopy("r.txt", "r.txt", "text", text.encode()), boilerplate)
    assert isinstance(made, Report)
    return made


def test_cut_retitled_and_edited_copies_are_one_group(boilerplate: Boilerplate) -> None:
    sentences = WIRE.split(". ")
    copies = [
        report(WIRE, boilerplate),
        report(". ".join(sentences[:2]) + ".", boilerplate),
        report("Convoy shelled, two hurt\n\n" + WIRE, boilerplate),
        report(WIRE.replace("cowardly", "a crime").replace("on Monday ", "").upper(), boilerplate),
    ]
    other = report(OTHER, boilerplate)
    groups = copy_groups([*copies, other])
    assert {groups[copy.id] for copy in copies} == {content_id("copies", min(copy.id for copy in copies))}
    assert groups[other.id] == other.copy_group


def test_a_report_that_quotes_a_sentence_is_no_copy(boilerplate: Boilerplate) -> None:
    quoted = "The governor called the attack cowardly and promised that those behind it would be found."
    a, b, c = report(WIRE, boilerplate), report(f"{OTHER} {quoted}", boilerplate), report(quoted, boilerplate)
    assert len(set(copy_groups([a, b]).values())) == 2
    longer = report(
        f"{WIRE} {OTHER} {OTHER.replace('Monday', 'Friday').replace('diesel', 'ice')}", boilerplate
    )
    assert len(set(copy_groups([c, longer]).values())) == 2


def test_reports_of_one_mould_are_no_copies(boilerplate: Boilerplate) -> None:
    mould = "On {} {} people were killed when a shell hit a {} in {}, the monitoring group said."
    fills = [("Monday", "two", "school", "River Port"), ("Friday", "nine", "bakery", "Hill Town")]
    reports = [report(mould.format(*fill), boilerplate) for fill in fills]
    assert len(set(copy_groups(reports).values())) == 2


@given(st.randoms(use_true_random=False))
def test_order_does_not_matter(shuffler: random.Random) -> None:
    base = Report("", "k", "p", "0", None, None, None, None, None, None, "en", "", (), "")
    texts = [WIRE, WIRE[:300], OTHER, OTHER[:200], "Something else was said on that day by others.", WIRE]
    reports = [replace(base, id=f"report-{n}", text=text) for n, text in enumerate(texts)]
    groups = copy_groups(reports)
    shuffled = reports[:]
    shuffler.shuffle(shuffled)
    assert copy_groups(shuffled) == groups
    assert groups["report-0"] == groups["report-1"] == groups["report-5"] == content_id("copies", "report-0")
    assert groups["report-2"] == groups["report-3"] == content_id("copies", "report-2")


def test_many_copies_of_one_text_stay_one_group() -> None:
    base = Report("", "k", "p", "0", None, None, None, None, None, None, "en", "", (), "")
    reports = [replace(base, id=f"report-{n:03}", text=f"{WIRE} Edition {n}.") for n in range(300)]
    assert set(copy_groups(reports).values()) == {content_id("copies", "report-000")}


def test_nothing_gives_nothing() -> None:
    assert copy_groups([]) == {}


def test_only_texts_that_may_be_copies_are_looked_at_again() -> None:
    texts = {"report-0": WIRE, "report-1": OTHER, "report-2": WIRE[:300]}
    asked = list[str]()

    def text_of(report: str) -> str:
        asked.append(report)
        return texts[report]

    groups = group_copies(iter(texts.items()), text_of)
    assert sorted(asked) == ["report-0", "report-2"]
    assert groups["report-0"] == groups["report-2"] != groups["report-1"]
