"""200 strings in every filter of a ledger: they are sought as words, and are never part of a query."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable

import pytest

from dateline.errors import DatelineError
from dateline.ledger import Store
from dateline.ledger.finding import Filter, Order, Page, Sought
from tests.contract.conftest import KINDS, postgres, store, where
from tests.ledger.stores import fill

pytestmark = pytest.mark.slow

__all__ = ["KINDS", "postgres", "store", "where"]

SEEDS = (
    "' OR '1'='1",
    "'; DROP TABLE reports; --",
    '" OR ""="',
    "%",
    "_",
    "%%%",
    "\\",
    "\\'",
    "' UNION SELECT record FROM readings --",
    "1); DELETE FROM audit; --",
    "/* */",
    "$$;$$",
    ":name",
    "%(name)s",
    "?",
    "{0}",
    "\x00",
    "\u2028",
    "ﬀ",
    "İ",
    "ß",
    "🔥",
    "NULL",
    "' || (SELECT record FROM readings) || '",
    "x' AND randomblob(1e9) --",
    "pg_sleep(9)",
    "'; SELECT pg_sleep(9); --",
    "*",
    "[a-z]",
    "(?i).*",
    "\ud7ff",
    "ORDER BY",
    "a" * 5000,
    "'" * 999,
    "\r\n",
    "true",
    "-1",
    "0x41",
    "E'\\x41'",
    "\\u0000",
)


def strings() -> list[str]:
    """Two hundred: each seed, and pieces of them put together."""
    draw = random.Random(11)
    made = list(SEEDS)
    while len(made) < 200:
        made.append("".join(draw.sample(SEEDS, 3))[: draw.randint(2, 400)])
    return made


FILTERS: dict[str, Callable[[str], Filter]] = {
    "words": lambda s: Filter(words=(s,)),
    "source": lambda s: Filter(source=s),
    "countries": lambda s: Filter(countries=frozenset((s,))),
    "types": lambda s: Filter(types=frozenset((s,))),
    "statuses": lambda s: Filter(statuses=frozenset((s,))),  # type: ignore[arg-type]
    "field": lambda s: Filter(field=s),  # type: ignore[arg-type]
}
SEEKING: dict[str, Callable[[str], Sought]] = {
    "report": lambda s: Sought(report=s),
    "incident": lambda s: Sought(incident=s),
    "publisher": lambda s: Sought(publisher=s),
    "source of a claim": lambda s: Sought(source=s),
    "field of a claim": lambda s: Sought(field=s),  # type: ignore[arg-type]
    "modality": lambda s: Sought(modality=s),  # type: ignore[arg-type]
}


def test_there_are_two_hundred() -> None:
    assert len(strings()) == 200


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_of_incidents(name: str, store: Store) -> None:
    fill(store)
    before = store.export()
    for words in strings():
        found = _tried(lambda words=words: store.find(FILTERS[name](words), Order(), 10).total)  # type: ignore[misc]
        # Letters and marks that stand in the ledger may be found; nothing else may.
        assert found in (None, 0) or _stands(words, store)
    assert store.export() == before
    assert store.verify_chain() == ()


@pytest.mark.parametrize("name", SEEKING)
def test_a_filter_of_claims_and_reports(name: str, store: Store) -> None:
    fill(store)
    before = store.export()
    for words in strings():
        sought = SEEKING[name](words)
        for seek in (store.seek_reports, store.seek_claims, store.seek_statements):
            _tried(lambda seek=seek, sought=sought: seek(sought, Page()).total)  # type: ignore[misc]
        _tried(lambda words=words: len(store.incident_ids(words)))  # type: ignore[misc]
    assert store.export() == before
    assert store.verify_chain() == ()


def _tried(ask: Callable[[], int]) -> int | None:
    """What is found; none where the ledger refuses the words, such as PostgreSQL a zero byte."""
    try:
        return ask()
    except DatelineError:
        return None


def _stands(words: str, store: Store) -> bool:
    text = " ".join(r.report.text + str(r) for r in store.readings())
    return _letters(words) in _letters(text)


def _letters(words: str) -> str:
    """Without case and accents: databases have their own mind about those."""
    return "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
