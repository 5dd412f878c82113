"""The table of formats: what `dateline export --format` knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Literal

from dateline.exchange.acled import write_acled
from dateline.exchange.annotation import write_annotations
from dateline.exchange.claims_csv import write_claims_csv
from dateline.exchange.contents import Contents, LeftOut, as_text
from dateline.exchange.doccano import write_doccano
from dateline.exchange.figures_csv import write_figures_csv
from dateline.exchange.ftm import write_ftm
from dateline.exchange.ged import write_ged
from dateline.exchange.geojson import write_geojson
from dateline.exchange.json import write_source
from dateline.exchange.jsonl import write_jsonl
from dateline.exchange.label_studio import write_label_studio
from dateline.exchange.parquet import write_parquet
from dateline.exchange.plover import write_plover
from dateline.exchange.prov import write_prov
from dateline.model import Policy

Wanted = Policy | Literal["all"]
"""Whose figures of the dead are asked for."""

Writer = Callable[[Contents, BinaryIO], tuple[LeftOut, ...]]
"""Writes a ledger to a stream, and gives back the incidents that the format cannot hold."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, what it is in a few words, and how it is written.

    ``figures`` tells whether it can have a policy's figures of the dead: none, those of one, or of all side
    by side; ``policy`` is whose it has unless another is asked for. A ``whole`` one holds all that was read,
    whatever counts. ``page`` is its page in docs/formats.
    """

    name: str
    about: str
    write: Writer
    page: str
    figures: Literal["none", "one", "all"] = "none"
    policy: Wanted | None = None
    whole: bool = False
    binary: bool = False


def _json(contents: Contents, out: BinaryIO) -> tuple[LeftOut, ...]:
    with as_text(out) as text:
        write_source(contents.source, text, mentions=contents.mentions, figures=contents.figures)
    return ()


FORMATS = (
    Format(
        "json",
        "the whole ledger as one JSON document (`dateline schema`)",
        _json,
        "json.md",
        "all",
        whole=True,
    ),
    Format(
        "jsonl",
        "the whole ledger with its raw copies, a record a line; can be imported",
        write_jsonl,
        "jsonl.md",
        "all",
        whole=True,
    ),
    Format("csv", "claims, a row each, nothing of them lost; can be imported", write_claims_csv, "claims.md"),
    Format("parquet", "claims, a row each, typed columns", write_parquet, "claims.md", binary=True),
    Format("acled", "incidents in the ACLED-compatible layout", write_acled, "acled.md", "one", "acled"),
    Format("ged", "incidents in the layout of UCDP GED", write_ged, "ged.md", "one", "ucdp"),
    Format("plover", "incidents as PLOVER events", write_plover, "plover.md", "one"),
    Format("geojson", "incidents on a map", write_geojson, "geojson.md", "all"),
    Format(
        "figures",
        "the dead of incidents by policies, a row each",
        write_figures_csv,
        "figures.md",
        "all",
        "all",
    ),
    Format("annotation", "claims as W3C Web Annotations", write_annotations, "annotation.md"),
    Format("prov", "where each claim comes from, as W3C PROV", write_prov, "prov.md"),
    Format("ftm", "FollowTheMoney entities", write_ftm, "ftm.md"),
    Format(
        "label-studio",
        "reports with their claims marked, for Label Studio",
        write_label_studio,
        "label-studio.md",
    ),
    Format("doccano", "reports with their claims marked, for doccano", write_doccano, "doccano.md"),
)

BY_NAME = {each.name: each for each in FORMATS}
