"""The incident that a person means by the beginning of its id."""

from __future__ import annotations

from dateline.cli.view.incident import title
from dateline.errors import InputError
from dateline.ledger import Store
from dateline.model import Incident, Ledger

KIND = "incident-"

CANDIDATES = 10
"""Incidents named where a prefix fits several."""


def chosen(store: Store, given: str) -> tuple[Incident, Ledger]:
    """The one incident whose id begins so, with or without ``incident-``; and what bears on it.

    Raises:
        InputError: the ledger has no such incident, or several.
        LedgerError: see ``Store.excerpt``.
    """
    ids = store.incident_ids(f"{KIND}{given.removeprefix(KIND)}")
    if not ids:
        raise InputError(f"there is no incident {given!r} in this ledger. `dateline incidents` lists them.")
    if len(ids) > 1:
        raise InputError(_several(store, given, ids))
    excerpt = store.excerpt(ids[0])
    return next(each for each in excerpt.incidents if each.id == ids[0]), excerpt


def _several(store: Store, given: str, ids: tuple[str, ...]) -> str:
    named = [store.excerpt(id_).incidents for id_ in ids[:CANDIDATES]]
    lines = [
        f"  {id_}  {next(title(each) for each in held if each.id == id_)}"
        for id_, held in zip(ids, named, strict=False)
    ]
    if len(ids) > CANDIDATES:
        lines.append(f"  and {len(ids) - CANDIDATES:,} more")
    return "\n".join((f"{given!r} could be any of {len(ids):,} incidents; give more of the id:", *lines))
