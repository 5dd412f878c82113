"""Reports that came in capitals."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.doctor import check_ledger
from dateline.model import Entity, Ledger, Quarantined
from dateline.reading import Reader
from dateline.reading.casing import Recaser, in_capitals
from tests.reading.helpers import report

TELEX = (
    "REBELS OF THE MARLAND FRONT [MDF] KILLED TWO GUARDS NEAR BAGHDAD ON MONDAY, THE ARMY SAID.  "
    '"THEY WERE WOUNDED IN THE ATTACK," A SPOKESMAN OF THE MDF SAID.'
)

CASES = [
    "Rebels killed two guards in a village near Baghdad on Monday morning.",
    "The U.S. soldiers were attacked in the market, and I was hurt in Iraq.",
    "Guerrillas of the Marland movement (MDF) attacked. The MDF said that it is theirs.",
    'The city\'s spokesman said: "We did not attack." It was reported on Friday.',
]
NOT_IN_CAPITALS = ["REBELS attacked the village of Brindle on Monday, the army said.", "TWO KILLED"]


@pytest.fixture(scope="module")
def recaser() -> Recaser:
    """By the packaged codebook."""
    book = load_codebook()
    return Recaser(book.casing, book.actors.exact)


@pytest.mark.parametrize("text", CASES)
def test_normal_case(recaser: Recaser, text: str) -> None:
    assert recaser.recased(text.upper()) == text


@pytest.mark.parametrize("text", NOT_IN_CAPITALS)
def test_left_as_it_is(recaser: Recaser, text: str) -> None:
    assert recaser.recased(text) == text


def test_capitals() -> None:
    assert in_capitals(TELEX)
    assert not in_capitals(TELEX.lower())


def test_spans_are_those_of_the_report(reader: Reader) -> None:
    (read,) = reader.read([report(TELEX)])
    assert not isinstance(read, Quarantined)
    assert check_ledger(Ledger((read,), (), ())) == ()
    assert read.report.text == TELEX
    killed = next(c for c in read.claims if c.field == "killed")
    assert killed.value.text == "TWO"
    assert killed.quote.startswith("REBELS OF THE MARLAND FRONT")
    actors = [c.value for c in read.claims if c.field == "actor" and isinstance(c.value, Entity)]
    assert [a.text for a in actors][:1] == ["REBELS OF THE MARLAND FRONT"]
    assert any(s.text in TELEX for s in read.statements)
