"""A ledger of synthetic reports, and what it costs to judge, to add to it and to export it.

The reports tell what ``benchmarks.events`` tells, one sentence an event. Each command runs in a process of
its own: seconds by the clock, and the peak of its memory.

python -m benchmarks.kept [EVENTS] [--ledger FILE_OR_URL]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

from benchmarks import group
from dateline.codebook import load_codebook
from dateline.codebook.event_types import EventType
from dateline.keeping.settling import settle
from dateline.ledger import Store
from dateline.ledger.opening import open_ledger
from dateline.model import (
    Claim,
    Field,
    Making,
    Number,
    Place,
    Reading,
    Report,
    Span,
    Term,
    Value,
    When,
    content_id,
)
from dateline.running.maker import maker_of
from dateline.settings import Settings
from tests.builders import POLICE, claim, find, plain_report

EVENTS, LATER = 20_000, 10
"""Events of the ledger, about, and reports that are added to it afterwards."""

FIRST, DAYS, TOWNS = date(2031, 1, 1), 1000, 5000
FORMATS = ("json", "jsonl", "csv", "ged", "geojson", "prov")


def synthetic_readings(seed: int = 1) -> Iterator[Reading]:
    """Readings without end, each with one event or two; the same for the same seed."""
    random, types = Random(seed), load_codebook().event_types.type
    earlier: list[tuple[int, int, int, int, list[str]]] = []
    for number in count():
        crowded = random.random() < 0.05
        town = 0 if crowded else min(TOWNS - 1, int(random.paretovariate(0.9)))
        day = random.randrange(7) if crowded else random.randrange(DAYS)
        words = [f"w{random.randrange(60_000)}" for _ in range(30)]
        occurrence = (town, day, random.randrange(12), int(random.paretovariate(0.8)), words)
        for n in range(min(400, 1 + int(random.paretovariate(1.2) * 1.5))):
            told = [occurrence]
            if earlier and random.random() < 0.4:
                told.append(random.choice(earlier))
            published = FIRST + timedelta(day + min(40, int(random.paretovariate(1.0)) - 1))
            yield _reading(f"{number}-{n}", told, types, published, random)
        earlier = [*earlier[-200:], occurrence]


def _reading(
    key: str,
    told: list[tuple[int, int, int, int, list[str]]],
    types: tuple[EventType, ...],
    published: date,
    random: Random,
) -> Reading:
    lines, made = list[str](), list[list[tuple[Field, Value, str]]]()
    for town, day, kind, killed, words in told:
        when = FIRST + timedelta(day)
        dead, where, on = killed + random.randrange(1 + killed // 5), f"Town{town}", when.isoformat()
        sample = " ".join(random.sample(words, 20 if not lines else 8))
        lines.append(f"The attack in {where} killed {dead} people on {on}, police said of {sample}.")
        lat, lon = town % 120 - 60.0, town * 7 % 340 - 170.0
        place = Place(where, lat, lon, town + 1, "IQ", None, "exact", 2.0, where)
        values: list[tuple[Field, Value, str]] = [
            ("type", Term(types[kind].name, "attack"), "attack"),
            ("killed", Number(dead, dead, f"{dead} people"), f"{dead} people"),
        ]
        if random.random() < 0.7:
            values.append(("when", When(when, when, "day", None, on), on))
        if random.random() < 0.8:
            values.append(("place", place, where))
        made.append(values)
    text = "\n".join(lines)
    report = plain_report(key, text, f"Post {random.randrange(40)}", published)
    claims, begin = list[Claim](), 0
    for n, (line, values) in enumerate(zip(lines, made, strict=True)):
        span = Span(begin, begin + len(line))
        claims += [_claim(report, n, span, *each) for each in values]
        begin = span.end + 1
    return Reading(report, tuple(claims), (), (), ())


def _claim(at: Report, nth: int, line: Span, field: Field, value: Value, words: str) -> Claim:
    """A claim by the police of what a line tells, each under an id of its own."""
    made = claim(at, str(nth), field, value, words, POLICE, cue="said", place=None, when=None, line=line)
    spans = replace(made.spans, trigger=find(at.text, "attack", after=line.start))
    return replace(made, id=content_id("claim", at.id, str(nth), field), spans=spans)


def add(store: Store, readings: Iterable[Reading]) -> None:
    """Keep the readings with their raw copies, and leave linking to later."""
    made = Making("report.txt", "text", maker_of(Settings()))
    for reading in readings:
        store.add(reading, reading.report.text.encode(), made)


def some(events: int) -> Iterator[Reading]:
    """Readings with so many events, about."""
    told = 0
    for reading in synthetic_readings():
        told += len({claim.event for claim in reading.claims})
        yield reading
        if told >= events:
            return


def later() -> Iterator[Reading]:
    """Reports that come afterwards: of the same towns and days, and of none that is there."""
    readings = synthetic_readings(seed=2)
    for n in range(LATER):
        reading = next(readings)
        yield replace(reading, report=replace(reading.report, key=f"later-{n}"))


def _now() -> datetime:
    return datetime.now(UTC)


def _told(what: str, run: group.Run) -> None:
    sys.stdout.write(f"| {what} | {run.seconds:.1f} | {run.peak // 1024**2} |\n")
    sys.stdout.flush()


def _command(*words: str) -> group.Run:
    return group.run((sys.executable, "-c", "from dateline.cli import main; main()", *words))


def _pair(where: str) -> tuple[str, str]:
    """An event of each of two incidents."""
    with closing(open_ledger(where, _now, create=False)) as store:
        found = store.incidents()
        some = [found[len(found) // 3], found[len(found) // 2]]
        readings = {each.report.id: each for i in some for each in store.readings_of(i.reports)}
    events = {c.id: c.event for reading in readings.values() for c in reading.claims}
    return events[some[0].claims[0]], events[some[1].claims[0]]


def main() -> int:
    """Make the ledger, unless it is there, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", nargs="?", type=int, default=EVENTS)
    parser.add_argument("--ledger", help="make it here, or use what is here")
    parser.add_argument("--later", action="store_true", help="add the later reports, and link")
    parser.add_argument("--only", choices=("judge", "add", "export"), help="measure this alone")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = asked.ledger or f"{folder}/ledger.db"
        if asked.later:
            with closing(open_ledger(where, _now, create=False)) as store:
                add(store, later())
                settle(store, Settings())
            return 0
        with closing(open_ledger(where, _now, create=True)) as store:
            if not store.entries():
                add(store, some(asked.events))
            began, worked = time.monotonic(), time.process_time()
            settle(store, Settings())
            took = (time.monotonic() - began, time.process_time() - worked)
            sys.stderr.write(f"linked in {took[0]:.1f} s, {took[1]:.1f} s of the processor\n")
        sys.stdout.write("| command | seconds | peak MB |\n|---|--:|--:|\n")
        if asked.only in (None, "judge"):
            decided = ("same", *_pair(where), "--by", "Ana", "--why", "measured", "--ledger", where)
            judged = _command("judge", *decided)
            _told("`dateline judge same`", judged)
            undone = ("undo", judged.out.split()[0], "--by", "Ana", "--why", "measured", "--ledger", where)
            _told("`dateline judge undo`", _command("judge", *undone))
        if asked.only in (None, "add"):
            again = (sys.executable, "-m", "benchmarks.kept", "--later", "--ledger", where)
            _told(f"{LATER} reports more, kept and linked", group.run(again))
        if asked.only in (None, "export"):
            for name in FORMATS:
                out = str(Path(folder) / "out")
                run = _command("export", "--format", name, "--out", out, "--ledger", where)
                _told(f"`dateline export --format {name}`", run)
    return 0


if __name__ == "__main__":
    sys.exit(main())
