"""A Label Studio export (JSON) -> marked claims. Label Studio counts code points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.errors import InputError
from dateline.evaluate.gold import Gold
from dateline.evaluate.regions import SOURCE, Region, region_gold
from dateline.model import Span

ASKED = ("modality", "number", "group", "place", "when", "incident")
"""Controls of a region, as the labelling setup in docs/formats/label-studio.md names them."""

Json = dict[str, Any]


def label_studio_gold(tasks: Sequence[Json], file: str) -> Gold:
    """The claims marked in the tasks: in the last annotation of each; a task without one is left out.

    Raises:
        InputError: a task or region is not as Label Studio writes it; names the file and the task.
    """
    regions, texts = list[Region](), list[tuple[str, str]]()
    for n, task in enumerate(tasks, 1):
        try:
            data = task["data"]
            done = [each for each in task["annotations"] if not each.get("was_cancelled")]
            if not done:
                continue
            key = str(data.get("key") or task.get("id") or n)
            texts.append((key, data["text"]))
            regions += _regions(key, data["text"], done[-1]["result"])
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise InputError(f"{file}: task {n} is not as Label Studio exports one: {error!r}") from error
    return region_gold(regions, texts, file)


def _regions(key: str, text: str, results: Sequence[Json]) -> Iterator[Region]:
    labels = {each["id"]: each for each in results if each["type"] == "labels"}
    told: dict[str, dict[str, str]] = {}
    for each in results:
        if each["type"] in ("choices", "textarea") and each["from_name"] in ASKED:
            answer = each["value"].get("choices") or each["value"].get("text") or []
            words = answer[0] if isinstance(answer, list) and answer else answer
            if words:
                told.setdefault(each["id"], {})[each["from_name"]] = str(words)
    ties: dict[str, list[str]] = {}
    for each in results:
        if each["type"] == "relation" and SOURCE in (each.get("labels") or (SOURCE,)):
            ties.setdefault(each["from_id"], []).append(each["to_id"])
    for id_, each in labels.items():
        span = Span(each["value"]["start"], each["value"]["end"])
        sources = tuple(_words(labels[to], text) for to in ties.get(id_, ()) if to in labels)
        yield Region(key, each["value"]["labels"][0], span, sources=sources, **told.get(id_, {}))


def _words(label: Json, text: str) -> str:
    return text[label["value"]["start"] : label["value"]["end"]]
