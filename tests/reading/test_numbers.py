"""Words of a number and the range that they mean. Invented sentences."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.reading.numbers import read_numbers
from dateline.reading.parse import Parser

BOOK = load_codebook()

# sentence | words -> low high qualifier; several after ";"
READ = """
Rebels killed 12 soldiers. | 12 -> 12 12
Rebels killed twelve soldiers. | twelve -> 12 12
Some 1,200 people left. | Some 1,200 -> 1200 1200 some
At least 12 people died. | At least 12 -> 12 -
No fewer than nine guards died. | No fewer than nine -> 9 -
More than a dozen men were hurt. | More than a dozen -> 13 -
Over 40 people were hurt. | Over 40 -> 41 -
As many as 50 people died. | As many as 50 -> - 50
Up to 20 were wounded. | Up to 20 -> - 20
Nearly 100 families fled. | Nearly 100 -> - 100
Fewer than ten people died. | Fewer than ten -> - 9
About 50 people died. | About 50 -> 50 50 about
Roughly two dozen guards fled. | Roughly two dozen -> 24 24 roughly
Between 100 and 300 villagers died. | Between 100 and 300 -> 100 300
The blast hurt 20-25 workers. | 20-25 -> 20 25
The blast hurt 12 to 15 workers. | 12 to 15 -> 12 15
The blast hurt 12 or 13 workers. | 12 or 13 -> 12 13
Two to three hundred people died. | Two to three hundred -> 200 300
Dozens of people were hurt. | Dozens -> 24 - dozens
Scores of miners were hurt. | Scores -> 40 - scores
Hundreds of people fled. | Hundreds -> 200 - hundreds
Hundreds of thousands of people fled. | Hundreds of thousands -> 200000 - hundreds of thousands
Tens of thousands of people fled. | Tens of thousands -> 20000 - tens of thousands
Several guards were hurt. | Several -> 3 - several
Several hundred men fled. | Several hundred -> 300 - several hundred
A few farmers were hurt. | A few -> 3 - a few
A handful of farmers were hurt. | A handful -> 3 - a handful
A couple of farmers were hurt. | A couple -> 2 2
Half a dozen farmers were hurt. | Half a dozen -> 6 6
Both men were hurt. | Both -> 2 2
All four men were hurt. | All four -> 4 4
Twenty-five men were hurt. | Twenty-five -> 25 25
One hundred and twelve men were hurt. | One hundred and twelve -> 112 112
Two thousand five hundred men were hurt. | Two thousand five hundred -> 2500 2500
More than 1.2 million people fled. | More than 1.2 million -> 1200001 -
There were 100 or more guards. | 100 or more -> 100 -
The toll rose from 12 to 15. | 12 -> 12 12; 15 -> 15 15
Two men, 19 and 20, were hurt. | Two -> 2 2
Two women, both 21, were hurt. | Two -> 2 2; both -> 2 2
Three victims, ages 14, 18 and 29, were hurt. | Three -> 3 3
Two teenagers, one 16 and the other 17, were hurt. | Two -> 2 2; one -> 1 1
Four men in their early 20's were shot. | Four -> 4 4
Two buses, 19 passengers and 20 guards were hit. | Two -> 2 2; 19 -> 19 19; 20 -> 20 20
Two men and three women died. | Two -> 2 2; three -> 3 3
A hundred people died. | A hundred -> 100 100
"""

NO_COUNT = """
An 18-year-old man was killed.
The man, aged 45, died.
Adam Smith, 24, was killed.
Adam Smith (24) was killed.
They mourn Adam Smith, also 18.
The raid took 12 hours.
It happened on October 12, 2014.
He died on 12 October.
The war began in 2011.
They met at 5 p.m. on Monday.
The base is 12 km away.
The mine is 40 miles north.
A ransom of $500 was paid.
Some 12 percent of them left.
The bus crashed on Highway 9.
The council passed Resolution 2139.
No one else was hurt.
The 12-hour siege ended.
They helped one another.
He came a few days later.
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [(a.strip(), b.strip()) for a, b in (line.split("|") for line in table.strip().splitlines())]


def end(value: int | None) -> str:
    return "-" if value is None else str(value)


@pytest.mark.parametrize(("text", "expected"), rows(READ))
def test_read(parser: Parser, text: str, expected: str) -> None:
    parse = next(iter(parser.parse([text])))
    found = []
    for amount in read_numbers(parse, BOOK):
        value = amount.value
        assert parse.words(amount.first, amount.end) == value.text
        qualifier = f" {value.qualifier}" if value.qualifier else ""
        found.append(f"{value.text} -> {end(value.low)} {end(value.high)}{qualifier}")
    assert "; ".join(found) == expected


@pytest.mark.parametrize("text", NO_COUNT.strip().splitlines())
def test_no_count(parser: Parser, text: str) -> None:
    parse = next(iter(parser.parse([text])))
    assert [a.value.text for a in read_numbers(parse, BOOK)] == []
