"""Positions in a text: our code points, and the UTF-16 units that browsers and some tools count in.

A character beyond U+FFFF (most emoji, rare scripts) is one code point and two units; every other
character, Arabic among them, is one of each.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

BEYOND = 0xFFFF
"""The last character that is a single UTF-16 unit."""


@dataclass(frozen=True, slots=True)
class Offsets:
    """Positions of one text, translated either way.

    >>> offsets = Offsets("\N{FIRE} fire")
    >>> offsets.utf16(2), offsets.code_point(3)
    (3, 2)
    """

    text: str
    _wide: tuple[int, ...] = field(init=False, repr=False)
    _wide16: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        wide = tuple(n for n, character in enumerate(self.text) if ord(character) > BEYOND)
        object.__setattr__(self, "_wide", wide)
        object.__setattr__(self, "_wide16", tuple(n + before for before, n in enumerate(wide)))

    def utf16(self, code_point: int) -> int:
        """The number of UTF-16 units before the code point at this position."""
        return code_point + bisect_left(self._wide, code_point)

    def code_point(self, utf16: int) -> int:
        """The number of code points before this unit; one inside a character counts as at its start."""
        before = bisect_left(self._wide16, utf16)
        inside = before > 0 and self._wide16[before - 1] == utf16 - 1
        return utf16 - before if not inside else utf16 - 1 - (before - 1)
