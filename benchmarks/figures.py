"""What a run of the benchmarks measured, and the figures that follow from it."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.reading import ALL, BARE, MIXED_IN, SCREEN_OFF, SCREEN_ON, Timing


@dataclass(frozen=True, slots=True)
class Rate:
    """Reports and words that workers read in some seconds by the clock, and the peak of all their memory."""

    engine: str
    workers: int
    screen: bool
    reports: int
    words: int
    seconds: float
    peak: int

    @property
    def docs(self) -> float:
        """Reports a second."""
        return self.reports / self.seconds


@dataclass(frozen=True, slots=True)
class Links:
    """Processor seconds that linking took, and the peak of its memory in bytes."""

    events: int
    seconds: float
    incidents: int
    peak: int


@dataclass(frozen=True, slots=True)
class Start:
    """Processor seconds of a short command, and the peak of its memory in bytes."""

    command: str
    seconds: float
    peak: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that one run measured; ``peak`` is of the process that read in every way, in bytes."""

    machine: str
    starts: tuple[Start, ...]
    timings: tuple[Timing, ...]
    peak: int
    rates: tuple[Rate, ...]
    links: tuple[Links, ...]

    def timing(self, what: str, texts: str) -> Timing:
        """How long one way took over some texts."""
        return next(t for t in self.timings if (t.what, t.texts) == (what, texts))

    def ratio(self, timing: Timing) -> float:
        """Its seconds in those of bare spaCy over the same texts."""
        return timing.seconds / self.timing(BARE, timing.texts).seconds

    def speed_up(self, rate: Rate) -> float:
        """How many times as fast as one worker of the same engine."""
        one = next(r for r in self.rates if (r.engine, r.screen, r.workers) == (rate.engine, rate.screen, 1))
        return rate.docs / one.docs

    def targets(self) -> tuple[tuple[str, str, bool], ...]:
        """What is aimed at, what was measured, and whether that is as good."""
        off, on = (self.ratio(self.timing(what, ALL)) for what in (SCREEN_OFF, SCREEN_ON))
        mix = 1 / self.ratio(self.timing(SCREEN_ON, MIXED_IN))
        two = next(self.speed_up(r) for r in self.rates if r.workers == 2 and not r.screen)
        links = sorted(self.links, key=lambda each: each.events)
        grown = links[-1].seconds / links[-2].seconds
        return (
            (
                "all of conflict: reading at most 1.35 times bare `nlp.pipe`",
                f"{off:.2f} without the screen, {on:.2f} with it",
                max(off, on) <= 1.35,
            ),
            (
                "one report in ten of conflict: at least 5 times as fast as bare `nlp.pipe` over everything",
                f"{mix:.2f} times",
                mix >= 5,
            ),
            ("two workers at least 1.8 times one", f"{two:.2f} times", two >= 1.8),
            (
                f"{links[-1].events:,} events link in at most 12 times what {links[-2].events:,} take",
                f"{grown:.1f} times",
                grown <= 12,
            ),
            (
                "`dateline --help` under 0.3 s",
                f"{self.starts[0].seconds:.2f} s",
                self.starts[0].seconds < 0.3,
            ),
        )
