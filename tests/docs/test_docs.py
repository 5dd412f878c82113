"""The pages tell the truth: commands, options, keys, files and libraries are in them; links lead on."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from dateline.cli import main
from dateline.codebook.book import PACKAGED
from dateline.exchange.schema import schema_text

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
RECORDS = {
    name: record for name, record in json.loads(schema_text())["$defs"].items() if "properties" in record
}
LEDGER = {"properties": json.loads(schema_text())["properties"]}


def sections(page: Path) -> dict[str, str]:
    """Text under each second-level heading."""
    parts = re.split(r"^## (.+)\n", page.read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """Every command by its full name."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for each in command.list_commands(context):
            inner = command.get_command(context, each)
            assert inner
            yield from commands(inner, f"{name} {each}")


@pytest.mark.parametrize(("name", "command"), [*commands(main, "dateline")])
def test_every_command_and_option_is_documented(name: str, command: click.Command) -> None:
    told = sections(DOCS / "cli.md")[name]
    options = [option for each in command.params if isinstance(each, click.Option) for option in each.opts]
    assert [option for option in options if f"`{option}`" not in told] == []
    assert command.help


def test_no_documented_command_or_option_is_gone() -> None:
    known = dict(commands(main, "dateline"))
    for name, told in sections(DOCS / "cli.md").items():
        options = {option for each in known[name].params for option in each.opts} | {"--help", "-h"}
        assert set(re.findall(r"^\| `(-[\w-]+)`", told, re.MULTILINE)) <= options


@pytest.mark.parametrize(("name", "record"), [("ledger", LEDGER), *RECORDS.items()])
def test_every_key_of_the_contract_is_explained(name: str, record: dict[str, dict[str, object]]) -> None:
    told = sections(DOCS / "data-model.md")[name]
    assert re.findall(r"^\| `(\w+)` \|", told, re.MULTILINE) == list(record["properties"])


@pytest.mark.parametrize("name", [*RECORDS, "field", "entity_kind"])
def test_every_fixed_word_of_the_contract_is_listed(name: str) -> None:
    told = sections(DOCS / "data-model.md")[name]
    record = json.loads(schema_text())["$defs"][name]
    for listed in [record, *record.get("properties", {}).values()]:
        assert [word for word in listed.get("enum", []) if word and f"`{word}`" not in told] == []


def test_every_codebook_file_is_described() -> None:
    described = set(
        re.findall(r"^\| `(\w+\.toml)` \|", (DOCS / "codebook.md").read_text("utf-8"), re.MULTILINE)
    )
    assert described == {file.name for file in PACKAGED.glob("*.toml")}


def test_every_library_has_its_reason_and_its_pin() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    reasons = (DOCS / "decisions" / "0002-libraries.md").read_text("utf-8")
    pins = {line.replace("_", "-") for line in (ROOT / "constraints.txt").read_text("utf-8").split("\n")}
    for needed in project["dependencies"]:
        assert f"| {needed.split('==')[0]} |" in reasons
    for needed in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        assert re.sub(r"\[\w+\]", "", needed) in pins


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", page.read_text("utf-8")):
        file, _, anchor = target.partition("#")
        linked = page.parent / file if file else page
        assert linked.exists(), target
        if anchor:
            assert anchor in sections(linked), target
