"""The bundled examples against what a careful human coder expects of them.

``examples/SET/expected.json`` says what the incident of a set is, every count that is claimed and by
whom, the fields, the checks, the incidents beside it, and what must not be there. Each of those is a
test here. ``examples_misses.txt`` lists those that are not met yet: a new miss fails, and so does a
line there that is met by now. ``python -m tests.test_examples`` writes that file anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any, get_args

import pytest

from dateline.codebook import load_codebook
from dateline.intake import take
from dateline.model import Field, Ledger, Modality, Report, Status
from dateline.pipeline import read
from tests import expected as against
from tests.expected import Json, View, each

EXAMPLES = Path(__file__).parent.parent / "examples"
SETS = sorted(p.name for p in EXAMPLES.iterdir() if p.is_dir())
MISSED = Path(__file__).with_name("examples_misses.txt")
MISSES = set(MISSED.read_text(encoding="utf-8").splitlines())
Problem = Callable[[View], str | None]


@cache
def expected(name: str) -> Json:
    found: Json = json.loads((EXAMPLES / name / "expected.json").read_text(encoding="utf-8"))
    return found


@cache
def ledger(name: str) -> Ledger:
    return read([str(EXAMPLES / name)])


def expectations(name: str) -> Iterator[tuple[str, Json | None, Problem]]:
    """A label, the incident beside the main one that it is about if any, and how to find the problem."""
    want = expected(name)
    yield "nothing quarantined", None, against.quarantine_problem
    yield "copies", None, partial(against.copies_problem, want=want["copies"])
    for incident in (want["incident"], *want["others"]):
        other = incident if "about" in incident else None
        for label, problem in of_incident(incident):
            yield f"{incident.get('about', 'incident')}: {label}", other, problem
        for claim in incident.get("claims", want["claims"]):
            for report in each(claim["report"]):
                yield (
                    of_claim(report, claim),
                    other,
                    partial(against.claim_problem, report=report, want=claim),
                )
    for field, summary in want["fields"].items():
        for part in sorted({"low", "best", "high", "status"} & set(summary)):
            problem = partial(against.field_problem, field=field, part=part, want=summary[part])
            yield f"{field}: {part}", None, problem
    for check in want["checks"]:
        label = f"{' + '.join(map(str, check['parts']))} = {check['whole']}"
        yield f"check: {label}", None, partial(against.check_problem, want=check)
    for report in sorted({r for claim in want["claims"] for r in each(claim["report"])}):
        wanted = [c for c in (*want["claims"], *want["allowed"]) if report in each(c["report"])]
        yield f"{report}: nothing false", None, partial(against.false_problem, report=report, wanted=wanted)
    for never in want["not"]:
        yield f"not {never['field']} {never['low']}", None, partial(against.not_problem, want=never)


def of_incident(want: Json) -> Iterator[tuple[str, Problem]]:
    for part in ("type", "start", "end", "country", "reports", "acled"):
        if part in want:
            yield part, partial(against.part_problem, part=part, want=want[part])
    for part in ("actors", "weapons", "places"):
        for named in want.get(part, []):
            yield f"{part} {named}", partial(against.name_problem, part=part, want=named)


def of_claim(report: str, want: Json) -> str:
    value = (
        f"{want['low']}..{want['high']}" if "low" in want else each(want.get("name", want.get("words")))[0]
    )
    group = f" {want['group']}" if "group" in want else ""
    return f"{report}: {each(want['field'])[0]} {value}{group}, {each(want['source'])[0]}"


def cases() -> Iterator[Any]:
    for name in SETS:
        for label, other, problem in expectations(name):
            key = f"{name}: {label}"
            marks = [pytest.mark.xfail(strict=True, reason="in examples_misses.txt")] if key in MISSES else []
            yield pytest.param(name, other, problem, id=key, marks=marks)


def problem_of(name: str, other: Json | None, problem: Problem) -> str | None:
    main = against.main_incident(ledger(name), expected(name)["incident"])
    incident = against.other_incident(ledger(name), other, main) if other else main
    return problem(View(ledger(name), incident))


@pytest.mark.parametrize(("name", "other", "problem"), list(cases()))
def test_expected(name: str, other: Json | None, problem: Problem) -> None:
    found = problem_of(name, other, problem)
    assert found is None, found


def test_every_listed_miss_is_an_expectation() -> None:
    assert {f"{name}: {label}" for name in SETS for label, *_ in expectations(name)} >= MISSES


@pytest.mark.parametrize("name", SETS)
def test_expected_is_well_formed(name: str) -> None:
    want = expected(name)
    keys = {p.name for p in (EXAMPLES / name).iterdir() if p.suffix in (".txt", ".html")}
    for file in (EXAMPLES / name).glob("*.jsonl"):
        keys |= {json.loads(line)["id"] for line in file.read_text(encoding="utf-8").splitlines()}
    claims = [*want["claims"], *want["allowed"], *(c for other in want["others"] for c in other["claims"])]
    assert {r for c in claims for r in each(c["report"])} == keys
    assert 1 < want["incident"]["reports"] <= len(keys)
    assert {f for c in claims for f in each(c["field"])} <= set(get_args(Field))
    assert {m for c in claims for m in each(c.get("modality", "asserted"))} <= set(get_args(Modality))
    assert {s for f in want["fields"].values() for s in each(f["status"])} <= set(get_args(Status))
    assert all(sum(check["parts"]) == check["whole"] for check in want["checks"])
    labels = [label for label, *_ in expectations(name)]
    assert sorted(set(labels)) == sorted(labels), "two expectations under one label"


@pytest.mark.parametrize("name", SETS)
def test_reports_are_short_and_dated(name: str) -> None:
    files = sorted(str(p) for p in (EXAMPLES / name).iterdir() if p.suffix != ".json")
    reports = [r for r in take(files, None, load_codebook().boilerplate) if isinstance(r, Report)]
    assert len(reports) >= expected(name)["incident"]["reports"]
    assert all(60 <= len(r.text.split()) <= 220 for r in reports)
    assert all(r.published and r.publisher and r.title for r in reports)


if __name__ == "__main__":
    missed = [
        f"{name}: {label}\n"
        for name in SETS
        for label, other, problem in expectations(name)
        if problem_of(name, other, problem)
    ]
    MISSED.write_text("".join(missed), encoding="utf-8")
