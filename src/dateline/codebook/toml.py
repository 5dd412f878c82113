"""Codebook files -> validated records; a fault is named with file, line and key."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from dateline.errors import CodebookError
from dateline.limits import MAX_CODEBOOK_BYTES

T = TypeVar("T")


def load_toml(path: Path, record: type[T]) -> T:
    """Read one codebook file into a frozen dataclass whose field names are the file's keys.

    Raises:
        CodebookError: if the file is missing, is not TOML, or breaks the record's types.
    """
    try:
        if path.stat().st_size > MAX_CODEBOOK_BYTES:
            raise CodebookError(path.name, None, "file", f"has more than {MAX_CODEBOOK_BYTES:,} bytes")
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError(path.name, None, "file", f"cannot be read: {error}") from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise CodebookError(path.name, int(line[1]) if line else None, "syntax", str(error)) from error
    except RecursionError as error:
        raise CodebookError(path.name, None, "syntax", "brackets nested too deep to be read") from error
    try:
        return TypeAdapter(record).validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        problem = first["msg"].removeprefix("Value error, ")
        raise CodebookError(path.name, line_of(text, first["loc"]), key or "file", problem) from error


def line_of(text: str, keys: tuple[int | str, ...]) -> int | None:
    """The 1-based line on which the deepest findable key of a path stands; none if none is found."""
    lines, at, found = text.splitlines(), 0, None
    for n, key in enumerate(keys):
        if isinstance(key, int):
            continue
        nth = keys[n + 1] if n + 1 < len(keys) and isinstance(keys[n + 1], int) else 0
        assert isinstance(nth, int)
        header = re.compile(rf'\s*\[\[?(?:[^\]]*\.)?"?{re.escape(key)}"?\]')
        entry = re.compile(rf'\s*"?{re.escape(key)}"?\s*=')
        headers = [i for i in range(at, len(lines)) if header.match(lines[i])]
        if headers:
            at = found = headers[min(nth, len(headers) - 1)]
            continue
        entries = [i for i in range(at, len(lines)) if entry.match(lines[i])]
        if entries:
            at = found = entries[0]
    return None if found is None else found + 1
