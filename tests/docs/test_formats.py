"""Each format has a page that names it, its columns and keys; the index lists them all."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from dateline.evaluate.label_studio import ASKED
from dateline.exchange import acled, ged
from dateline.exchange.flat import NESTED, REPORT
from dateline.exchange.formats import BY_NAME, FORMATS
from dateline.exchange.forms import SECTIONS
from dateline.model import Field, Modality
from tests.exchange.exported import exported

PAGES = Path(__file__).parent.parent.parent / "docs" / "formats"
PARTS = {name: set(parts) for name, parts in {**NESTED, "report": REPORT}.items()}


def page(name: str) -> str:
    return (PAGES / BY_NAME[name].page).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", BY_NAME)
def test_each_has_a_page_with_its_command(name: str) -> None:
    assert f"--format {name}" in page(name)


def test_the_index_lists_each_and_no_other() -> None:
    told = re.findall(r"^\| \[`([\w-]+)`\]\(([\w.-]+)\) \|", (PAGES / "README.md").read_text("utf-8"), re.M)
    assert told == [(each.name, each.page) for each in FORMATS]
    assert {file.name for file in PAGES.glob("*.md")} == {each.page for each in FORMATS} | {"README.md"}


@pytest.mark.parametrize(("name", "columns"), [("acled", acled.COLUMNS), ("ged", ged.COLUMNS)])
def test_every_column_of_a_layout_is_explained_once(name: str, columns: tuple[str, ...]) -> None:
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", page(name), re.M)
    assert sorted(c for row in rows for c in re.findall(r"`(\w+)`", row)) == sorted(columns)


def test_every_part_of_a_claim_row_is_named() -> None:
    told = page("csv")
    for part in PARTS["value"] | PARTS["report"]:
        assert f"`{part}`" in told, part


@pytest.mark.parametrize("name", ["plover", "geojson", "annotation", "doccano"])
def test_every_key_is_named(name: str) -> None:
    text, _ = exported(name)
    records = [json.loads(text)] if name in ("geojson", "annotation") else map(json.loads, text.splitlines())
    for record in records:
        told = record.get("features", record.get("items", [record]))
        keys = {key for each in told for key in each.get("properties", each)} - {"type"}
        assert {key for key in keys if f"`{key}`" not in page(name) and not _counted(key)} == set()


def _counted(key: str) -> bool:
    """Whether it is one of the four of a count, which the page names for the killed."""
    field, _, part = key.rpartition("_")
    return part in ("low", "best", "high", "status") and field in get_args(Field)


def test_the_labelling_setup_knows_every_word() -> None:
    told = page("label-studio")
    labels = re.findall(r'<Label value="(\w+)"', told)
    assert set(labels) == {*get_args(Field), "source"}
    assert re.findall(r'<Choice value="(\w+)"', told) == list(get_args(Modality))
    assert set(re.findall(r'<(?:TextArea|Choices) name="(\w+)"', told)) == set(ASKED)


def test_every_kind_of_record_is_named() -> None:
    told = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.+?) \|", page("jsonl"), re.M))))
    assert told == {"record", "ledger", "raw", "end", *SECTIONS.values()}
