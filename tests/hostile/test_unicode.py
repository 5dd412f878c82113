"""Characters that deceive the eye or a program: spans still quote, and words are read as by a person."""

from __future__ import annotations

import json

import pytest

from dateline.codebook.boilerplate import Boilerplate
from dateline.intake import RawCopy, report_of
from dateline.model import Ledger, Number, Report
from dateline.pipeline import read
from dateline.settings import Settings

PLAIN = "Rebels killed 12 soldiers in Kabul on Monday, the army said."

# name | the text, with what is hidden in it | whether the toll must be read as in the plain text
TEXTS: list[tuple[str, str, bool]] = [
    (
        "right-to-left override",
        "Rebels \u202ekilled\u202c 12 soldiers in Kabul on Monday, the army said.",
        True,
    ),
    ("isolates", "Rebels killed \u206612\u2069 soldiers in Kabul on Monday, the army said.", True),
    (
        "override inside the number",
        "Rebels killed 1\u202e2\u202c soldiers in Kabul on Monday, the army said.",
        True,
    ),
    ("zero width inside a word", "Rebels kil\u200bled 12 soldiers in Kabul on Monday, the army said.", True),
    ("zero width joiners", "Rebels ki\u200dl\u200cled 12 soldiers in Kabul on Monday, the army said.", True),
    (
        "word joiner inside the number",
        "Rebels killed 1\u20602 soldiers in Kabul on Monday, the army said.",
        True,
    ),
    ("soft hyphens", "Rebels kil\u00adled 12 sol\u00addiers in Kabul on Monday, the army said.", True),
    ("a mark in mid text", "Rebels killed \ufeff12 soldiers in Kabul on Monday, the army said.", True),
    (
        "tag characters",
        "Rebels killed \U000e0031\U000e003212 soldiers in Kabul on Monday, the army said.",
        False,
    ),
    ("a homoglyph actor", "Reb\u0435ls killed 12 soldiers in Kabul on Monday, the army said.", True),
    ("a homoglyph verb", "Rebels k\u0456lled 12 soldiers in Kabul on Monday, the army said.", False),
    ("wide digits", "Rebels killed １２ soldiers in Kabul on Monday, the army said.", False),
    ("Arabic digits", "Rebels killed ١٢ soldiers in Kabul on Monday, the army said.", False),
    (
        "1,000 combining marks",
        "Rebels killed 12 soldiers" + "\u0301" * 1000 + " in Kabul on Monday, the army said.",
        False,
    ),
    ("composed apart", "The army said rebels from Me\u0301xico killed 12 soldiers in Kabul on Monday.", True),
    ("composed", "The army said rebels from México killed 12 soldiers in Kabul on Monday.", True),
    (
        "carriage returns",
        "Rebels killed 12 soldiers in Kabul\r\non Monday, the army said.\r\n\r\nIt gave no names.\r\n",
        True,
    ),
    (
        "line separator",
        "It was quiet.\u2028Rebels killed 12 soldiers in Kabul on Monday, the army said.",
        True,
    ),
    (
        "emoji and Arabic before",
        "🔥👩‍👧 قُتل جنود ، Rebels killed 12 soldiers in Kabul on Monday, the army said.",
        True,
    ),
    (
        "flags and families after",
        "Rebels killed 12 soldiers in Kabul on Monday, the army said. 🇦🇫👨‍👩‍👧‍👦",
        True,
    ),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """All texts read in one go, each as a record named by its row."""
    path = tmp_path_factory.mktemp("unicode") / "in.jsonl"
    lines = [json.dumps({"id": name, "text": text, "published": "2031-05-06"}) for name, text, _ in TEXTS]
    path.write_text("\n".join(lines))
    return read([str(path)], Settings(workers=1))


@pytest.mark.parametrize(("name", "text", "must"), TEXTS, ids=[t[0] for t in TEXTS])
def test_spans_quote_and_the_toll_is_read(name: str, text: str, must: bool, ledger: Ledger) -> None:
    assert not ledger.quarantined
    (reading,) = [r for r in ledger.readings if r.report.key == name]
    canonical = reading.report.text
    canonical.encode()
    for claim in reading.claims:
        assert canonical[claim.span.start : claim.span.end] == claim.quote
    tolls = [c for c in reading.claims if c.field == "killed" and isinstance(c.value, Number)]
    lows = {c.value.low for c in tolls if isinstance(c.value, Number)}
    assert lows == {12} or not (must or lows - {12})


def test_a_lone_surrogate_is_replaced(boilerplate: Boilerplate) -> None:
    line = json.dumps({"text": PLAIN.replace("Kabul", "Kab\ud800ul")})
    made = report_of(RawCopy("a.jsonl:1", "a.jsonl", "jsonl", line.encode()), boilerplate)
    assert isinstance(made, Report)
    made.text.encode()
