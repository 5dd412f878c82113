"""Who is one voice, and for which side it speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.codebook import load_codebook
from dateline.model import Number, Source, SourceKind
from dateline.reconcile.speakers import country_in, opposed, side_of, speakers
from tests.reconcile.telling import Teller, a_report, reading

CODEBOOK = load_codebook()


def source(
    name: str, kind: SourceKind = "government", named: bool = True, country: str | None = None
) -> Source:
    return Source(name, kind, country, None, named, False, (), name)


def one_voice(*told: tuple[str, Source | None], copies: str | None = None) -> bool:
    """Whether counts told in these papers by these sources are one voice's."""
    tellers = [
        Teller(replace(a_report(f"{n}", 6, copies), publisher=paper)).say("killed", Number(1, 1, "1"), who)
        for n, (paper, who) in enumerate(told)
    ]
    claims = [t.claims[-1] for t in tellers]
    found = speakers(claims, {t.report.id: reading(t) for t in tellers}, CODEBOOK)
    return len({found[c].key for c in claims}) == 1


HEALTH = source("Health Ministry", "health")


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (HEALTH, HEALTH, True),
        (HEALTH, source("the health ministry", "health"), True),
        (HEALTH, source("ministry", "health", named=False), True),
        (HEALTH, source("Defence Ministry"), False),
        (source("Tam Orrin"), source("Orrin"), True),
        (source("Tam Orrin"), source("Lio Orrin"), False),
        (source("police", "police", named=False), source("police", "police", named=False), True),
        (source("ministry of health", "health", named=False), HEALTH, True),
        (source("officials", named=False), source("officials", named=False), False),
        (source("witnesses", "witness", named=False), source("witnesses", "witness", named=False), False),
        (source("Indian Army", "military"), source("army", "military", named=False), True),
        (source("Harbour Wire", "media"), source("Harbour Wire", "unknown"), True),
        (None, None, False),
        (None, HEALTH, False),
    ],
)
def test_voices_of_two_papers(first: Source | None, second: Source | None, same: bool) -> None:
    assert one_voice(("Post", first), ("Herald", second)) == same


def test_a_short_name_that_may_be_of_two_is_of_neither() -> None:
    army = source("army", "military", named=False)
    told = [
        ("Post", army),
        ("Herald", source("Indian Army", "military")),
        ("Sun", source("Iraqi Army", "military")),
    ]
    assert not one_voice(*told)
    assert not one_voice(*told[:2], ("Sun", source("Iraqi Army", "military")))


def test_a_body_by_three_names_is_one_voice() -> None:
    told = [
        ("Post", source("Gaza's health ministry", "health")),
        ("Herald", source("Hamas-run health ministry", "health")),
        ("Sun", source("Ministry of Health", "health")),
    ]
    assert one_voice(*told)
    assert one_voice(
        ("Post", source("committee", "unknown", named=False)),
        ("Sun", source("Orlow Rescue Committee", "unknown")),
    )


@pytest.mark.parametrize(
    ("papers", "copies", "same"),
    [
        (("Post", "Herald"), "copies-1", True),
        (("Post", "Post"), None, True),
        (("Post", "Herald"), None, False),
    ],
)
def test_own_words(papers: tuple[str, str], copies: str | None, same: bool) -> None:
    assert one_voice((papers[0], None), (papers[1], None), copies=copies) == same


def test_a_paper_that_is_cited_is_the_voice_of_its_own_words() -> None:
    assert one_voice(("Harbour Wire", None), ("Post", source("Harbour Wire", "media")))


@pytest.mark.parametrize(
    ("who", "side"),
    [
        (source("Indian Army", "military"), "state IN"),
        (source("China's military", "military"), "state CN"),
        (source("the ministry", "government", country="IQ"), "state IQ"),
        (source("the ministry", "government"), None),
        (source("Reed Column", "armed group"), "group reed column"),
        (source("Indian doctors", "health"), None),
        (source("Conflict Watch", "monitor", country="GB"), None),
    ],
)
def test_sides(who: Source, side: str | None) -> None:
    assert side_of(who, CODEBOOK) == side


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Indian soldiers", "IN"),
        ("U.S. service members", "US"),
        ("China’s military", "CN"),
        ("Saudi-led coalition", "SA"),
        ("soldiers", None),
        ("us", None),
        ("polish workers", None),
    ],
)
def test_country_in(words: str, code: str | None) -> None:
    assert country_in(words, CODEBOOK.countries) == code


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("state XA", "state XB", True),
        ("state XA", "state XA", False),
        ("state", "state XA", False),
        ("state", "group reed column", True),
        ("group reed column", "group blue van", True),
        (None, "state XA", False),
        (None, None, False),
    ],
)
def test_opposed(a: str | None, b: str | None, expected: bool) -> None:
    assert opposed(a, b) is expected
    assert opposed(b, a) is expected
