"""Times reading against bare spaCy, and against what else a user would write, over the same texts in one run.

Seconds are those of the processor, the best of some rounds taken in turn, so that what else the machine does
says little.

python -m benchmarks.reading
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date

import spacy
from spacy.language import Language
from textacy.extract.triples import direct_quotations, subject_verb_object_triples

from benchmarks.invented import conflict, mixed
from dateline.model import Reading, Report, content_id, raw_hash
from dateline.reading import Reader
from dateline.reading.parse import MODEL
from dateline.running.batches import make_reader

RELEVANT, MIXED = 120, 300
"""Reports that are all of conflict, and reports of which one in ten is."""
BARE, SCREEN_OFF, SCREEN_ON = "bare `nlp.pipe`", "Dateline, screen off", "Dateline, screen on"
ALL, MIXED_IN = "all of conflict", "one in ten of conflict"
ROUNDS = 2
WARM = 10


@dataclass(frozen=True, slots=True)
class Timing:
    """Processor seconds that something took over some texts, and how much it found."""

    texts: str
    what: str
    reports: int
    words: int
    seconds: float
    found: str


def report(text: str) -> Report:
    """A report of the invented Harbour Post."""
    raw = raw_hash(text.encode())
    id_ = content_id("report", raw)
    day = date(2031, 5, 9)
    given = (id_, id_, "invented", raw, "Harbour Post", None, day, "input", None, None, "en", text, (), id_)
    return Report(*given)  # type: ignore[arg-type]


def ways(nlp: Language, reader: Reader) -> dict[str, Callable[[list[str]], str]]:
    """What is timed, by its name in the table: each reads texts and tells what it found."""

    def bare(texts: list[str]) -> str:
        return f"{sum(len(doc) for doc in nlp.pipe(texts)):,} tokens"

    def reading(texts: list[str]) -> str:
        return _found(reader.read([report(text) for text in texts]))

    def screened(texts: list[str]) -> str:
        reports = [report(text) for text in texts]
        kept = [r for r, may in zip(reports, reader.may_tell(reports), strict=True) if may]
        return f"{len(kept)} reports read: {_found(reader.read(kept))}"

    def quotes(texts: list[str]) -> str:
        count = sum(len(list(direct_quotations(doc))) for doc in nlp.pipe(texts))
        return f"{count:,} quotations"

    def triples(texts: list[str]) -> str:
        count = sum(len(list(subject_verb_object_triples(doc))) for doc in nlp.pipe(texts))
        return f"{count:,} triples"

    return {
        BARE: bare,
        SCREEN_OFF: reading,
        SCREEN_ON: screened,
        "`nlp.pipe` and textacy's direct quotations": quotes,
        "`nlp.pipe` and textacy's subject-verb-object triples": triples,
    }


def _found(outcomes: Iterable[object]) -> str:
    readings = [each for each in outcomes if isinstance(each, Reading)]
    claims = sum(len(reading.claims) for reading in readings)
    return f"{claims:,} claims, {sum(len(reading.statements) for reading in readings):,} statements"


def measure() -> list[Timing]:
    """Every way over both kinds of texts."""
    nlp, reader = spacy.load(MODEL), make_reader(None)
    sets = {ALL: list(conflict(RELEVANT)), MIXED_IN: list(mixed(MIXED))}
    every = ways(nlp, reader)
    timings = []
    for name, texts in sets.items():
        best, found = dict.fromkeys(every, float("inf")), dict.fromkeys(every, "")
        for way in every.values():
            way(texts[:WARM])
        for _ in range(ROUNDS):
            for what, way in every.items():
                start = time.process_time()
                found[what] = way(texts)
                best[what] = min(best[what], time.process_time() - start)
        words = sum(len(text.split()) for text in texts)
        timings += [Timing(name, what, len(texts), words, best[what], found[what]) for what in every]
    return timings


if __name__ == "__main__":
    json.dump([asdict(timing) for timing in measure()], sys.stdout)
