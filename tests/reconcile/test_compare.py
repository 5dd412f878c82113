"""Which pairs of events are the same, which features say so, and which rules forbid it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.codebook import load_codebook
from dateline.model import Entity, Mention, Number, Place, Span, When
from dateline.reconcile.compare import SURE, SURE_UNDATED, Comparer, Comparison
from dateline.reconcile.gather import gather
from dateline.reconcile.persons import shared_person
from dateline.reconcile.sites import site_of
from dateline.reconcile.views import EventView
from tests.reconcile.telling import BRINDLE, ORLOW, Teller, a_report, on, reading

CODEBOOK = load_codebook()
KESTREL = Place("Kestrel", 40.01, 20.01, 3, "XA", None, "exact", 1.0, "Kestrel")
ABROAD = Place("Port Halden", 40.0, 20.1, 4, "XB", None, "exact", 1.0, "Port Halden")
PROVINCE = Place("Vale", 40.0, 20.0, 5, "XA", None, "province", 80.0, "Vale")

NAMESAKE = Place("Brindle", -10.0, -60.0, 9, "XB", None, "exact", 1.0, "Brindle")

MARKET = (
    "Gunmen in Brindle fired on the Halloway fish market, and Captain Idris Vorne blamed the Reed Column."
)
MARKET_AGAIN = "Idris Vorne said the Reed Column fired on the Halloway market in Brindle."
WEDDING = "A wedding on Tanner Street was struck as Ottoline Pask sang, said Sergeant Lowe."


def unlisted(name: str) -> Place:
    """A village that the gazetteer lacks."""
    return Place(name, None, None, None, None, None, None, None, name)


def telling(
    key: str,
    kind: str = "shooting",
    place: Place | None = BRINDLE,
    day: int | None = 6,
    published: int | None = 6,
    quote: str = "x",
    killed: int | None = None,
    who: str | None = None,
    target: str | None = None,
    actor: str | None = None,
) -> Teller:
    """One event of a report with the features that are given."""
    report = a_report(key, published or 6)
    teller = Teller(report if published else replace(report, published=None), kind)
    if place:
        teller.at(place)
    if day:
        teller.say("when", on(day))
    if killed is not None:
        teller.count("killed", killed, killed)
    if who:
        teller.say("killed", Number(1, 1, who, None, who)).by_rule("count.named")
    for field, name in (("target", target), ("actor", actor)):
        if name:
            teller.say(field, Entity(name, "armed group", None, None, name))  # type: ignore[arg-type]
    return teller.quoting(quote)


def views(*tellers: Teller) -> tuple[EventView, ...]:
    found = {v.report: v for v in gather([reading(t) for t in tellers], CODEBOOK)}
    return tuple(found[t.report.id] for t in tellers)


def compared(a: Teller, b: Teller) -> Comparison:
    one, two = views(a, b)
    (found,) = Comparer(CODEBOOK.linking).compare([(one, two)])
    return found


def strikes(*quarters: str | None) -> tuple[Teller, ...]:
    """Reports of a strike on one told day and town, each told of a quarter of it where one is given."""
    found = [telling(key, kind="air strike") for key in "ab"]
    for teller, quarter in zip(found, quarters, strict=True):
        if quarter:
            teller.at(unlisted(quarter))
    return tuple(found)


def fights(
    kind: str = "armed clash", place: str = "Gweiran", day: int = 3, published: int = 6
) -> tuple[Teller, Teller]:
    """Reports of fighting for a village on days apart, the second changed."""
    first = telling("a", kind="armed clash", place=unlisted("Ghweiran"))
    return first, telling("b", kind=kind, place=unlisted(place), day=day, published=published)


def at_hours(*clocks: str) -> tuple[Teller, ...]:
    """Reports of one shooting, each with a time of day."""
    return tuple(
        telling(key).say("when", When(date(2031, 5, 6), date(2031, 5, 6), "day", clock, clock))
        for key, clock in zip("ab", clocks, strict=True)
    )


def at_night(*nights: tuple[int, int]) -> tuple[Teller, ...]:
    """Reports of one massacre, each with the first and last day of it."""
    found = [telling(key, kind="massacre", day=None, published=9) for key in "ab"]
    for teller, (first, last) in zip(found, nights, strict=True):
        teller.say("when", When(date(2031, 5, first), date(2031, 5, last), "days", None, "that night"))
    return tuple(found)


def plain(**other: object) -> tuple[Teller, Teller]:
    """Two reports of one shooting, the second changed."""
    return telling("a"), telling("b", **other)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (*plain(), True),
        (*plain(published=7), True),
        (*plain(kind="killing"), True),
        (*plain(kind="bombing"), True),
        (*plain(day=3), False),
        (*plain(day=9, published=9), False),
        (*plain(place=ORLOW), False),
        (*plain(place=ABROAD), False),
        (*plain(kind="protest"), False),
        (*plain(place=KESTREL), False),
        (*plain(place=None), False),
        (*plain(place=PROVINCE), False),
        (*plain(published=20), False),
        (*plain(published=None), False),
        (telling("a", quote=MARKET), telling("b", quote=MARKET_AGAIN), True),
        (telling("a", quote=MARKET), telling("b", place=None, quote=MARKET_AGAIN), True),
        (telling("a", quote=MARKET), telling("b", day=None, quote=MARKET_AGAIN), True),
        (telling("a", quote=MARKET), telling("b", published=20, quote=MARKET_AGAIN), True),
        (telling("a", quote=MARKET), telling("b", published=None, quote=MARKET_AGAIN), True),
        (telling("a", quote=MARKET), telling("b", place=None, day=None, quote=WEDDING), False),
        (telling("a", quote=MARKET, published=None), telling("b", published=None, quote=WEDDING), False),
        (telling("a", place=None, killed=12), telling("b", place=None, killed=12), True),
        (telling("a", place=None, killed=12), telling("b", place=None, killed=40), False),
        (telling("a", who="Tam Orrin"), telling("b", who="Tam Orrin"), True),
        (telling("a", who="Tam Orrin"), telling("b", who="Orrin Tam", published=20), True),
        (telling("a", who="Tam Orrin", published=None), telling("b", who="Lio Brask", published=None), False),
        (telling("a", actor="Reed Column", published=None), telling("b", actor="Blue Van"), False),
        (telling("a", killed=2, published=None), telling("b", killed=40, published=None), False),
    ],
)
def test_same_or_not(a: Teller, b: Teller, same: bool) -> None:
    found = compared(a, b)
    assert found.same == same, found
    assert compared(b, a).score == found.score


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        (*plain(day=3), "their times are more than a day apart"),
        (*plain(day=5), None),
        (*plain(place=ORLOW), "their places are more than 60 km apart"),
        (*plain(place=KESTREL), None),
        (*plain(place=ABROAD), "they are in different countries"),
        (*plain(kind="protest"), "they are of different kinds"),
        (*plain(kind="killing"), None),
        (telling("a", kind="bombing"), telling("b", kind="protest"), "they are of different kinds"),
        (telling("a", who="Tam Orrin"), telling("b", who="Tam Orrin", day=3), None),
        (
            telling("a", who="Orrin"),
            telling("b", who="Orrin", day=3),
            "their times are more than a day apart",
        ),
        (
            telling("a", quote=MARKET),
            telling("b", day=3, quote=WEDDING),
            "their times are more than a day apart",
        ),
    ],
)
def test_forbidden(a: Teller, b: Teller, rule: str | None) -> None:
    found = compared(a, b)
    assert (found.forbidden or found.doubt) == rule


@pytest.mark.parametrize(
    ("a", "b", "feature", "sign"),
    [
        (telling("a", quote=MARKET), telling("b", quote=MARKET_AGAIN), "words", 1),
        (telling("a", quote=MARKET), telling("b", quote=MARKET_AGAIN), "report words", 1),
        (telling("a", quote=MARKET), telling("b", quote=MARKET_AGAIN), "report names", 1),
        (*plain(), "words", 0),
        (*plain(), "report names", 0),
        (*plain(), "report places", 1),
        (*plain(), "small place", 0),
        (telling("a", place=unlisted("Ghweiran")), telling("b", place=unlisted("Gweiran")), "small place", 1),
        (telling("a", place=unlisted("Ghweiran")), telling("b", place=unlisted("Gweiran")), "other sites", 0),
        (telling("a", place=unlisted("Ghweiran")), telling("b", place=unlisted("Shisha")), "other sites", -1),
        (telling("a", place=unlisted("Ghweiran")), telling("b"), "other sites", 0),
        (*fights(), "same battle", 1),
        (*fights(kind="air strike"), "same battle", 0),
        (*fights(place="Shisha"), "same battle", 0),
        (*fights(day=14, published=14), "same battle", 0),
        (*plain(kind="armed clash"), "same battle", 0),
        (*strikes(None, None), "same strike", 1),
        (*strikes("Ghweiran", "Gweiran"), "same strike", 1),
        (*strikes("Ghweiran", "Shisha"), "same strike", 0),
        (*strikes("Ghweiran", None), "same strike", 1),
        (*at_night((6, 7), (6, 7)), "same strike", 1),
        (*at_night((6, 7), (7, 7)), "same strike", 1),
        (*at_night((6, 7), (8, 8)), "same strike", 0),
        (*at_night((4, 7), (6, 6)), "same strike", 0),
        (*plain(), "same days", 1),
        (*plain(day=5), "same days", 0),
        (*plain(day=5), "next day", 1),
        (*plain(day=3), "other days", -1),
        (*plain(day=None), "same days", 0),
        (*plain(), "same place", 1),
        (*at_hours("5 am", "about 05:00 a.m."), "same hour", 1),
        (*at_hours("9:40 p.m.", "21:40"), "same hour", 1),
        (*at_hours("5 am", "5 pm"), "same hour", 0),
        (*at_hours("before dawn", "before dawn"), "same hour", 0),
        (*at_hours("25:10", "25:10"), "same hour", 0),
        (*plain(place=PROVINCE), "near", -1),
        (*plain(place=ORLOW), "far", -1),
        (*plain(), "same type", 1),
        (telling("a", kind="killing"), telling("b", kind="killing"), "same type", 0),
        (telling("a", target="Mill Guard"), telling("b", target="Mill Guard"), "same victim", 1),
        (telling("a", target="Mill Guard"), telling("b", target="Sea Watch"), "other victims", -1),
        (telling("a", killed=3), telling("b", killed=3), "small count", 1),
        (telling("a", killed=30), telling("b", killed=30), "large count", 1),
        (telling("a", killed=1), telling("b", killed=1), "small count", 0),
        (*plain(), "published together", 1),
        (*plain(published=20), "published together", 0),
        (*plain(published=None), "published together", 0),
    ],
)
def test_features(a: Teller, b: Teller, feature: str, sign: int) -> None:
    weight = next((r.weight for r in compared(a, b).reasons if r.feature == feature), 0.0)
    assert (weight > 0) - (weight < 0) == sign


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        (replace(BRINDLE, name="Kobani"), replace(BRINDLE, name="Kobanê"), True),
        (BRINDLE, replace(BRINDLE, geonameid=99), False),
        (unlisted("Ghweiran"), unlisted("Gweiran"), True),
        (unlisted("Ghuwayran prison"), unlisted("Ghwayran"), True),
        (unlisted("Ghweiran"), unlisted("Shisha"), False),
        (unlisted("Shisha"), unlisted("Sheshi"), True),
        (unlisted("Shisha"), unlisted("Shash"), False),
        (unlisted("Shisha"), unlisted("Shita"), False),
    ],
)
def test_a_place_is_one_however_it_is_spelled(a: Place, b: Place, one: bool) -> None:
    assert (site_of(a) == site_of(b)) == one


@pytest.mark.parametrize(("kind", "apart"), [("armed clash", False), ("air strike", True)])
def test_days_of_a_battle_are_of_one_occurrence(kind: str, apart: bool) -> None:
    """Two strikes on a prison in one week are two; fighting for it may go on."""
    a, b = (
        telling(key, kind=kind, place=unlisted("Shisha"), day=day, published=day + 1)
        for key, day in (("a", 3), ("b", 6))
    )
    assert bool(compared(a, b).forbidden or compared(a, b).doubt) == apart


def test_a_small_place_that_both_tell_of_is_in_common() -> None:
    war = {"kind": "air strike", "day": None, "published": None}
    for place, doubt in ((unlisted("Shisha"), None), (BRINDLE, "they are attacks of a war")):
        found = compared(telling("a", place=place, **war), telling("b", place=place, **war))  # type: ignore[arg-type]
        assert (found.doubt or "").startswith(doubt or "")
        assert bool(found.doubt) == bool(doubt)


@pytest.mark.parametrize(
    ("hit", "named"), [("Shalmar clinic", True), ("Shalmar square", True), (None, False)]
)
def test_a_house_of_care_is_a_place_in_common_only_where_it_was_hit(hit: str | None, named: bool) -> None:
    """Both reports name the clinic: two strikes may have filled it."""
    clinic = unlisted("Shalmar clinic") if hit != "Shalmar square" else unlisted(hit)
    found = []
    for key in "ab":
        teller = telling(key, kind="air strike")
        if hit:
            teller.at(clinic)
        told = reading(teller)
        found.append(replace(told, mentions=(Mention("place", Span(0, 1), clinic),)))
    one, two = gather(found, CODEBOOK)
    assert bool(one.telling.places & two.telling.places - {site_of(BRINDLE)}) == named


@pytest.mark.parametrize(
    ("other", "km", "radius", "one"),
    [
        ("a quarter", 2.0, 1.0, True),
        ("a large quarter", 8.0, 4.5, True),
        ("the next town", 9.0, 10.0, False),
        ("a smaller town", 9.0, 6.0, False),
        ("a village", 14.0, 1.0, False),
    ],
)
def test_a_strike_on_a_town_may_be_told_of_a_part_of_it(
    other: str, km: float, radius: float, one: bool
) -> None:
    """Not so of the next town, though both reach as far as each other."""
    town = replace(BRINDLE, radius_km=10.0)
    there = Place(other, 40.0 + km / 111.2, 20.0, 77, "XA", None, "exact", radius, other)
    pair = [telling("a", kind="air strike", place=town), telling("b", kind="air strike", place=there)]
    for teller in pair:
        teller.count("killed", 9, 9)
    assert any(reason.feature == "same strike" for reason in compared(*pair).reasons) == one


def test_areas_beside_a_town_and_houses_of_care_that_only_had_patients_are_no_sites() -> None:
    """A strike on Brindle, beside a valley told as a province and a clinic in which the dead were counted."""
    strike = telling("a", kind="air strike", killed=12)
    strike.at(replace(unlisted("Long Vale"), precision="province")).at(unlisted("Shalmar clinic"))
    one, two = views(strike, telling("b", kind="air strike", place=unlisted("Long Vale"), killed=12))
    assert site_of(BRINDLE) in one.sites
    assert site_of(unlisted("Long Vale")) not in one.sites
    assert site_of(unlisted("Shalmar clinic")) in one.sites, "the strike itself is told of it"
    assert site_of(unlisted("Long Vale")) in two.sites, "no town is told"


@pytest.mark.parametrize(("dead", "there"), [(12, True), (2, False)])
def test_a_quarter_is_of_the_towns_that_a_report_of_many_dead_names(dead: int, there: bool) -> None:
    told = reading(telling("a", kind="air strike", place=unlisted("Shisha"), killed=dead))
    (view,) = gather([replace(told, mentions=(Mention("place", Span(0, 1), BRINDLE),))], CODEBOOK)
    assert site_of(unlisted("Shisha")) in view.sites
    assert (site_of(BRINDLE) in view.sites) == there


@pytest.mark.parametrize(
    ("days", "published", "sure"),
    [
        ((6, 6), (None, None), SURE),
        ((6, None), (None, None), SURE_UNDATED),
        ((None, None), (None, None), SURE_UNDATED),
        ((None, None), (6, None), SURE),
    ],
)
def test_what_is_in_doubt_and_undated_must_be_more_alike(
    days: tuple[int | None, ...], published: tuple[int | None, ...], sure: float
) -> None:
    pair = [telling(k, day=d, published=p) for k, d, p in zip("ab", days, published, strict=True)]
    assert compared(*pair).sure == sure
    assert Comparison(sure - 0.1, (), None, "a doubt", sure).same is False
    assert Comparison(sure, (), None, "a doubt", sure).same is True


def test_a_shared_state_as_target_identifies_nothing() -> None:
    state = Entity("Arland", "state", "XA", None, "Arland")
    (view,) = views(telling("a").say("target", state))
    assert view.victims == frozenset()


@pytest.mark.parametrize(
    ("first", "last", "kept"),
    [
        (date(2031, 5, 6), date(2031, 5, 6), True),
        (date(2031, 5, 1), date(2031, 5, 31), True),
        (date(2031, 1, 1), date(2031, 12, 31), False),
        (date(2031, 5, 20), date(2031, 5, 20), False),
    ],
)
def test_a_time_too_long_or_after_the_report_is_not_compared(first: date, last: date, kept: bool) -> None:
    teller = telling("a", day=None).say("when", When(first, last, "day", None, "then"))
    (view,) = views(teller)
    assert (view.when is not None) == kept


@pytest.mark.parametrize(
    ("a", "b", "shared"),
    [
        ({"tam orrin"}, {"tam orrin"}, "tam orrin"),
        ({"tam orrin"}, {"orrin tam"}, "tam orrin"),
        ({"tam j. orrin"}, {"tam orrin"}, "tam j. orrin"),
        ({"tam orrin"}, {"tam brask"}, None),
        ({"orrin"}, {"orrin"}, None),
        (set(), {"tam orrin"}, None),
    ],
)
def test_shared_person(a: set[str], b: set[str], shared: str | None) -> None:
    assert shared_person(frozenset(a), frozenset(b)) == shared


@pytest.mark.parametrize(("dead", "strikes"), [(12, True), (3, False)])
def test_many_dead_of_one_day_and_town_are_of_one_strike_whatever_it_is_called(
    dead: int, strikes: bool
) -> None:
    found = compared(telling("a", killed=dead), telling("b", kind="massacre", killed=dead + 1))
    assert any(r.feature == "same strike" for r in found.reasons) == strikes


def test_a_place_told_by_its_first_word_alone_is_named() -> None:
    long, short = unlisted("Sarvel Memorial Hospital"), unlisted("Sarvel hospital")
    found = compared(telling("a", place=long), telling("b", place=short))
    assert "both tell of Sarvel Memorial Hospital" in {each.text for each in found.reasons}


def test_towns_of_one_name_in_two_countries_are_two() -> None:
    one, other = (telling(key, kind="air strike", place=p) for key, p in (("a", BRINDLE), ("b", NAMESAKE)))
    assert compared(one, other).doubt == "they are in different countries"


def test_what_is_struck_tells_the_country_where_no_place_does() -> None:
    marland, vale = (Entity(n, "state", c, None, n) for n, c in (("Marland", "XA"), ("Vale", "XB")))
    one = telling("a", kind="missile strike", place=None).say("target", marland)
    other = telling("b", kind="missile strike", place=None).say("target", vale)
    assert [set(view.countries) for view in views(one, other)] == [{"XA"}, {"XB"}]
    assert compared(one, other).doubt == "they are in different countries"
    (placed,) = views(telling("c", kind="missile strike").say("target", vale))
    assert placed.countries == {"XA"}
