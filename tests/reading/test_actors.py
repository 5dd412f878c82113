"""Who is in a report, of what kind, and how related. Invented sentences."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.reading.actors.reader import Cast, read_cast
from dateline.reading.parse import Parser

BOOK = load_codebook()

# sentence | every named person: name [, role] [, country] [, relation other]; "-" for nobody
PEOPLE = """
Denmark's president, Anna Holm, spoke on Monday. | Anna Holm, president, DK, affiliated with Denmark
The president of Denmark, Anna Holm, spoke on Monday. | Anna Holm, president, DK, affiliated with Denmark
Anna Holm, the president of Denmark, spoke on Monday. | Anna Holm, president, DK, affiliated with Denmark
Danish President Anna Holm spoke on Monday. | Anna Holm, President, DK, affiliated with Denmark
Former Danish President Anna Holm spoke on Monday. | Anna Holm, Former President, DK, affiliated with Denmark
Interior Minister Jakob Lund resigned. | Jakob Lund, Interior Minister
Minister of Defence Jakob Lund resigned. | Jakob Lund, Minister of Defence
Major General Omar Sadiq was killed. | Omar Sadiq, Major General
Lt. Col. Peter Shaw was killed. | Peter Shaw, Lt. Col.
Army spokesman Col. Peter Shaw said so. | Peter Shaw, Army spokesman
Jakob Lund, 45, a spokesman for the ministry, denied it. | Jakob Lund, spokesman, affiliated with ministry
They shot the mayor of Brindle, Otto Kranz, on Friday. | Otto Kranz, mayor
He met the governor of the coastal province in Norway, Erik Dahl, to discuss it. | Erik Dahl, governor
Police killed the head of Red Cross, Tomas Reyes. | Tomas Reyes, head of Red Cross, affiliated with Red Cross
Ahmed Karim is head of the Harbor Guard. | Ahmed Karim, head of the Harbor Guard, affiliated with Harbor Guard
Ahmed Karim is not the commander of the 5th Brigade. | Ahmed Karim
The rebel leader Tomas Reyes was seen on Tuesday. | Tomas Reyes, rebel leader
Hamas leader Yusuf Darwish arrived on Sunday. | Yusuf Darwish, leader, PS, affiliated with Hamas
Omar Sadiq and his father, Karim Sadiq, fled. | Omar Sadiq; Karim Sadiq, parent of Omar Sadiq
Omar Sadiq arrived with his brother Karim Sadiq. | Omar Sadiq; Karim Sadiq, sibling of Omar Sadiq
Her husband, Jakob Lund, was arrested. | Jakob Lund
Maria Lund, the wife of Jakob Lund, was arrested. | Maria Lund, spouse of Jakob Lund; Jakob Lund
Tomas Reyes and Otto Kranz are allies of Norway. | Tomas Reyes, ally of Norway; Otto Kranz, ally of Norway
Journalist Elias Brandt was shot. | Elias Brandt, Journalist
Elias Brandt, a journalist, was shot. | Elias Brandt, journalist
Father Amaro Dias was shot. | Amaro Dias, Father
His father was shot. | -
Mr. Brandt was shot. | Brandt
Elias Brandt contributed to this report. | Elias Brandt
Elias Brandt said so. Brandt left. | Elias Brandt
Brandt left. Elias Brandt said so. | Elias Brandt
Gen. Abu Omar al-Khalidi said so. Khalidi left. | Abu Omar al-Khalidi, Gen.
Prime Minister Theresa May said so. | Theresa May, Prime Minister
Jordan Miller was shot in Latin America. | Jordan Miller
General Sadiq's house was hit. | Sadiq, General
Twitter was full of pictures on Monday. | -
The pictures were posted on Facebook in May. | -
The president spoke on Monday. | -
They drove away in a Mercury Marquis. | -
Secretary of State Jane Marsh called Erik Dahl on Friday. | Jane Marsh, Secretary of State; Erik Dahl
Omar Sadiq, Omar Sadiq's wife, and Otto Kranz were hurt. | Omar Sadiq; Otto Kranz
Maria Lund and her son Karl Lund were hurt. | Maria Lund; Karl Lund, child of Maria Lund
The Ministry of Defence said so. | -
Relatives gathered outside St. Mary Hospital. | -
The Danish Army shelled the town on Monday. | -
"""

# sentence | words = kind [country], for the mentions that are asked for; a word after "no" is no mention
KINDS = """
Two gunmen attacked the village. | Two gunmen = armed group
Gunmen killed five peasants. | Gunmen = armed group; five peasants = civilians
Danish troops left the base. | Danish troops = military DK; the base = facility
US troops left. | US troops = military US
The army of Norway left. | The army of Norway = military NO
Rebel forces took the town. | Rebel forces = armed group
Government forces took the town. | Government forces = military
Security forces took the town. | Security forces = military
The militant group fled. | The militant group = armed group
A human rights group protested. | A human rights group = organisation
Hamas fighters fled. | Hamas fighters = armed group PS
Members of the Islamic State fled. | Members of the Islamic State = armed group
Armed men took the driver. | Armed men = armed group; the driver = civilians
Two men took the car. | Two men = person; no car
Three people died. | Three people = person
Women and children fled. | Women = civilians; children = civilians
A police officer was shot. | A police officer = police
Police said so. | Police = police
A police spokesman said so. | A police spokesman = police
Local officials said so. | Local officials = government
The interior ministry said so. | The interior ministry = government
The Norwegian parliament met. | The Norwegian parliament = government NO
The hospital was shelled. | The hospital = facility
Norway and Chad signed it. | Norway = state NO; Chad = state TD
Rebels fled to Chad. | Rebels = armed group; no Chad
The Kremlin denied it. | The Kremlin = government RU
Oslo said it would pay. | Oslo = state NO
A bomb went off in Oslo. | no Oslo
The Norwegians left. | The Norwegians = civilians NO
An Iran-backed militia fled. | An Iran-backed militia = armed group
Iraqi and Danish soldiers fled. | Iraqi and Danish soldiers = military
The Northern Liberation Front fled. | The Northern Liberation Front = armed group
FARC guerrillas fled. | FARC = armed group CO; FARC guerrillas = armed group CO
The wounded were taken away. | The wounded = person
Nine wounded men fled. | Nine wounded men = person
The ISIS attack killed nine. | ISIS = armed group; no attack
The heart of the matter is clear. | no heart; no matter
He stood in front of the crowd. | no front
The Taliban said so. | The Taliban = armed group AF
It is what it was. | no It; no is
The NATO mission in Chad ended. | NATO = military; no mission
The Sudan Liberation Movement of Denmark met. | The Sudan Liberation Movement of Denmark = armed group DK
"""


@pytest.fixture(scope="module")
def parsed(parser: Parser) -> dict[str, Cast]:
    rows = [row for table in (PEOPLE, KINDS) for row in table.strip().splitlines()]
    texts = [row.split(" | ")[0] for row in rows]
    return {p.text: read_cast(p, "report-1", BOOK) for p in parser.parse(texts)}


def people(cast: Cast) -> str:
    """The named people of a cast as the table writes them."""
    names = {a.id: a.name for a in cast.actors}
    found = []
    for actor in cast.actors:
        if actor.kind == "person" and actor.name[0].isupper():
            relations = [f"{r.kind} {names[r.actor]}" for r in actor.relations]
            found.append(", ".join(filter(None, (actor.name, actor.role, actor.country, *relations))))
    return "; ".join(found) or "-"


@pytest.mark.parametrize("row", PEOPLE.strip().splitlines())
def test_people(row: str, parsed: dict[str, Cast]) -> None:
    text, expected = row.split(" | ")
    assert people(parsed[text]) == expected


@pytest.mark.parametrize("row", KINDS.strip().splitlines())
def test_kinds(row: str, parsed: dict[str, Cast]) -> None:
    text, expected = row.split(" | ")
    found = {
        m.span.of(text): f"{m.value.kind} {m.value.country or ''}".strip() for m in parsed[text].mentions
    }
    for part in expected.split("; "):
        if part.startswith("no "):
            assert not any(part[3:] in words.split() for words in found if words == part[3:])
        else:
            words, kind = part.split(" = ")
            assert found.get(words) == kind


def test_every_span_lies_in_its_text(parsed: dict[str, Cast]) -> None:
    for text, cast in parsed.items():
        for mention in cast.mentions:
            assert mention.span.of(text) == mention.value.text
        for actor in cast.actors:
            assert all(span.of(text) for span in actor.spans)


def test_acronym_and_full_form_are_one(parser: Parser) -> None:
    text = "The Northern Farmers Union (NFU) denied it. The NFU has left. The union will vote. "
    text += "The Harvest Party [Partido Cosecha] and the CVA (Coast Valley Alliance) agreed. The CVA met."
    parse = next(parser.parse([text]))
    actors = {a.name: [s.of(text) for s in a.spans] for a in read_cast(parse, "r", BOOK).actors}
    assert actors["Northern Farmers Union"] == ["The Northern Farmers Union", "NFU", "The NFU", "The union"]
    assert "The CVA" in actors["Coast Valley Alliance"]


def test_known_party_keeps_one_name(parser: Parser) -> None:
    text = "Daesh claimed it. ISIS fighters fled. The Islamic State group said nothing."
    parse = next(parser.parse([text]))
    cast = read_cast(parse, "r", BOOK)
    assert next(a.name for a in cast.actors) == "Islamic State"
    daesh, isis = (t for t in parse.tokens if t.text in ("Daesh", "ISIS"))
    assert cast.at(daesh.i) == cast.at(isis.i)


def test_lookups(parser: Parser) -> None:
    text = "The president of Norway, Erik Dahl, blamed FARC guerrillas. Bandits fled."
    parse = next(parser.parse([text]))
    cast = read_cast(parse, "r", BOOK)
    at = {t.text: t.i for t in parse.tokens}
    president, dahl, norway = (cast.at(at[w]) for w in ("president", "Dahl", "Norway"))
    assert president is not None
    assert president == dahl
    assert norway is not None
    assert [r.actor for r in president.relations] == [norway.id]
    party = cast.party(at["guerrillas"])
    assert party is not None
    assert party.name == "Revolutionary Armed Forces of Colombia"
    bandits = cast.entity(at["Bandits"])
    assert bandits is not None
    assert bandits.kind == "armed group"
    assert cast.at(at["Bandits"]) is None
    assert cast.party(at["Bandits"]) is None
    assert cast.entity(at["blamed"]) is None


def test_ids_do_not_depend_on_the_run(parser: Parser) -> None:
    parse = next(parser.parse(["Erik Dahl met Anna Holm. He left."]))
    one, two = read_cast(parse, "report-1", BOOK), read_cast(parse, "report-2", BOOK)
    assert read_cast(parse, "report-1", BOOK) == one
    assert {a.id for a in one.actors}.isdisjoint(a.id for a in two.actors)
    assert all(a.report == "report-1" for a in one.actors)


def test_a_report_without_words() -> None:
    parse = next(Parser().parse([""]))
    assert read_cast(parse, "r", BOOK) == Cast((), (), {}, {}, {})


def test_kinds_of_groups_and_states_that_act(parser: Parser) -> None:
    rows = {
        "A group of armed rebels fled.": ("group", "armed group"),
        "A group of friends fled.": ("group", "organisation"),
        "Moscow struck the port.": ("Moscow", "state"),
        "Suspected Russian missiles hit a hotel.": ("Russian", "state"),
        "Hezbollah fired rockets. The group fled.": ("group", "armed group"),
    }
    for parse in parser.parse(rows):
        word, kind = rows[parse.text]
        entity = read_cast(parse, "r", BOOK).entity(next(t.i for t in parse.tokens if t.text == word))
        assert (parse.text, entity.kind if entity else None) == (parse.text, kind)


def test_whom_somebody_speaks_for(parser: Parser) -> None:
    text = "Jakob Lund, a spokesman for the Danish army, met Omar Sadiq."
    parse = next(parser.parse([text]))
    cast = read_cast(parse, "r", BOOK)
    bodies = {t.text: cast.body(t.i) for t in parse.tokens if t.text in ("Lund", "Sadiq")}
    assert {word: body.name if body else None for word, body in bodies.items()} == {
        "Lund": "Danish army",
        "Sadiq": None,
    }
