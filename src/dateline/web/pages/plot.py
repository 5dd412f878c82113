"""Who said what of a count, and when: points over days, drawn as SVG by their numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import Number
from dateline.web.pages.dots import Dot, dot
from dateline.web.pages.names import LETTER, LINE, Name, Stack, names
from dateline.wording.said import Said
from dateline.wording.words import short_day, short_range

WIDE, NARROW = (720, 200), (340, 190)
"""Width and height of a drawing for a wide and for a narrow screen, in its own units."""

LEFT, RIGHT, TOP, BOTTOM = 46, 14, 18, 26
"""Of its margins."""

INSET = 26
"""Units from the ends of the lines to the first and the last day."""

LINES = 5
"""Most lines above the lowest."""

BROADEST = 40
"""Units that the points of one day and number take at most."""

NEAR, ABOVE = 14, 8
"""Units of height within which points stand side by side, and from a point to its number."""

TOLD = 3
"""Most numbers told of one stack; of more the least and the most."""

LABEL = 72
"""Units that a day's name takes."""


Dated = list[tuple[date, Said]]


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of one voice: its height, and that of the least it may mean."""

    dot: Dot
    y: float
    foot: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A number or a day at an axis; ``anchor`` is SVG's."""

    at: float
    label: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing: points, the ``numbers`` above them, the ``names`` of voices beside them.

    ``sides`` are the colours that are used, by number.
    """

    points: tuple[Point, ...]
    numbers: tuple[Name, ...]
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
    step = _step(top)
    top = -(-top // step) * step
    span = (days[-1] - days[0]).days

    def x(day: date) -> float:
        return round(LEFT + INSET + (day - days[0]).days / span * (width - LEFT - RIGHT - 2 * INSET), 1)

    def y(number: int) -> float:
        return round(TOP + (1 - min(number, top) / top) * (height - TOP - BOTTOM), 1)

    stacks = _stacked(dated, x, y)
    points = tuple(
        _point(dot(day, each, stack.x + off, sides), each, y)
        for stack, here in stacks
        for off, (day, each) in zip(_offsets(len(here)), here, strict=True)
    )
    numbers = _numbered([stack for stack, _ in stacks])
    named = names([stack for stack, _ in stacks], LEFT + 4, width) if width == WIDE[0] else ()
    line = [(x(day), y(number)) for day, number in sorted(series) if days[0] <= day <= days[-1]]
    path = "M" + " L".join(f"{a} {b}" for a, b in line) if len(line) > 1 else ""
    rows = tuple(Tick(y(n), f"{n:,}") for n in range(0, top + 1, step))
    used = frozenset(p.dot.side for p in points)
    words = f"{name} over time: {len(points)} figures from {short_day(days[0])} to {short_day(days[-1])}"
    not_so = any(p.dot.not_so for p in points)
    return Plot(points, numbers, tuple(named), path, rows, _days(days, x), used, not_so, words, width, height)


def _stacked(
    dated: Dated, x: Callable[[date], float], y: Callable[[int], float]
) -> list[tuple[Stack, Dated]]:
    """Those of one day whose numbers are near each other, which stand side by side so that each is seen."""
    found: list[tuple[float, Dated]] = []
    for day, each in sorted(dated, key=lambda told: (told[0], _top(told[1]))):
        here = found[-1][1] if found else []
        if here and here[-1][0] == day and y(_top(here[-1][1])) - y(_top(each)) < NEAR:
            here.append((day, each))
        else:
            found.append((x(day), [(day, each)]))
    return [
        (_stack(a, y(_top(here[-1][1])), y(_top(here[0][1])), [each for _, each in here]), here)
        for a, here in found
    ]


def _stack(x: float, high: float, low: float, told: Sequence[Said]) -> Stack:
    """The numbers as "80", "19, 21", "14–21"."""
    numbers = list(dict.fromkeys(short_range(v.low, v.high) for each in told if (v := _number(each))))
    text = ", ".join(numbers) if len(numbers) <= TOLD else f"{numbers[0]}–{numbers[-1]}"
    return Stack(x, max(_offsets(len(told))), high, low, tuple(each.who for each in told), text)


def _numbered(stacks: Sequence[Stack]) -> tuple[Name, ...]:
    """The numbers above each stack, unless others stand there already."""
    made: list[Name] = []
    for stack in stacks:
        x, room = round(stack.number_at(LEFT), 1), (len(stack.numbers) + 4) * LETTER / 2
        if all(abs(x - each.x) > room or abs(stack.y - ABOVE - each.y) > LINE for each in made):
            made.append(Name(x, stack.y - ABOVE, stack.numbers, "middle"))
    return tuple(made)


def _offsets(number: int) -> list[float]:
    """How far each of several points stands from their middle."""
    step = min(10, BROADEST / max(1, number - 1))
    return [round((n - (number - 1) / 2) * step, 1) for n in range(number)]


def _point(drawn: Dot, each: Said, y: Callable[[int], float]) -> Point:
    value = _number(each)
    closed = value is not None and value.low is not None and value.high is not None
    return Point(drawn, y(_top(each)), y(value.low or 0) if value and closed else y(_top(each)))


def _number(each: Said) -> Number | None:
    value = each.claims[0].value
    return value if isinstance(value, Number) else None


def _top(each: Said) -> int:
    value = _number(each)
    if value is None:
        return 0
    return value.high if value.high is not None else value.low or 0


def _step(number: int) -> int:
    """From one line of a plot up to this number to the next: 21 -> 5, 109 -> 25, 587 -> 200."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size // 2, 5 * size):
            if step * LINES >= number:
                return step
        size *= 10


def _days(days: Sequence[date], x: Callable[[date], float]) -> tuple[Tick, ...]:
    """The first and the last day, and each between that has room."""
    ticks = {days[0]: Tick(x(days[0]), short_day(days[0]), "start")}
    last = Tick(x(days[-1]), short_day(days[-1]), "end")
    for day in days[1:-1]:
        near = [tick.at + (LABEL if tick.anchor == "start" else LABEL / 2) for tick in ticks.values()]
        if x(day) - LABEL / 2 > max(near) + 6 and x(day) + LABEL / 2 < last.at - LABEL - 6:
            ticks[day] = Tick(x(day), short_day(day))
    return (*ticks.values(), last)
