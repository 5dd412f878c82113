"""Who says it, beside the points of a plot: a name stands only where there is room for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LETTER, LINE, GAP = 6.2, 14, 9
"""Units that a letter takes, that a line takes, and between a point and its name."""

NUMBER = 24
"""Units above a point that its number takes."""

LONGEST = 26
"""Letters of a name; a longer one is cut."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Points side by side at one day: middle, half width, highest, lowest, their voices and numbers."""

    x: float
    reach: float
    y: float
    low: float
    voices: tuple[str, ...]
    numbers: str

    def number_at(self, left: float) -> float:
        """The middle of the numbers, which do not begin before ``left``."""
        return max(self.x, left + self.number_reach)

    @property
    def number_reach(self) -> float:
        """Half of what the numbers take."""
        return len(self.numbers) * LETTER / 2 + 3


@dataclass(frozen=True, slots=True)
class Name:
    """A name and where it begins or ends; ``anchor`` is SVG's."""

    x: float
    y: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def names(stacks: Sequence[Stack], left: float, right: float) -> Iterator[Name]:
    """The name of each stack, right of it or left of it; none where both would cover something."""
    taken = [box for each in stacks for box in _taken(each, left)]
    for each in stacks:
        text = short(each.voices)
        width = len(text) * LETTER
        after, before = each.x + each.reach + GAP, each.x - each.reach - GAP
        for x, start, anchor in ((after, after, "start"), (before, before - width, "end")):
            box = _Box(start, start + width, each.y - LINE / 2, each.y + LINE / 2)
            if box.left >= left and box.right <= right and not any(map(box.meets, taken)):
                taken.append(box)
                yield Name(round(x, 1), round(each.y + 4, 1), text, anchor)
                break


def short(voices: Sequence[str]) -> str:
    """The first voice without what is said of it, and how many there are beside."""
    first = voices[0].split(", ")[0].split(" (")[0]
    told = f"{first[: LONGEST - 1]}…" if len(first) > LONGEST else first
    more = len(set(voices)) - 1
    return f"{told} and {more} more" if more else told


def _taken(stack: Stack, left: float) -> Iterator[_Box]:
    """What the points and their numbers cover."""
    yield _Box(stack.x - stack.reach - 5, stack.x + stack.reach + 5, stack.y - 5, stack.low + 5)
    middle, half = stack.number_at(left), stack.number_reach
    yield _Box(middle - half, middle + half, stack.y - NUMBER, stack.y - LINE / 2)
