"""A day in front of a subject is no part of it. Invented sentences."""

from __future__ import annotations

import pytest

from dateline.reading.parse import Parse, Parser

FRONTED = [
    ("On Sunday gunmen killed at least ten people in Arden.", "Sunday", "gunmen", "killed"),
    ("On Friday soldiers shot dead four men in Tillmouth.", "Friday", "soldiers", "shot"),
    ("On 3 November rebels killed nine farmers in Bunia.", "November", "rebels", "killed"),
    ("On 20 September gang members abducted 11 passengers of a bus.", "September", "members", "abducted"),
    ("Early on Sunday gunmen stormed a church.", "Sunday", "gunmen", "stormed"),
    ("On Sunday evening gunmen killed at least ten people in Arden.", "evening", "gunmen", "killed"),
    ("On the night of 3 June rebels burned the village of Bor.", "June", "rebels", "burned"),
    ("Since Monday shells have killed nine people.", "Monday", "shells", "killed"),
    ("On Monday police arrested two men.", "Monday", "police", "arrested"),
]

KEPT = [
    ("A Friday strike killed nine people.", "Friday"),
    ("The Sunday attack killed nine people.", "Sunday"),
    ("The mayor condemned the Sunday bombing of the mill.", "Sunday"),
    ("Nine people died in the May floods.", "May"),
]


def parsed(parser: Parser, text: str) -> Parse:
    (parse,) = parser.parse([text])
    return parse


@pytest.mark.parametrize(("text", "day", "subject", "verb"), FRONTED)
def test_day_goes_to_its_preposition(parser: Parser, text: str, day: str, subject: str, verb: str) -> None:
    parse = parsed(parser, text)
    at = {t.text: t for t in parse.tokens}
    assert parse.tokens[at[day].head].tag == "IN"
    assert at[subject].dep == "nsubj"
    assert parse.tokens[at[subject].head].text == verb
    assert all(i in parse.tokens[t.head].children for t in parse.tokens if (i := t.i) != t.head)


@pytest.mark.parametrize(("text", "day"), KEPT)
def test_day_that_says_which_one_stays(parser: Parser, text: str, day: str) -> None:
    parse = parsed(parser, text)
    token = next(t for t in parse.tokens if t.text == day)
    assert parse.tokens[token.head].tag.startswith("NN")


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("Three days earlier a suicide bomber killed at least three people in Arden.", "bomber", "killed"),
        ("The gunman killed two men before he fled.", "gunman", "killed"),
    ],
)
def test_clause_is_no_part_of_its_subject(parser: Parser, text: str, subject: str, verb: str) -> None:
    at = {t.text: t for t in parsed(parser, text).tokens}
    assert (at[verb].dep, at[subject].dep, at[subject].head) == ("ROOT", "nsubj", at[verb].i)


def test_who_was_killed_stays_without_a_clause(parser: Parser) -> None:
    at = {t.text: t for t in parsed(parser, "The two men killed in a raid were farmers.").tokens}
    assert at["killed"].dep == "acl"
