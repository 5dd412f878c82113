"""Does a column of text hold the words that someone seeks?"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ColumnElement, false, or_


def holds(column: Column[Any], words: str) -> ColumnElement[bool]:
    """Whether it holds the words in any case.

    SQLite itself knows the case of ASCII letters alone, so that others are looked for in each case. It
    takes a zero byte for the end of the words, and they would be found everywhere.
    """
    if "\0" in words:
        return false()
    ways = [words] if words.isascii() else sorted({words, words.lower(), words.upper(), words.title()})
    return or_(*(column.icontains(way, autoescape=True) for way in ways))
