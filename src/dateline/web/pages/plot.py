"""Who said what of a count, and when: points over days, drawn as SVG by their numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.model import Number
from dateline.web.pages.dots import Dot, dot
from dateline.web.pages.names import Name, Stack, names
from dateline.wording.said import Said
from dateline.wording.words import short_day, short_range

WIDE, NARROW = (720, 200), (340, 190)
"""Width and height of a drawing for a wide and for a narrow screen, in its own units."""

LEFT, RIGHT, TOP, BOTTOM = 46, 14, 18, 26
"""Of its margins."""

TICKS = 4
BROADEST = 40
"""Units that the points of one day and number take at most."""

LABEL = 62
"""Units that a day's name takes."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of one voice: its height, that of the least it may mean, and the number beside it."""

    dot: Dot
    y: float
    foot: float
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A number or a day at an axis; ``anchor`` is SVG's."""

    at: float
    label: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing; ``names`` are of voices, ``sides`` name the colours that are used, by number."""

    points: tuple[Point, ...]
    names: tuple[Name, ...]
    path: str
    rows: tuple[Tick, ...]
    days: tuple[Tick, ...]
    sides: frozenset[int]
    not_so: bool
    summary: str
    width: int
    height: int

    @property
    def left(self) -> int:
        """Where the lines begin."""
        return LEFT

    @property
    def right(self) -> int:
        """Where the lines end."""
        return self.width - RIGHT


def plots(
    name: str, told: Sequence[Said], series: Sequence[tuple[date, int]], sides: Mapping[str, int]
) -> tuple[Plot, ...]:
    """The same drawing for a wide and a narrow screen; arguments as for ``plot``."""
    drawn = (plot(name, told, series, sides, size) for size in (WIDE, NARROW))
    return tuple(each for each in drawn if each)


def plot(
    name: str,
    told: Sequence[Said],
    series: Sequence[tuple[date, int]],
    sides: Mapping[str, int],
    size: tuple[int, int] = WIDE,
) -> Plot | None:
    """The figures over the days of their publication; none where there are not two days or numbers.

    Args:
        name: the field.
        told: what each voice says.
        series: the numbers that counted, by day; a line joins them.
        sides: the number of the side that each claim's voice speaks for, 0 for none.
        size: width and height.
    """
    width, height = size
    dated = [(each.day, each) for each in told if each.day and isinstance(each.claims[0].value, Number)]
    days = sorted({day for day, _ in dated})
    top = max((_top(each) for _, each in dated), default=0)
    if len(days) < 2 or top == 0 or len({_top(each) for _, each in dated}) < 2:
        return None
    top = _round_up(top)
    span = (days[-1] - days[0]).days

    def x(day: date) -> float:
        return round(LEFT + 14 + (day - days[0]).days / span * (width - LEFT - RIGHT - 28), 1)

    def y(number: int) -> float:
        return round(TOP + (1 - min(number, top) / top) * (height - TOP - BOTTOM), 1)

    stacks = _stacked(dated, x, y)
    points = tuple(
        _point(dot(day, each, stack.x + off, sides), each, y)
        for stack, told_here in stacks
        for off, (day, each) in zip(_offsets(len(told_here)), told_here, strict=True)
    )
    named = names([stack for stack, _ in stacks], LEFT + 4, width) if width == WIDE[0] else ()
    line = [(x(day), y(number)) for day, number in sorted(series) if days[0] <= day <= days[-1]]
    path = "M" + " L".join(f"{a} {b}" for a, b in line) if len(line) > 1 else ""
    rows = tuple(Tick(y(n), f"{n:,}") for n in _numbers(top))
    used = frozenset(p.dot.side for p in points)
    words = f"{name} over time: {len(points)} figures from {short_day(days[0])} to {short_day(days[-1])}"
    not_so = any(p.dot.not_so for p in points)
    return Plot(
        _labelled(points), tuple(named), path, rows, _days(days, x), used, not_so, words, width, height
    )


def _stacked(
    dated: Sequence[tuple[date, Said]], x: Callable[[date], float], y: Callable[[int], float]
) -> list[tuple[Stack, list[tuple[date, Said]]]]:
    """Those of one day and number, which stand side by side so that each is seen."""
    found: dict[tuple[float, float], list[tuple[date, Said]]] = {}
    for day, each in dated:
        found.setdefault((x(day), y(_top(each))), []).append((day, each))
    return [
        (Stack(a, max(_offsets(len(here))), b, tuple(each.who for _, each in here)), here)
        for (a, b), here in found.items()
    ]


def _offsets(number: int) -> list[float]:
    """How far each of several points stands from their middle."""
    step = min(10, BROADEST / max(1, number - 1))
    return [round((n - (number - 1) / 2) * step, 1) for n in range(number)]


def _point(drawn: Dot, each: Said, y: Callable[[int], float]) -> Point:
    value = each.claims[0].value
    assert isinstance(value, Number)
    foot = value.low if value.low is not None and value.high is not None else _top(each)
    return Point(drawn, y(_top(each)), y(foot), short_range(value.low, value.high))


def _labelled(points: Sequence[Point]) -> tuple[Point, ...]:
    """A number beside a point only where no other number stands there already."""
    taken: list[tuple[float, float]] = []
    made = []
    for each in points:
        free = all(abs(each.dot.x - a) > 34 or abs(each.y - b) > 13 for a, b in taken)
        if free:
            taken.append((each.dot.x, each.y))
        made.append(each if free else replace(each, label=""))
    return tuple(made)


def _top(each: Said) -> int:
    value = each.claims[0].value
    if not isinstance(value, Number):
        return 0
    return value.high if value.high is not None else value.low or 0


def _round_up(number: int) -> int:
    """The next number that reads well: 7 -> 8, 109 -> 120, 512 -> 600."""
    size: int = 10 ** (len(str(number)) - 1)
    for step in (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10):
        if step * size >= number:
            return max(4, round(step * size))
    return number


def _numbers(top: int) -> list[int]:
    return sorted({round(top * n / TICKS) for n in range(TICKS + 1)})


def _days(days: Sequence[date], x: Callable[[date], float]) -> tuple[Tick, ...]:
    """The first and the last day, and each between that has room."""
    ticks = {days[0]: Tick(x(days[0]), short_day(days[0]), "start")}
    last = Tick(x(days[-1]), short_day(days[-1]), "end")
    for day in days[1:-1]:
        near = [tick.at + (LABEL if tick.anchor == "start" else LABEL / 2) for tick in ticks.values()]
        if x(day) - LABEL / 2 > max(near) + 6 and x(day) + LABEL / 2 < last.at - LABEL - 6:
            ticks[day] = Tick(x(day), short_day(day))
    return (*ticks.values(), last)
