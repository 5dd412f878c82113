"""Who is meant by a pronoun, a description or a part of a name. Invented sentences."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.reading.actors.reader import read_cast
from dateline.reading.parse import Parse, Parser

BOOK = load_codebook()

# text | word = whom it means, in the order of the words in the text; "-" for nobody
ROWS = """
Jakob Lund said he had no news. | he = Jakob Lund
Jakob Lund said on Monday that in his call with Omar Sadiq, he had agreed. | his = Jakob Lund; he = Jakob Lund
Jakob Lund called Omar Sadiq to warn him. | him = Omar Sadiq
Jakob Lund warned him. | him = -
Omar Sadiq and his brother fled. | his = Omar Sadiq
Maria Lund was there when the blast killed Omar Sadiq. She was hurt. | She = Maria Lund
Jakob Lund told Maria Lund that she should leave. | she = Maria Lund
Maria Lund told Jakob Lund that he should leave. | he = Jakob Lund
Omar Sadiq's car was hit by the strike that killed him. | him = Omar Sadiq
A police spokesman said the bomb was small. He gave no details. | He = police spokesman
The minister resigned. He gave no reason. | He = minister
The spokeswoman said that she knew nothing. | she = spokeswoman
The spokesman said that she knew nothing. | she = -
Jakob Lund and Omar Sadiq met. He was angry. | He = -
There were Jakob Lund, Omar Sadiq and two guards. He left. | He = -
The army said rebels had fled, and that it had killed ten of them. | it = army; them = rebels
The army said it was behind the attack. | it = army
The army said it was ready to leave. | it = army
The army blamed the rebels after they shelled the town. | they = rebels
Norway condemns the attack by the militia, in which it shelled a school. | it = militia
Norway blamed Red Dawn, saying it had closed the border. | it = Norway
Norway condemned the attack by Red Dawn on Marland, when it shelled a school. | it = -
The army attacked the rebels after they shelled the town. | they = army
It rained. | It = -
A spokesman for the army said it had left. | it = army
A source in the army denied that it had left. | it = army
A nurse in the town denied that it had snowed. | it = -
Police had left. Jakob Lund rejected Norway's claim that it had hit a camp. | it = Norway
It was reported that rebels had taken the town. | It = -
It is clear that Norway lost. | It = -
Norway has long seen the base as a threat. And it has worked to close it. | it = Norway
Norway said it would leave. | it = Norway
Norway kept its troops there. | its = Norway
The bomb killed nine people. It was large. | It = -
The army said its troops had left. | its = army
The militant group Red Dawn said it had killed two soldiers. | it = Red Dawn
The rebels said they would fight on. | they = rebels
The rebels burned their camp. | their = rebels
Soldiers fired on rebels before they fled. | they = Soldiers
Police said three gunmen attacked the village. They fled. | They = -
Two gunmen shot the guard. They fled. | They = gunmen
"He is a liar," said Omar Sadiq. | He = -
The minister said "he is a liar" of Omar Sadiq. | he = -
Norway said that it "will keep its troops" there. | its = Norway
The men who shot Omar Sadiq fled. They hid. | who = men; They = men
Omar Sadiq, who lives in Oslo, denied it. | who = Omar Sadiq
The raid that He led killed Omar Sadiq. | He = -
Omar Sadiq was taken by armed men who later freed him. | him = Omar Sadiq
Omar Sadiq shot himself. | himself = Omar Sadiq
Jakob Lund's wife said she had called him. | she = wife; him = Jakob Lund
The leader of his party fled. | his = -
Omar Sadiq fled. The town was empty. He was caught. | He = Omar Sadiq
Omar Sadiq spoke. A day passed. It rained. Snow fell. Nobody came. He was caught. | He = -
Jakob Lund spoke. Lund left. | Lund = Jakob Lund; Lund = Jakob Lund
Jakob Lund met Maria Lund. Mrs. Lund left. | Lund = Jakob Lund; Lund = Maria Lund; Lund = Maria Lund
Jakob Lund met Karl Lund. Lund left. | Lund = Jakob Lund; Lund = Karl Lund; Lund = Lund
President Erik Dahl spoke. The president left. | president = Erik Dahl
President Erik Dahl met President Anna Holm. The president left. | president = -
Interior Minister Jakob Lund spoke. The minister left. | minister = Jakob Lund
Hamas fired rockets. The militant group said nothing. | group = Hamas
Hamas fired on Hezbollah. The group said nothing. | group = -
The Northern Harvest Party met. The party said nothing. | party = Northern Harvest Party
The Danish army attacked. The army fled. | army = Danish army; army = Danish army
The Danish army met the Norwegian army. The Norwegian army fled. | army = -; army = Norwegian army
The commander of the army spoke. The commander of the police left. | commander = -; commander = -
A boy fled. The boy was caught. | boy = boy; boy = boy
A boy fled. A boy was caught. | boy = -; boy = -
"""


@pytest.fixture(scope="module")
def parses(parser: Parser) -> dict[str, Parse]:
    texts = [row.split(" | ")[0] for row in ROWS.strip().splitlines()]
    return {p.text: p for p in parser.parse(texts)}


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_reference(row: str, parses: dict[str, Parse]) -> None:
    text, expected = row.split(" | ")
    parse = parses[text]
    cast = read_cast(parse, "r", BOOK)
    pairs = [part.split(" = ") for part in expected.split("; ")]
    found, start = [], 0
    for word, _ in pairs:
        token = next(t for t in parse.tokens[start:] if t.text == word)
        actor = cast.at(token.i)
        found.append([word, actor.name if actor else "-"])
        start = token.i + 1
    assert found == pairs


def test_a_surname_stays_with_whom_it_was_used_for(parser: Parser) -> None:
    text = "Jakob Lund spoke. Mr. Lund and his son, Karl Lund, left. Mr. Lund returned."
    parse = next(parser.parse([text]))
    cast = read_cast(parse, "r", BOOK)
    actors = [cast.at(t.i) for t in parse.tokens if t.text == "Lund"]
    assert [a.name for a in actors if a] == ["Jakob Lund", "Jakob Lund", "Karl Lund", "Jakob Lund"]
