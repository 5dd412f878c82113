"""Is what linking kept, and what it made, what linking all readings from scratch makes?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.codebook import Codebook, load_codebook
from dateline.doctor import Finding
from dateline.intake import copy_groups
from dateline.ledger import Store
from dateline.model import Ledger, Reading
from dateline.reconcile import judged_readings, reconcile
from dateline.reconcile.gather import views_of
from dateline.reconcile.rarity import Rarity
from dateline.reconcile.rulings import Rulings
from dateline.reconcile.stored import read_views, write_footprints
from dateline.running.maker import maker_of
from dateline.settings import Settings


def redrawn_differs(store: Store, ledger: Ledger, rulings: Rulings) -> Iterator[Finding]:
    """Views, copy groups and incidents that linking from scratch makes otherwise.

    Nothing is said of a ledger that another version, or a codebook of one's own, has linked.
    """
    settings = Settings()
    counted = judged_readings(ledger.readings, ledger.value_judgements)
    if store.settled_by() != maker_of(settings):
        return
    codebook = load_codebook(settings.codebook)
    yield from _copies(ledger.readings)
    yield from _views(store, tuple(counted.values()), codebook)
    wanted = {incident.id: incident for incident in reconcile(counted.values(), codebook, rulings)}
    there = {incident.id: incident for incident in ledger.incidents}
    for id_ in sorted(wanted.keys() | there.keys()):
        if wanted.get(id_) != there.get(id_):
            yield Finding(id_, "linking from scratch makes this incident otherwise, or not at all")


def _copies(readings: Sequence[Reading]) -> Iterator[Finding]:
    groups = copy_groups([reading.report for reading in readings])
    for reading in readings:
        if groups[reading.report.id] != reading.report.copy_group:
            yield Finding(reading.report.id, f"is of {groups[reading.report.id]} and not of its copy group")


def _views(store: Store, readings: Sequence[Reading], codebook: Codebook) -> Iterator[Finding]:
    kept, rarity = {each.report: each for each in store.views()}, Rarity(codebook.linking)
    for reading in readings:
        report = reading.report.id
        if report not in kept:
            yield Finding(report, "the views of its events are not kept")
            continue
        views = tuple(views_of(reading, codebook, rarity))
        if read_views(kept[report].record) != views or kept[report].footprints != write_footprints(views):
            yield Finding(report, "the kept views of its events are not those of its reading")
