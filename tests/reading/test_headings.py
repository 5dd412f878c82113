"""Which sentences are links to other reports. Invented pages."""

from __future__ import annotations

import pytest

from dateline.reading.claims.headings import links
from dateline.reading.parse import Parser

TOP = "Bomb kills two in Brindle\n\nA bomb killed two guards on Monday.\n\n"

LINKS = [
    "Northern region | Six villagers hurt in shelling on Carrow",
    "Port attack | Four members of the militia killed…",
    "Rebel Shelling Kills Twelve Villagers Near Carrow",
    "Army Says Drone Strike Killed Seven Fighters",
    "Three Guards Wounded When Bomb Hits Convoy",
]

KEPT = [
    "Six villagers were hurt in shelling on Carrow.",
    "Six villagers hurt in shelling on Carrow",
    "Rebels killed Adam Orlow in Carrow, the Northern Front said.",
    "The Ministry Of Health Said Twelve Villagers Died.",
    "Carrow | the Northern Front said it killed six guards.",
    "REBEL SHELLING KILLS TWELVE VILLAGERS NEAR CARROW",
    "Adam Orlow Killed",
]


@pytest.mark.parametrize("line", LINKS)
def test_link(parser: Parser, line: str) -> None:
    parse = next(iter(parser.parse([TOP + line])))
    last = len(parse.sentences) - 1
    assert last in links(parse)


@pytest.mark.parametrize("line", KEPT)
def test_no_link(parser: Parser, line: str) -> None:
    parse = next(iter(parser.parse([TOP + line])))
    assert not links(parse)


@pytest.mark.parametrize("line", LINKS)
def test_the_headline_is_kept(parser: Parser, line: str) -> None:
    parse = next(iter(parser.parse([line + "\n\nThe attack came on Monday.\n"])))
    assert not links(parse)
