"""The same marks in native form, from Label Studio and from doccano."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.evaluate.files import read_gold
from dateline.evaluate.gold import PUBLISHER, Days, Gold, GoldValue
from dateline.limits import MAX_GOLD_BYTES
from dateline.model import Span

TEXT = "\N{FIRE}\N{FIRE} In بغداد a bomb killed at least 12, police said; the mayor denied 3 were hurt."
NATIVE = {
    "about": "the bomb",
    "incident": {"start": "2031-05-06", "end": "2031-05-06"},
    "claims": [
        {"report": ["a", "b"], "field": ["killed", "casualties"],
         "low": 12, "high": None, "source": "police"},
        {"report": "a", "field": "damaged", "low": None, "high": None, "what": "stalls",
         "source": "PUBLISHER", "when": {"start": "2031-05-06", "end": "2031-05-06"}, "place": "Velmar"},
    ],
    "others": [{"about": "the raid", "claims": [{"report": "a", "field": "motive", "words": "raid"}]}],
    "fields": {"killed": {"best": 12, "status": ["single", "agreed"], "note": "why"}},
    "checks": [],
}  # fmt: skip


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def write(folder: Path, name: str, told: object) -> Path:
    file = folder / name
    file.write_text(told if isinstance(told, str) else json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return file


def utf16(words: str) -> tuple[int, int]:
    """Where a browser says that the words stand."""
    before = len(TEXT[: TEXT.index(words)].encode("utf-16-le")) // 2
    return before, before + len(words.encode("utf-16-le")) // 2


def test_native(tmp_path: Path) -> None:
    (tmp_path / "set").mkdir()
    write(tmp_path / "set", "expected.json", NATIVE)
    gold = read_gold([tmp_path])
    first, second, third, other = gold.claims
    assert (first.report, second.report) == ("a", "b")
    assert first.fields == ("killed", "casualties")
    assert first.value == GoldValue((12,), (None,))
    assert not third.value.counted()
    assert (third.sources, third.place, third.when) == (
        (PUBLISHER,),
        "Velmar",
        Days("2031-05-06", "2031-05-06"),
    )
    assert first.incident == third.incident == "set/expected.json: the bomb" != other.incident
    assert [each.name for each in gold.incidents] == [first.incident, other.incident]
    assert [figure.values for figure in gold.incidents[0].figures] == [(12,), ("single", "agreed")]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"claims": [{"report": "a", "field": "kiled", "low": 1}]}, r"claims\.0\.field"),
        ({"claims": [{"report": "a", "field": "killed", "lo": 1}]}, r"claims\.0\.lo: Extra"),
        ({"incident": []}, "incident"),
    ],
)
def test_a_fault_is_named_with_its_key(tmp_path: Path, change: dict[str, object], told: str) -> None:
    with pytest.raises(InputError, match=rf"gold\.json: {told}"):
        read_gold([write(tmp_path, "gold.json", NATIVE | change)])


@pytest.mark.parametrize("told", ["{", "[" * 100_000, "", '{"claims": "no"}'])
def test_what_is_no_gold_is_refused(tmp_path: Path, told: str) -> None:
    with pytest.raises(InputError, match=r"gold\.json"):
        read_gold([write(tmp_path, "gold.json", told)])


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no expected\.json"):
        read_gold([tmp_path])


def test_a_file_that_is_too_large_or_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "gold.json"
    with file.open("wb") as empty:
        empty.truncate(MAX_GOLD_BYTES + 1)
    with pytest.raises(InputError, match=r"gold\.json is larger than 100,000,000 bytes"):
        read_gold([file])
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match=r"gold\.json cannot be read"):
        read_gold([file])


def label(id_: str, words: str, name: str) -> dict[str, object]:
    span = at(words)
    value = {"start": span.start, "end": span.end, "text": words, "labels": [name]}
    return {"id": id_, "from_name": "field", "to_name": "text", "type": "labels", "value": value}


def said(id_: str, control: str, kind: str, answer: str) -> dict[str, object]:
    value = {"start": 0, "end": 1, "choices" if kind == "choices" else "text": [answer]}
    return {"id": id_, "from_name": control, "to_name": "text", "type": kind, "value": value}


def test_label_studio(tmp_path: Path) -> None:
    result = [
        label("1", "at least 12", "killed"),
        said("1", "number", "textarea", "12.."),
        said("1", "place", "textarea", "بغداد"),
        said("1", "incident", "textarea", "bomb"),
        label("2", "3", "injured"),
        said("2", "modality", "choices", "denied"),
        label("3", "police", "source"),
        label("4", "a bomb", "weapon"),
        {"type": "relation", "from_id": "1", "to_id": "3", "direction": "right", "labels": ["source"]},
    ]
    task = {"id": 7, "data": {"text": TEXT, "key": "a"}, "annotations": [{"result": []}, {"result": result}]}
    blank = {"id": 8, "data": {"text": "nothing done"}, "annotations": []}
    gold = read_gold([write(tmp_path, "tasks.json", [task, blank])])
    killed, hurt, bomb = gold.claims
    assert (killed.value, killed.place) == (GoldValue((12,), (None,)), "بغداد")
    assert (killed.sources, killed.incident) == (("police",), "tasks.json: bomb")
    assert (hurt.sources, hurt.modalities) == ((PUBLISHER,), ("denied",))
    assert (bomb.fields, bomb.span) == (("weapon",), at("a bomb"))
    assert gold.texts == (("a", TEXT),)
    assert not gold.groups_marked


def doccano(tmp_path: Path, **more: object) -> Gold:
    names = [("at least 12", "killed"), ("3", "injured (denied)"), ("police", "source")]
    entities = [
        {"id": n, "label": name, "start_offset": utf16(words)[0], "end_offset": utf16(words)[1]}
        for n, (words, name) in enumerate(names)
    ]
    ties = [(0, 2, "source"), (0, 1, "same incident")]
    relations = [{"id": 9, "from_id": one, "to_id": two, "type": kind} for one, two, kind in ties]
    line = {"id": 3, "text": TEXT, "entities": entities, "relations": relations, "Comments": []} | more
    return read_gold([write(tmp_path, "marked.jsonl", json.dumps(line) + "\n\n")])


def test_doccano_counts_utf16(tmp_path: Path) -> None:
    gold = doccano(tmp_path)
    killed, hurt = gold.claims
    assert (killed.report, killed.span, killed.sources) == ("3", at("at least 12"), ("police",))
    assert (hurt.fields, hurt.modalities, hurt.span) == (("injured",), ("denied",), at("3"))
    assert killed.incident == hurt.incident is not None


def test_doccano_without_relations(tmp_path: Path) -> None:
    gold = read_gold(
        [write(tmp_path, "m.jsonl", json.dumps({"text": TEXT, "label": [[*utf16("12"), "killed"]]}))]
    )
    (claim,) = gold.claims
    assert (claim.report, claim.span, claim.sources, claim.incident) == ("1", at("12"), (), None)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"entities": [{"id": 1}]}, "line 1 is not as doccano exports one"),
        ({"text": None}, "line 1 is not as doccano exports one"),
        ({"entities": [{"id": 1, "start_offset": 0, "end_offset": 2, "label": "dog"}], "relations": []},
         "'dog' is none of"),
        ({"entities": [{"id": 1, "start_offset": 0, "end_offset": 2, "label": "?"}], "relations": []},
         r"'\?' is no label"),
    ],
)  # fmt: skip
def test_a_broken_line_is_named(tmp_path: Path, more: dict[str, object], told: str) -> None:
    with pytest.raises(InputError, match=rf"marked\.jsonl: .*{told}"):
        doccano(tmp_path, **more)


@pytest.mark.parametrize("number", ["many", "..", "-3", "12...15"])
def test_a_number_that_is_none_is_named(tmp_path: Path, number: str) -> None:
    result = [label("1", "3", "injured"), said("1", "number", "textarea", number)]
    task = {"data": {"text": TEXT, "key": "a"}, "annotations": [{"result": result}]}
    with pytest.raises(InputError, match="is no number"):
        read_gold([write(tmp_path, "tasks.json", [task])])


def test_the_examples_are_gold() -> None:
    gold = read_gold([Path(__file__).parent.parent.parent / "examples"])
    assert len({claim.report for claim in gold.claims}) >= 30
    assert len({claim.incident for claim in gold.claims}) >= 8
    assert all(claim.sources for claim in gold.claims)
    assert sum(bool(incident.start) for incident in gold.incidents) >= 8
