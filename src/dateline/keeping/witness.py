"""A ledger's hashes at one moment, and whether a ledger is, or has grown out of, what they vouch for."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator

from dateline.doctor import Finding
from dateline.exchange.contents import as_text
from dateline.exchange.json import write_source
from dateline.exchange.manifest import Chain, Manifest, ManifestReport
from dateline.exchange.source import Source
from dateline.keeping.stored import Stored
from dateline.ledger import Store
from dateline.model import raw_hash


def manifest_of(store: Store) -> Manifest:
    """The hashes of all that a ledger holds now.

    Raises:
        LedgerError: it is not linked.
    """
    with store.still() as still:
        return _manifest(still)


def _manifest(store: Store) -> Manifest:
    source, maker, claims, reports = Stored(store), store.settled_by(), 0, list[ManifestReport]()
    for reading in source.readings:
        report, claims = reading.report, claims + len(reading.claims)
        text = raw_hash(report.text.encode())
        reports.append(ManifestReport(id=report.id, raw=report.raw, text=text))
    counts = {
        "reports": len(reports),
        "claims": claims,
        "incidents": len(store.incident_ids("")),
        "judgements": len(source.judgements),
        "value_judgements": len(source.value_judgements),
        "quarantined": len(source.quarantined),
        "removed": len(store.removals()),
    }
    return Manifest(
        manifest=1,
        version=maker.version if maker else "",
        codebook=maker.codebook if maker else "",
        chain=Chain(entries=store.entries(), head=store.head()),
        export=_export_hash(source),
        counts=counts,
        reports=tuple(reports),
        raw_copies=tuple(store.raw_copies()),
    )


def against(store: Store, manifest: Manifest) -> Iterator[Finding]:
    """On what a ledger is not, and has not grown out of, what a manifest vouches for.

    The hash of an entry of the audit chain seals all entries before it, so that a ledger whose chain passes
    through the manifest's head holds what it held then; `verify` holds records and raw copies to the chain.
    Where nothing was added since, reports, counts and export are compared besides.
    """
    chain = manifest.chain
    entries = store.entries()
    if entries < chain.entries:
        yield Finding(
            "audit",
            f"the chain has {entries:,} entries, and {chain.entries:,} in the manifest: its end is cut off, "
            "or this is another ledger",
        )
    elif chain.entries and store.entry(chain.entries) != chain.head:
        yield Finding(
            "audit",
            f"entry {chain.entries:,} is not the one that the manifest names: the chain was written anew, or "
            "this is another ledger, or another manifest",
        )
    there = frozenset(store.raw_copies())
    for digest in manifest.raw_copies:
        if digest not in there:
            yield Finding(digest, "this raw copy is in the manifest and not in the ledger")
    if entries == chain.entries:
        yield from _unlike(manifest, manifest_of(store))


def _unlike(manifest: Manifest, now: Manifest) -> Iterator[Finding]:
    """Where a ledger that did not grow is another than it was."""
    listed, there = ({each.id: each for each in one.reports} for one in (manifest, now))
    for id_ in sorted(listed.keys() | there.keys()):
        if listed.get(id_) != there.get(id_):
            yield Finding(id_, "its raw copy or text is not the one in the manifest, or either lacks it")
    for digest in sorted(frozenset(now.raw_copies) - frozenset(manifest.raw_copies)):
        yield Finding(digest, "this raw copy is in the ledger and not in the manifest")
    for name in sorted(manifest.counts.keys() | now.counts.keys()):
        then, today = manifest.counts.get(name), now.counts.get(name)
        if then != today:
            yield Finding("counts", f"{name}: the manifest has {then}, the ledger {today}")
    made_alike = (manifest.version, manifest.codebook) == (now.version, now.codebook)
    if made_alike and manifest.export != now.export:
        yield Finding("export", "the export has another hash than in the manifest")


def _export_hash(source: Source) -> str:
    """The SHA-256 of what `dateline export` prints."""
    with tempfile.TemporaryFile() as file:
        with as_text(file) as text:
            write_source(source, text, mentions=False)
        file.seek(0)
        return hashlib.file_digest(file, "sha256").hexdigest()
