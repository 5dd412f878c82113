"""Where the time of reading goes: the parse, and each reader's share of the rest.

python -m benchmarks.shares
"""

from __future__ import annotations

import sys
import time
from cProfile import Profile
from pstats import Stats

from benchmarks.invented import conflict
from benchmarks.reading import report
from dateline.reading.parse import Parser
from dateline.running.batches import make_reader

REPORTS, WARM = 60, 10
LEAST = 0.01
"""Shares below this are told together."""


def shares() -> tuple[float, float, dict[str, float]]:
    """Seconds of the parse, seconds of all readers, and the share of each reader in the latter.

    The seconds are taken without the profiler, which slows what calls much; the shares with it.
    """
    reader, parser = make_reader(None), Parser()
    reports = [report(text) for text in conflict(REPORTS)]
    list(reader.read(reports[:WARM]))
    list(parser.parse(each.text for each in reports[:WARM]))
    start = time.process_time()
    parses = list(parser.parse(each.text for each in reports))
    parsed = time.process_time()
    for each, parse in zip(reports, parses, strict=True):
        reader.read_parsed(each, parse)
    read = time.process_time()
    with Profile() as profile:
        for each, parse in zip(reports, parses, strict=True):
            reader.read_parsed(each, parse)
    called = Stats(profile).stats  # type: ignore[attr-defined]
    whole = next(total for (_, _, name), (_, _, _, total, _) in called.items() if name == "read_parsed")
    found = {
        name: callers[here][3] / whole
        for (_, _, name), (_, _, _, _, callers) in called.items()
        for here in callers
        if here[2] == "read_parsed"
    }
    return parsed - start, read - parsed, found


def main() -> int:
    """Print a table."""
    parse, readers, found = shares()
    rows = [f"| parse | {parse:.2f} |  |", f"| all readers | {readers:.2f} | 100 % |"]
    told = sorted((n for n in found if found[n] >= LEAST), key=lambda n: -found[n])
    rows += [f"| `{name}` |  | {found[name]:.0%} |" for name in told]
    rows.append(f"| others |  | {1 - sum(found[name] for name in told):.0%} |")
    sys.stdout.write("| what | seconds | share |\n|---|--:|--:|\n" + "\n".join(rows) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
