"""Which of the inputs are read? The same bytes once, and those that are known not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dateline.intake import RawCopy, report_id
from dateline.model import Quarantined


class Unknown:
    """The inputs that are not known yet, the same bytes once; ``known`` counts the others.

    Args:
        copies: the inputs, streamed.
        has: whether a report id is known.
    """

    def __init__(self, copies: Iterable[RawCopy | Quarantined], has: Callable[[str], bool]) -> None:
        self._copies = copies
        self._has = has
        self._seen: set[str] = set()
        self.known = 0

    def __iter__(self) -> Iterator[RawCopy | Quarantined]:
        for copy in self._copies:
            if isinstance(copy, RawCopy):
                report = report_id(copy.data)
                if report in self._seen or self._has(report):
                    self.known += 1
                    continue
                self._seen.add(report)
            yield copy


class Once:
    """The inputs, the same bytes once: under the first of their paths, in whatever order they come.

    An input whose path comes before that of one given earlier is given, too, and takes its place.
    """

    def __init__(self, copies: Iterable[RawCopy | Quarantined]) -> None:
        self._copies = copies
        self._first: dict[str, str] = {}
        self._others: list[tuple[str, str]] = []

    def __iter__(self) -> Iterator[RawCopy | Quarantined]:
        for copy in self._copies:
            if isinstance(copy, RawCopy):
                report = report_id(copy.data)
                first = self._first.get(report)
                if first is not None:
                    self._others.append((report, max(first, copy.path)))
                if first is not None and first <= copy.path:
                    continue
                self._first[report] = copy.path
            yield copy

    def others(self, report: str) -> Iterator[str]:
        """The other paths that the bytes of a report were given under."""
        return (path for each, path in self._others if each == report)
