"""Who says what stands at a place of the report?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Source, Span, Statement

SPEECH = frozenset(("direct", "indirect", "mixed"))


@dataclass(frozen=True, slots=True)
class Said:
    """Who says it, by which cue, and where; no source where the cue names nobody ("reportedly")."""

    source: Source | None
    cue: Span | None
    source_span: Span | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A report's speech by place, for lookup; made by :func:`attribution`."""

    starts: tuple[int, ...]
    entries: tuple[tuple[Span, int, Said], ...]
    longest: int

    def at(self, span: Span) -> Said | None:
        """The innermost speech that holds ``span`` wholly, or none where the report speaks itself.

        Speech of nobody in particular ("are believed to") is passed over inside that of someone.
        """
        best: tuple[bool, int, int, Said] | None = None
        i = bisect_right(self.starts, span.start) - 1
        while i >= 0 and self.starts[i] + self.longest >= span.end:
            held, size, said = self.entries[i]
            rank = (said.source is None, size, i)
            if held.contains(span) and (best is None or rank < best[:3]):
                best = (*rank, said)
            i -= 1
        return best[3] if best else None


def attribution(statements: Iterable[Statement]) -> Attribution:
    """Index the content of all speech; contacts and positions tell of no speech."""
    entries = []
    for statement in statements:
        if statement.kind not in SPEECH:
            continue
        spans = statement.spans
        said = Said(
            statement.speaker,
            spans.cue[0] if spans.cue else None,
            spans.source[0] if spans.source else None,
        )
        size = sum(s.end - s.start for s in spans.content)
        entries += [(s, size, said) for s in spans.content]
    entries.sort(key=lambda e: (e[0], e[1]))
    return Attribution(
        tuple(e[0].start for e in entries),
        tuple(entries),
        max((e[0].end - e[0].start for e in entries), default=0),
    )
