"""Do raw copies, texts, spans and the audit chain still prove each other?"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook import load_codebook
from dateline.codebook.boilerplate import Boilerplate
from dateline.doctor import Finding
from dateline.doctor.spans import spans_quote_exactly
from dateline.errors import LedgerError
from dateline.intake import report_of
from dateline.keeping.as_given import as_given
from dateline.ledger import Store
from dateline.model import IMPORTED, Ledger, Maker, Quarantined, Report, content_id, raw_hash
from dateline.running.maker import maker_of
from dateline.running.tally import Progress
from dateline.settings import Settings

FROM_TEXT = ("key", "publisher", "title", "published", "published_from", "dateline", "text", "repairs")
"""Parts of a report that intake makes of its raw copy alone."""


def verify(store: Store, settings: Settings, progress: Progress | None = None) -> Iterator[Finding]:
    """What is wrong with raw copies, with what was made of them, or with the audit chain.

    Every raw copy is hashed; the canonical text of every report is made again from it, by the codebook of
    ``settings``; every span is cut out again; every entry of the chain is sealed again. One report is in
    memory at a time.
    """
    boilerplate, maker = load_codebook(settings.codebook).boilerplate, maker_of(settings)
    for done, digest in enumerate(store.raw_copies(), start=1):
        report = content_id("report", digest)
        try:
            yield from _verified(store, report, digest, boilerplate, maker)
        except LedgerError as error:
            yield Finding(report, str(error))
        if progress:
            progress(done, None)
    for fault in store.verify_chain():
        yield Finding("audit", fault)


def _verified(
    store: Store, report: str, digest: str, boilerplate: Boilerplate, maker: Maker
) -> Iterator[Finding]:
    kept, reading = store.kept(report), store.reading(report)
    if kept is not None and kept.making.kind == IMPORTED:
        yield Finding(report, "was imported without its raw copy, so that nothing can be checked against it")
        return
    data = store.raw(digest)
    if raw_hash(data) != digest:
        yield Finding(report, f"the raw copy {digest} was changed: its bytes have another hash")
        return
    if kept is None or reading is None:  # removed
        return
    again = report_of(as_given(kept, data), boilerplate)
    for problem in _differences(reading.report, again):
        by = "" if kept.making.maker == maker else " (read by another version or codebook: `dateline reread`)"
        yield Finding(report, f"{problem}{by}")
    yield from spans_quote_exactly(Ledger((reading,), (), ()))


def _differences(kept: Report, again: Report | Quarantined) -> Iterator[str]:
    if isinstance(again, Quarantined):
        yield f"its raw copy no longer makes a report: {again.reason}"
        return
    for name in FROM_TEXT:
        if getattr(kept, name) != getattr(again, name):
            yield f"its raw copy makes another {'canonical text' if name == 'text' else name} than was kept"
