"""The screen drops no report that gives a claim, and drops those that surely tell nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.gold import SETS, gold_folder
from dateline.codebook import Codebook
from dateline.intake import take
from dateline.model import Reading, Report
from dateline.reading import ALL_RULES, Reader
from tests.reading.helpers import report

GOLD = gold_folder()
ROOT = Path(__file__).parents[2]
QUOTED = re.compile(r'"((?:[^"\\\n]|\\.)*)"')

SILENT = [
    "The council of Brindle opened a new library on Monday. The mayor cut a ribbon and children sang.",
    "Shares in Norrland Steel rose four per cent after the company raised its forecast for the year.",
    "The film has a good actor, a weak song and no ending; the audience left before the last episode.",
    "Lena Holm wrote three books about gardens. She lives in Harrow with two cats.",
    "Ana Dorn opened her campaign in Harrow.\nThe crowd cheered.\nShe would fight for every vote.",
    "The army band played on Monday.\nThe rain fell until Monday.",
]
TELLING = [
    "Gunmen shot two farmers dead near Brindle on Monday, police said.",
    "The army shelled Harrow overnight.",
    "Rebels came from the hills. They attacked the bridge twice.",
    "Three people were hurt when a grenade went off at a wedding.",
    "A rebel group took the town of Brindle. It struck at dawn.",
    "The ANA base near Brindle was hit on Monday.",
]
"""Short invented reports that give claims."""


def claims_lost(reader: Reader, reports: Sequence[Report]) -> list[str]:
    """Keys of the reports that the screen drops though they give claims."""
    dropped = [r for r, may in zip(reports, reader.may_tell(reports), strict=True) if not may]
    read = reader.read(dropped)
    return [
        f"{r.key}: {r.text[:80]}"
        for r, found in zip(dropped, read, strict=True)
        if isinstance(found, Reading) and found.claims
    ]


@pytest.mark.parametrize("text", SILENT)
def test_what_tells_of_nothing_is_dropped(reader: Reader, text: str) -> None:
    assert reader.may_tell([report(text)]) == [False]


@pytest.mark.parametrize("text", TELLING)
def test_what_tells_of_an_event_is_kept(reader: Reader, text: str) -> None:
    (reading,) = reader.read([report(text)])
    assert isinstance(reading, Reading)
    assert reading.claims
    assert reader.may_tell([report(text)]) == [True]


@pytest.mark.parametrize("text", TELLING)
def test_an_event_deep_in_other_news_is_kept(reader: Reader, text: str) -> None:
    long = "\n".join((*SILENT[:2], SILENT[3], text, *SILENT[:2], SILENT[3]))
    (reading,) = reader.read([report(long)])
    assert isinstance(reading, Reading)
    assert reader.may_tell([report(long)]) == [bool(reading.claims)]


def test_verdicts_do_not_depend_on_the_company(reader: Reader) -> None:
    reports = [report(text) for text in (*SILENT, *TELLING, "")]
    assert reader.may_tell(reports) == [reader.may_tell([r])[0] for r in reports]


def test_no_claim_of_a_rule_is_lost(reader: Reader) -> None:
    assert claims_lost(reader, [report(rule.example) for rule in ALL_RULES]) == []


def test_no_claim_of_the_examples_is_lost(reader: Reader, codebook: Codebook) -> None:
    folders = (str(ROOT / "examples"), str(ROOT / "tests" / "reconcile" / "many"))
    taken = [r for r in take(folders, None, codebook.boilerplate) if isinstance(r, Report)]
    assert len(taken) > 50
    assert claims_lost(reader, taken) == []


def test_no_claim_of_the_sentences_in_these_tests_is_lost(reader: Reader) -> None:
    """Hundreds of invented sentences, written for the rules by those who made them."""
    sources = (file.read_text(encoding="utf-8") for file in sorted(Path(__file__).parent.glob("test_*.py")))
    found = {words for source in sources for words in QUOTED.findall(source) if words.count(" ") > 3}
    assert len(found) > 500
    assert claims_lost(reader, [report(text) for text in sorted(found)]) == []


@pytest.mark.gold
@pytest.mark.skipif(GOLD is None, reason="no gold data here")
@pytest.mark.parametrize("name", SETS)
def test_no_claim_of_a_gold_set_is_lost(reader: Reader, codebook: Codebook, name: str) -> None:
    assert GOLD is not None
    source = str(GOLD / "dev" / f"{name}.docs.jsonl.gz")
    taken = [r for r in take([source], None, codebook.boilerplate) if isinstance(r, Report)]
    assert claims_lost(reader, taken) == []
