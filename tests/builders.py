"""A small invented ledger, built by hand: two reports of a market bombing, and the raid it answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.model import (
    Acled,
    Actor,
    ActorRelation,
    AnyMention,
    Check,
    Claim,
    ClaimSpans,
    Crosswalk,
    Difference,
    Entity,
    Field,
    FieldSummary,
    Incident,
    IncidentRelation,
    Ledger,
    Mention,
    Modality,
    Motive,
    Number,
    Place,
    Quarantined,
    Reading,
    Repair,
    Report,
    Responsibility,
    SeriesPoint,
    Source,
    Span,
    Statement,
    StatementSpans,
    Term,
    Value,
    When,
    content_id,
    publisher_source,
    raw_hash,
)

FIRST = (
    "A bomb tore through a market in Velmar on Tuesday, killing 12 people, police said.\n"
    "“We will find them,” said Ana Dorn, the mayor of Velmar, “and they will answer.”\n"
    "The Free Coast Front said it had planted the bomb in response to a raid on Monday.\n"
    "Ana Dorn called the governor about the attack."
)
SECOND = (
    "The toll from Tuesday's market bombing in Velmar rose to 15 from 12, the health ministry said, "
    "among them four children.\n"
    "The Free Coast Front denied that any children had died."
)
MARKET = Place("Velmar", 41.5, 19.25, 900001, "XK", "Coast", "near", 5.0, "Velmar")
TUESDAY = When(date(2031, 5, 6), date(2031, 5, 6), "day", None, "Tuesday")
MONDAY = When(date(2031, 5, 5), date(2031, 5, 5), "day", None, "Monday")
POLICE = Source("police", "police", None, None, False, False, (), "police")
MINISTRY = Source("health ministry", "health", None, None, True, False, (), "the health ministry")
FRONT = Source("Free Coast Front", "armed group", None, None, True, False, (), "The Free Coast Front")
MAYOR = Source("Ana Dorn", "government", None, "mayor", True, False, (), "Ana Dorn")
FRONT_ENTITY = Entity("Free Coast Front", "armed group", None, None, "The Free Coast Front")
CIVILIANS = Entity("people", "civilians", None, None, "people")


def find(text: str, words: str, nth: int = 0, after: int = 0) -> Span:
    """The span of the nth occurrence of ``words`` from a code point on."""
    start = after - 1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def plain_report(key: str, text: str, publisher: str, day: date) -> Report:
    """A report whose ids come from its text, and that tells neither its dateline nor its place."""
    raw = raw_hash(text.encode())
    return Report(
        id=content_id("report", raw),
        key=key,
        path=f"{key}.txt",
        raw=raw,
        publisher=publisher,
        title=None,
        published=day,
        published_from="input",
        dateline=None,
        place=None,
        language="en",
        text=text,
        repairs=(),
        copy_group=content_id("copies", raw),
    )


def report(key: str, text: str, publisher: str, day: date) -> Report:
    """A report from Velmar, whose name was mended in its text."""
    mended = Repair(find(text, "Velmar"), "Velmar,quot;", "broken entity")
    plain = plain_report(key, text, publisher, day)
    return replace(plain, dateline="VELMAR", place=MARKET, repairs=(mended,))


REPORTS = (
    report("harbour-1", FIRST, "Harbour Post", date(2031, 5, 6)),
    report("wire-2", SECOND, "Inland Wire", date(2031, 5, 7)),
)


def claim(
    at: Report,
    event: str,
    field: Field,
    value: Value,
    words: str,
    source: Source,
    modality: Modality = "asserted",
    group: str | None = None,
    cue: str | None = None,
    place: Place | None = MARKET,
    when: When | None = TUESDAY,
    line: Span | None = None,
) -> Claim:
    """A claim on the first line of ``at`` that holds ``words``, or on ``line``."""
    value_span = find(at.text, words, after=line.start if line else 0)
    start = at.text.rfind("\n", 0, value_span.start) + 1
    stop = at.text.find("\n", value_span.start)
    span = Span(start, len(at.text) if stop < 0 else stop)

    def near(piece: str | None) -> Span | None:
        return None if not piece else Span(*(i + start for i in _range(span.of(at.text), piece)))

    return Claim(
        id=content_id("claim", at.id, field, words, source.name, group or ""),
        report=at.id,
        event=content_id("event", at.id, event),
        field=field,
        value=value,
        group=group,
        place=place,
        when=when,
        source=source,
        modality=modality,
        quote=span.of(at.text),
        span=span,
        spans=ClaimSpans(value_span, None, near(cue), near(source.text)),
        rule=f"{field}.example",
    )


def _range(line: str, piece: str) -> tuple[int, int]:
    start = line.index(piece)
    return start, start + len(piece)


def claims_of(at: Report) -> tuple[Claim, ...]:
    """The claims of one of the two reports, in text order."""
    own = publisher_source(at.publisher)
    raid = content_id("event", at.id, "raid")
    if at == REPORTS[0]:
        return (
            claim(at, "bomb", "weapon", Term("bomb", "bomb"), "bomb", POLICE, cue="said"),
            claim(at, "bomb", "target", CIVILIANS, "people", POLICE, cue="said"),
            claim(at, "bomb", "type", Term("bombing", "tore through"), "tore through", POLICE, cue="said"),
            claim(at, "bomb", "killed", Number(12, 12, "12"), "12", POLICE, cue="said"),
            claim(
                at,
                "bomb",
                "responsibility",
                Responsibility("Free Coast Front", "armed group", None, "claimed", "The Free Coast Front"),
                "The Free Coast Front",
                FRONT,
                cue="said",
            ),
            claim(
                at, "bomb", "motive", Motive("a raid on Monday", raid), "a raid on Monday", FRONT, cue="said"
            ),
            claim(at, "raid", "type", Term("raid", "raid"), "raid", own, place=None, when=MONDAY),
        )
    children = "children"
    return (
        claim(at, "bomb", "type", Term("bombing", "bombing"), "bombing", own),
        claim(at, "bomb", "killed", Number(15, 15, "15"), "15", MINISTRY, cue="said"),
        claim(at, "bomb", "killed", Number(4, 4, "four"), "four", MINISTRY, group=children, cue="said"),
        claim(at, "bomb", "killed", Number(0, 0, "any"), "any", FRONT, "asserted", children, "denied"),
    )


def statements_of(at: Report) -> tuple[Statement, ...]:
    """The statements of one of the two reports."""
    claims = claims_of(at)

    def said(
        kind: str, speaker: Source, content: tuple[str, ...], cue: str, about: tuple[int, ...]
    ) -> Statement:
        spans = tuple(find(at.text, piece) for piece in content)
        return Statement(
            id=content_id("statement", at.id, *content),
            report=at.id,
            speaker=speaker,
            addressee=Source("governor", "government", None, None, False, False, (), "the governor")
            if kind == "contact"
            else None,
            kind=kind,  # type: ignore[arg-type]
            text=" ".join(content),
            spans=StatementSpans(spans, (find(at.text, speaker.text),), (find(at.text, cue),)),
            medium=None,
            when=None,
            claims=tuple(claims[n].id for n in about),
        )

    if at == REPORTS[0]:
        return (
            said("indirect", POLICE, (FIRST[: FIRST.index(", police")],), "said", (0, 1, 2, 3)),
            said("direct", MAYOR, ("We will find them,", "and they will answer."), "said", ()),
            said(
                "indirect",
                FRONT,
                ("it had planted the bomb in response to a raid on Monday",),
                "said",
                (4, 5),
            ),
            said("contact", MAYOR, ("the attack",), "called", ()),
        )
    return (said("indirect", FRONT, ("any children had died",), "denied", (3,)),)


def mentions_of(at: Report) -> tuple[AnyMention, ...]:
    """One mention of each kind that the report has."""
    place: AnyMention = Mention("place", find(at.text, "Velmar"), MARKET)
    time: AnyMention = Mention("time", find(at.text, "Tuesday"), TUESDAY)
    actor: AnyMention = Mention("actor", find(at.text, "The Free Coast Front"), FRONT_ENTITY)
    count: AnyMention = Mention("count", find(at.text, "12"), Number(12, 12, "12"))
    return tuple(sorted((place, time, actor, count), key=lambda mention: mention.span))


def actors_of(at: Report) -> tuple[Actor, ...]:
    """The mayor and her city, in the first report."""
    if at != REPORTS[0]:
        return ()
    city = content_id("actor", at.id, "Velmar")
    spans = (find(at.text, "Ana Dorn"), find(at.text, "Ana Dorn", 1))
    return (
        Actor(
            content_id("actor", at.id, "Ana Dorn"),
            at.id,
            "Ana Dorn",
            "person",
            None,
            "mayor",
            (ActorRelation("affiliated with", city),),
            spans,
        ),
        Actor(city, at.id, "Velmar", "government", None, None, (), (find(at.text, "Velmar", 1),)),
    )


def summary(claims: list[Claim], **given: object) -> FieldSummary:
    """A summary of ``claims`` that is single unless told otherwise."""
    parts: dict[str, object] = {
        "low": None,
        "best": None,
        "high": None,
        "status": "single",
        "series": (),
        "claims": tuple(each.id for each in claims),
        "why": "one independent voice",
    } | given
    return FieldSummary(**parts)  # type: ignore[arg-type]


def market_bombing() -> Ledger:
    """The whole ledger: two readings, two incidents, one quarantined input."""
    readings = tuple(
        Reading(at, claims_of(at), statements_of(at), actors_of(at), mentions_of(at))
        for at in sorted(REPORTS, key=lambda each: each.id)
    )
    first, second = claims_of(REPORTS[0]), claims_of(REPORTS[1])
    bombing, raid = content_id("incident", "bombing"), content_id("incident", "raid")
    in_bombing = [*first[:6], *second]
    by_field: dict[Field, list[Claim]] = {}
    for each in in_bombing:
        by_field.setdefault(each.field, []).append(each)
    point = SeriesPoint(date(2031, 5, 6), "police", 12, 12, "12", (first[3].id,))
    later = SeriesPoint(date(2031, 5, 7), "health ministry", 15, 15, "15", (second[1].id,))
    special: dict[Field, FieldSummary] = {
        "type": summary(by_field["type"], status="agreed", why="two independent voices say the same"),
        "killed": summary(
            by_field["killed"],
            low=12,
            best=15,
            high=15,
            status="revised",
            series=(point, later),
            why="raised from 12 on 6 May to 15 on 7 May",
        ),
    }
    fields = tuple((name, special.get(name) or summary(held)) for name, held in by_field.items())
    crosswalk = Crosswalk(
        Acled("Explosions/Remote violence", "Remote explosive/landmine/IED"), "state-based", "ASSAULT"
    )
    nowhere = Crosswalk(None, None, None)
    incidents = (
        Incident(
            bombing,
            Term("bombing", "tore through"),
            TUESDAY,
            MARKET,
            (FRONT_ENTITY,),
            (CIVILIANS,),
            (Term("bomb", "bomb"),),
            tuple(sorted(at.id for at in REPORTS)),
            tuple(sorted(each.id for each in in_bombing)),
            fields,
            (
                Check("part within whole", True, (second[1].id, second[2].id), "4 children of 15 killed"),
                Check(
                    "part within whole", False, (second[2].id, second[3].id), "4 children against 0 children"
                ),
            ),
            (Difference("killed", "revision", (first[3].id, second[1].id), "12, then 15"),),
            (IncidentRelation("in response to", raid, first[5].id),),
            crosswalk,
        ),
        Incident(
            raid,
            Term("raid", "raid"),
            MONDAY,
            None,
            (),
            (),
            (),
            (REPORTS[0].id,),
            (first[6].id,),
            (("type", summary([first[6]])),),
            (),
            (),
            (),
            nowhere,
        ),
    )
    return Ledger(
        readings,
        tuple(sorted(incidents, key=lambda each: each.id)),
        (Quarantined("scan.pdf", "not text: it begins like a PDF; give .txt, .html or .jsonl"),),
    )
