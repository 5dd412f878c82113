"""JSON and CSV on standard output."""

from __future__ import annotations

import json

import pytest

from dateline.cli.output import print_array, print_csv
from dateline.exchange.cells import Cell


@pytest.mark.parametrize(
    ("cell", "printed"),
    [
        ("=1+1", "'=1+1"),
        ("+33 dead", "'+33 dead"),
        ("-- the ministry", "'-- the ministry"),
        ("@army", "'@army"),
        ("\tmarket", "'\tmarket"),
        ("-5", "-5"),
        ("+4.5", "+4.5"),
        (-3.25, "-3.25"),
        (0, "0"),
        (None, ""),
        ("al-Nour", "al-Nour"),
        ("a, b", '"a, b"'),
        ("Hīt", "Hīt"),
    ],
)
def test_no_cell_is_a_formula(capfdbinary: pytest.CaptureFixture[bytes], cell: Cell, printed: str) -> None:
    print_csv(["value", "next"], [[cell, 1]])
    assert capfdbinary.readouterr().out.decode() == f"value,next\n{printed},1\n"


def test_a_carriage_return_is_no_formula_either(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    print_csv(["value"], [["\r=1"]])
    assert capfdbinary.readouterr().out == b'value\n"\'\n=1"\n'


@pytest.mark.parametrize("records", [[], [{"a": "Hīt"}], [1, 2]])
def test_an_array_is_json(capfdbinary: pytest.CaptureFixture[bytes], records: list[object]) -> None:
    print_array(records)
    out = capfdbinary.readouterr().out.decode()
    assert json.loads(out) == records
    assert out.endswith("]\n")
