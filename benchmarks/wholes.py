"""Measures what a learned decision on counts would gain: is a count the whole of what its report is about?

python -m benchmarks.scores gva airwars_gaza --keep FOLDER && python -m benchmarks.wholes FOLDER

A conditional logit over the counts of one field in a report's chief event (``benchmarks/traits.py``),
fitted where the set knows the right number. Smaller numbers than the one it puts first are then called
parts, and it is called no part; the ledger keeps every claim. Each set is scored with weights of the
other, and gva also with those of four fifths of its incidents, for the reports of the fifth. Beside it a
chooser: of the numbers of all three fields the one that is the whole, whatever the rules call them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.gold import gold_folder, score_set
from benchmarks.traits import FIELDS, seen, traits
from dateline.codebook import Codebook, load_codebook
from dateline.exchange.documents import read_document
from dateline.exchange.json import ledger_to_json
from dateline.model import Claim, Field, Ledger, Reading
from dateline.reading.claims.added_up import top
from dateline.reading.claims.finish import identified
from dateline.reading.claims.tally import part_words
from dateline.reading.counts.rules import PART
from dateline.reconcile import reconcile

RIDGE = 3.0
FOLDS = 5
SURE = 0.5
"""Share of a number from which on the model is followed."""
SLOTS = {
    "gva": ("killed", "injured", "killed_2+", "injured_2+", "incident_killed", "incident_injured"),
    "airwars_gaza": ("killed_both", "injured_both"),
}
Weights = npt.NDArray[np.float64]
Wanted = Mapping[Field, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Case:
    """Counts of a report's chief event with their traits, and which are known to be right."""

    report: str
    incident: str
    field: Field
    claims: Sequence[Claim]
    rows: Sequence[Mapping[str, float]]
    right: tuple[bool, ...]

    @property
    def teaches(self) -> bool:
        """Whether some of the counts are right, and others not."""
        return any(self.right) and not all(self.right)


def answers(gold: Path, name: str) -> dict[str, tuple[str, Wanted]]:
    """Key of a report -> its incident, and the lowest and highest right number of each known field."""
    told = gzip.decompress((gold / "dev" / f"{name}.gold.jsonl.gz").read_bytes()).decode().splitlines()
    found: dict[str, tuple[str, Wanted]] = {}
    for each in map(json.loads, told):
        if name == "gva" and len(each["incidents"]) == 1:
            (incident,) = each["incidents"]
            killed, injured = incident["killed"][0], incident["injured"][0]
            both = killed + injured
            wanted: Wanted = {
                "killed": (killed, killed),
                "injured": (injured, injured),
                "casualties": (both, both),
            }
            found[each["id"]] = (incident["code"], wanted)
        elif name == "airwars_gaza":
            known: list[Field] = [f for f in FIELDS if each.get(f)]
            found[each["id"]] = (each["id"], {f: (each[f][0], each[f][1]) for f in known})
    return found


def cases(
    readings: Iterable[Reading],
    known: Mapping[str, tuple[str, Wanted]],
    book: Codebook,
    *,
    across: bool = False,
) -> list[Case]:
    """The cases of all reports; of those that the set does not know nothing is right.

    ``across`` puts the counts of all fields up for each.
    """
    made = []
    for reading in readings:
        report = seen(reading.report.text, reading.claims, book)
        incident, wanted = known.get(reading.report.key, (reading.report.key, {}))
        if report is None:
            continue
        for field in FIELDS:
            mine = [c for c in report.told if across or c.field == field]
            low, high = wanted.get(field, (1, 0))
            right = tuple(low <= top(c) <= high for c in mine)
            if mine:
                rows = [traits(c, report) for c in mine]
                made.append(Case(reading.report.id, incident, field, mine, rows, right))
    return made


def names_of(told: Iterable[Case]) -> list[str]:
    """The names of all traits."""
    return sorted({name for case in told for row in case.rows for name in row})


def table(case: Case, names: Sequence[str]) -> Weights:
    """One row of numbers a claim."""
    return np.array([[row.get(name, 0.0) for name in names] for row in case.rows])


def fit(told: Iterable[Case], names: Sequence[str]) -> Weights:
    """The weights that make right counts likely, by Newton's method."""
    known = [(table(c, names), np.array(c.right, float)) for c in told if c.teaches]
    weights = np.zeros(len(names))
    for _ in range(40):
        slope, bend = -RIDGE * weights, RIDGE * np.eye(len(names))
        for rows, right in known:
            chance = chances(rows, weights)
            best = chance * right / (chance @ right)
            mean = chance @ rows
            slope += (best - chance) @ rows
            bend += ((rows - mean) * chance[:, None]).T @ (rows - mean)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def chances(rows: Weights, weights: Weights) -> Weights:
    """How likely each count is the whole; together 1."""
    score = rows @ weights
    raised = np.exp(score - score.max())
    return np.asarray(raised / raised.sum())


Judge = Callable[[Case], Weights]
"""A case -> how likely each of its counts is the whole."""


def judged(case: Case, chance: Weights) -> tuple[int, float]:
    """The number that is most likely the whole, and how likely it is."""
    numbers: dict[int, float] = {}
    for claim, share in zip(case.claims, chance, strict=True):
        numbers[top(claim)] = numbers.get(top(claim), 0.0) + float(share)
    best = max(numbers, key=lambda n: (numbers[n], -n))
    return best, numbers[best]


def renamed(reading: Reading, told: Iterable[Case], judge: Judge, book: Codebook) -> Reading:
    """The reading with smaller numbers called parts, and the one that is put first called none."""
    text, called = reading.report.text, dict[str, Claim]()
    for case in told:
        whole, sure = judged(case, judge(case))
        for claim in case.claims if sure >= SURE else ():
            words = part_words(claim.spans.value or claim.span, text, book.counts)
            if top(claim) < whole and claim.group is None:
                called[claim.id] = identified(replace(claim, group=words))
            elif top(claim) == whole and claim.group == words and claim.rule != PART.id:
                called[claim.id] = identified(replace(claim, group=None))
    return replace(reading, claims=tuple(called.get(c.id, c) for c in reading.claims))


def scored(gold: Path, name: str, readings: Sequence[Reading], book: Codebook) -> str:
    """The slots of a set that rest on counts, as cells of a table."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(tuple(readings), reconcile(readings, book), ())
        data = json.dumps(ledger_to_json(ledger, mentions=False), ensure_ascii=False)
        (Path(folder) / f"{name}.json").write_text(data, encoding="utf-8")
        got = {s.slot: s.score for s in score_set(gold, name, Path(folder))}
    return " | ".join(f"{slot} {got[slot]}" for slot in SLOTS[name])


def taught_by_fold(told: Sequence[Case], names: Sequence[str]) -> Judge:
    """A judge that asks of each case the weights of the incidents that are not in its fold."""
    incidents = sorted({c.incident for c in told})
    order = np.random.RandomState(1).permutation(len(incidents))
    fold = {incident: int(n) % FOLDS for incident, n in zip(incidents, order, strict=True)}
    fitted = [fit((c for c in told if fold[c.incident] != n), names) for n in range(FOLDS)]
    return lambda case: chances(table(case, names), fitted[fold[case.incident]])


def taught_by(told: Sequence[Case], names: Sequence[str]) -> Judge:
    """A judge with the weights of other cases."""
    fitted = fit(told, names)
    return lambda case: chances(table(case, names), fitted)


def is_first(case: Case, judge: Judge) -> bool:
    """Whether the number that is put first is right."""
    best, _ = judged(case, judge(case))
    return any(r and top(c) == best for c, r in zip(case.claims, case.right, strict=True))


def first_right(told: Iterable[Case], judge: Judge) -> Iterator[str]:
    """For each field in how many cases the right number is put first, of those where the counts differ."""
    known = [c for c in told if c.teaches]
    for field in FIELDS:
        mine = [c for c in known if c.field == field]
        yield f"{field} {sum(is_first(c, judge) for c in mine)} of {len(mine)}"


def chosen(
    readings: Sequence[Reading], known: Mapping[str, tuple[str, Wanted]], book: Codebook
) -> Iterator[str]:
    """For killed and injured above one the share of reports in which a chooser over all fields is right."""
    told = cases(readings, known, book, across=True)
    for field in FIELDS[:2]:
        mine = [c for c in told if c.field == field]
        judge = taught_by_fold(mine, names_of(mine))
        several = {
            r.report.id for r in readings if known.get(r.report.key, ("", {}))[1].get(field, (0, 0))[0] > 1
        }
        asked = [c for c in mine if c.report in several]
        right, bound = sum(is_first(c, judge) for c in asked), sum(any(c.right) for c in asked)
        yield f"{field} {100 * right / len(several):.1f} (bound {100 * bound / len(several):.1f})"


def main() -> int:
    """Fit, and print what the rules have, what the model would have and what a chooser would have."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "folder", type=Path, help="where benchmarks.scores --keep left the ledgers of both sets"
    )
    asked = parser.parse_args()
    gold, book = gold_folder(), load_codebook()
    if gold is None:
        sys.stderr.write("No gold data here: set DATELINE_GOLD to the folder that holds score.py and dev/.\n")
        return 1
    readings = {name: read_document(asked.folder / f"{name}.json").ledger.readings for name in SLOTS}
    known = {name: answers(gold, name) for name in SLOTS}
    told = {name: cases(readings[name], known[name], book) for name in SLOTS}
    names = names_of(c for each in told.values() for c in each)
    judges = {
        ("gva", "four fifths of gva"): taught_by_fold(told["gva"], names),
        ("gva", "airwars_gaza"): taught_by(told["airwars_gaza"], names),
        ("airwars_gaza", "gva"): taught_by(told["gva"], names),
    }
    for name in SLOTS:
        sys.stdout.write(f"{name}, rules: {scored(gold, name, readings[name], book)}\n")
    for (name, teacher), judge in judges.items():
        by_report: dict[str, list[Case]] = {}
        for case in told[name]:
            by_report.setdefault(case.report, []).append(case)
        changed = [renamed(r, by_report.get(r.report.id, ()), judge, book) for r in readings[name]]
        sys.stdout.write(f"{name}, taught by {teacher}: {scored(gold, name, changed, book)}\n")
        sys.stdout.write(f"  right number first: {', '.join(first_right(told[name], judge))}\n")
    sys.stdout.write(f"gva, chooser: {', '.join(chosen(readings['gva'], known['gva'], book))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
