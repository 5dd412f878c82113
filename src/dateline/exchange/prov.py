"""Where every claim and incident comes from, as W3C PROV in its JSON form (PROV-JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from dateline.exchange.contents import Contents, LeftOut, as_text
from dateline.exchange.json import VERSION
from dateline.exchange.source import Source as Kept
from dateline.exchange.values import Json, value_json
from dateline.exchange.words import claim_words
from dateline.model import Claim, Judgement, Reading, Source, ValueJudgement, content_id

PREFIX = "dateline:"

READING, LINKING, SOFTWARE = f"{PREFIX}reading", f"{PREFIX}linking", f"{PREFIX}dateline-{VERSION}"

Section = Iterator[tuple[str, Json]]


def write_prov(contents: Contents, out: BinaryIO) -> tuple[LeftOut, ...]:
    """One document, a record a line: raw copy -> report -> claim -> incident, and who says or judged what."""
    ledger = contents.source
    sections: tuple[tuple[str, Section], ...] = (
        ("entity", _entities(ledger)),
        ("activity", _activities(ledger)),
        ("agent", _agents(ledger)),
        ("used", _used(ledger)),
        ("wasDerivedFrom", _derived(ledger)),
        ("wasGeneratedBy", _generated(ledger)),
        ("wasAttributedTo", _attributed(ledger)),
        ("wasAssociatedWith", _associated(ledger)),
    )
    with as_text(out) as text:
        text.write('{"prefix": {"dateline": "urn:dateline:"}')
        for name, section in sections:
            text.write(f',\n"{name}": {{')
            for n, (id_, record) in enumerate(section):
                text.write(",\n" if n else "\n")
                text.write(f"{json.dumps(id_)}: {json.dumps(record, ensure_ascii=False, allow_nan=False)}")
            text.write("}")
        text.write("}\n")
    return ()


def _entities(ledger: Kept) -> Section:
    for raw in sorted({reading.report.raw for reading in ledger.readings}):
        yield _raw(raw), {"prov:type": _type("RawCopy"), "dateline:sha256": raw}
    for reading in ledger.readings:
        report = reading.report
        label = report.title or report.key
        about = {"prov:label": label, "prov:type": _type("Report"), "dateline:path": report.path}
        day = {"dateline:published": report.published.isoformat()} if report.published else {}
        yield _id(report.id), {**about, **day}
        for claim in reading.claims:
            yield _id(claim.id), _claim(claim)
    for incident in ledger.incidents:
        yield _id(incident.id), {"prov:label": incident.type.name, "prov:type": _type("Incident")}


def _claim(claim: Claim) -> Json:
    return {
        "prov:label": claim_words(claim),
        "prov:type": _type("Claim"),
        "dateline:modality": claim.modality,
        "dateline:rule": claim.rule,
        "dateline:quote": claim.quote,
        "dateline:start": claim.span.start,
        "dateline:end": claim.span.end,
    }


def _activities(ledger: Kept) -> Section:
    yield READING, {"prov:label": "reading"}
    yield LINKING, {"prov:label": "linking"}
    for each in ledger.judgements:
        yield _id(each.id), {"prov:type": _type("Judgement"), **_decided(each)}
    for value in ledger.value_judgements:
        said = {"dateline:value": json.dumps(value_json(value.value))} if value.value else {}
        yield _id(value.id), {"prov:type": _type("ValueJudgement"), **_decided(value), **said}


def _judged(ledger: Kept) -> tuple[Judgement | ValueJudgement, ...]:
    return (*ledger.judgements, *ledger.value_judgements)


def _decided(judgement: Judgement | ValueJudgement) -> Json:
    at = judgement.at.isoformat()
    undone = {"dateline:undoes": _id(judgement.undoes)} if judgement.undoes else {}
    why = {"prov:label": judgement.verdict, "dateline:why": judgement.why}
    return {**why, "prov:startTime": at, "prov:endTime": at, **undone}


def _used(ledger: Kept) -> Section:
    """What a person judged."""
    for n, each in enumerate(ledger.value_judgements):
        yield f"_:used{n}", {"prov:activity": _id(each.id), "prov:entity": _id(each.claim.claim)}


def _agents(ledger: Kept) -> Section:
    """Each once, as it is named first."""
    seen = set[str]()
    for id_, record in _all_agents(ledger):
        if id_ not in seen:
            seen.add(id_)
            yield id_, record


def _all_agents(ledger: Kept) -> Section:
    yield SOFTWARE, {"prov:label": f"Dateline {VERSION}", "prov:type": _prov("SoftwareAgent")}
    for reading in ledger.readings:
        publisher = reading.report.publisher
        if publisher:
            yield _publisher(publisher), {"prov:label": publisher, "prov:type": _prov("Organization")}
        for claim in reading.claims:
            for source in (claim.source, *claim.source.via):
                yield _source(source, reading), {"prov:label": source.name, "dateline:kind": source.kind}
    for each in _judged(ledger):
        yield _person(each.by), {"prov:label": each.by, "prov:type": _prov("Person")}


def _derived(ledger: Kept) -> Section:
    pairs = chain(
        ((_id(r.report.id), _raw(r.report.raw)) for r in ledger.readings),
        ((_id(c.id), _id(r.report.id)) for r in ledger.readings for c in r.claims),
        ((_id(i.id), _id(claim)) for i in ledger.incidents for claim in i.claims),
    )
    for n, (made, used) in enumerate(pairs):
        yield f"_:derived{n}", {"prov:generatedEntity": made, "prov:usedEntity": used}


def _generated(ledger: Kept) -> Section:
    made = chain(
        ((_id(c.id), READING) for r in ledger.readings for c in r.claims),
        ((_id(i.id), LINKING) for i in ledger.incidents),
    )
    for n, (entity, activity) in enumerate(made):
        yield f"_:generated{n}", {"prov:entity": entity, "prov:activity": activity}


def _attributed(ledger: Kept) -> Section:
    told = chain(
        ((_id(r.report.id), _publisher(r.report.publisher)) for r in ledger.readings if r.report.publisher),
        ((_id(c.id), _source(c.source, r)) for r in ledger.readings for c in r.claims),
    )
    for n, (entity, agent) in enumerate(told):
        yield f"_:attributed{n}", {"prov:entity": entity, "prov:agent": agent}
    passed = ((_id(c.id), _source(v, r)) for r in ledger.readings for c in r.claims for v in c.source.via)
    for n, (entity, agent) in enumerate(passed):
        yield f"_:passed{n}", {"prov:entity": entity, "prov:agent": agent, "prov:type": _type("Via")}


def _associated(ledger: Kept) -> Section:
    done = [(READING, SOFTWARE), (LINKING, SOFTWARE)]
    done += [(_id(each.id), _person(each.by)) for each in _judged(ledger)]
    for n, (activity, agent) in enumerate(done):
        yield f"_:associated{n}", {"prov:activity": activity, "prov:agent": agent}


def _id(id_: str) -> str:
    return f"{PREFIX}{id_}"


def _raw(digest: str) -> str:
    return f"{PREFIX}raw-{digest}"


def _publisher(name: str) -> str:
    return _id(content_id("publisher", name))


def _person(name: str) -> str:
    return _id(content_id("person", name))


def _source(source: Source, reading: Reading) -> str:
    """A named source is one agent everywhere, an unnamed one in its report; the own voice: the publisher."""
    if source.publisher and reading.report.publisher:
        return _publisher(reading.report.publisher)
    scope = "" if source.named else reading.report.id
    return _id(content_id("source", source.name, source.kind, scope))


def _type(name: str) -> Json:
    return {"$": f"{PREFIX}{name}", "type": "prov:QUALIFIED_NAME"}


def _prov(name: str) -> Json:
    return {"$": f"prov:{name}", "type": "prov:QUALIFIED_NAME"}
