"""Files and folders -> what was marked in them, whatever their form."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from dateline.errors import InputError
from dateline.evaluate.doccano import doccano_gold
from dateline.evaluate.gold import Gold, together
from dateline.evaluate.label_studio import label_studio_gold
from dateline.evaluate.native import native_gold
from dateline.limits import MAX_GOLD_BYTES

NATIVE = "expected.json"
"""The name of native gold in a folder, beside the reports."""


def read_gold(paths: Sequence[Path]) -> Gold:
    """Everything that the files mark.

    Args:
        paths: files in native form, or exported by Label Studio or doccano; or folders with ``expected.json``
            in them.

    Raises:
        InputError: a path has no gold, or is of none of these forms.
    """
    return together(tuple(_read(file, name) for path in paths for file, name in _files(path)))


def _files(path: Path) -> list[tuple[Path, str]]:
    """Each file, and the name that it is told by."""
    if not path.is_dir():
        return [(path, path.name)]
    found = sorted(path.rglob(NATIVE))
    if not found:
        raise InputError(f"{path} has no {NATIVE} in it.")
    return [(file, str(file.relative_to(path))) for file in found]


def _read(file: Path, name: str) -> Gold:
    try:
        if file.stat().st_size > MAX_GOLD_BYTES:
            raise InputError(f"{file} is larger than {MAX_GOLD_BYTES:,} bytes.")
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file} cannot be read: {error}") from error
    if file.suffix == ".jsonl":
        return doccano_gold([line for line in text.split("\n") if line.strip()], name)
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{file} is no JSON: {error}") from error
    return label_studio_gold(told, name) if isinstance(told, list) else native_gold(text, name)
