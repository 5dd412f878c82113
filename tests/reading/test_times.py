"""Times in invented reports; the publication is Wednesday 14 March 2018 unless a case says otherwise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dateline.codebook import Codebook, load_codebook
from dateline.model import TimeMention
from dateline.reading.parse import Parser
from dateline.reading.times.reader import read_times

PUBLISHED = date(2018, 3, 14)

Read = Callable[[str, date | None], tuple[TimeMention, ...]]


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


@pytest.fixture(scope="module")
def read(parser: Parser, codebook: Codebook) -> Read:
    def run(text: str, published: date | None) -> tuple[TimeMention, ...]:
        return read_times(next(iter(parser.parse([text]))), published, codebook)

    return run


def shown(mentions: tuple[TimeMention, ...]) -> list[str]:
    """Each mention as "words: first day..last day"."""
    lines = []
    for mention in mentions:
        when = mention.value
        days = str(when.start) if when.start == when.end else f"{when.start}..{when.end}"
        lines.append(f"{when.text}: {days}")
    return lines


WEEKDAYS = [
    ("On Thursday night, the army claims to have killed nine.", "Thursday night: 2018-03-08"),
    ("On Friday the army will say more.", "Friday: 2018-03-16"),
    ("A guard was killed Wednesday in Norham.", "Wednesday: 2018-03-14"),
    ("A guard was killed Friday in Norham.", "Friday: 2018-03-09"),
    ("Envoys will meet Friday in Norham.", "Friday: 2018-03-16"),
    ("The envoys are scheduled to meet Friday in Norham.", "Friday: 2018-03-16"),
    ("The vote was postponed until Monday.", "Monday: 2018-03-19"),
    ("The envoys meet Thursday in Norham.", "Thursday: 2018-03-15"),
    ("The minister spoke after Friday's attack.", "Friday: 2018-03-09"),
    ("The shells could have been fired on Sunday.", "Sunday: 2018-03-11"),
    ("A convoy was hit last Friday.", "last Friday: 2018-03-09"),
    ("Talks resume next Monday.", "next Monday: 2018-03-19"),
    ("The court sits on Monday of next week.", "Monday of next week: 2018-03-19"),
]

DEICTIC = [
    ("A mine exploded yesterday.", "yesterday: 2018-03-13"),
    ("Rebels fired rockets today.", "today: 2018-03-14"),
    ("The funeral is tomorrow.", "tomorrow: 2018-03-15"),
    ("Shells fell last night.", "last night: 2018-03-13"),
    ("Shells fell this morning.", "this morning: 2018-03-14"),
    ("Five people were killed overnight.", "overnight: 2018-03-13..2018-03-14"),
    ("Clashes broke out last week.", "last week: 2018-03-05..2018-03-11"),
    ("Two bridges were blown up over the weekend.", "the weekend: 2018-03-10..2018-03-11"),
    ("Elections will be held this weekend.", "this weekend: 2018-03-17..2018-03-18"),
    ("Clashes broke out last month.", "last month: 2018-02-01..2018-02-28"),
    ("Clashes broke out earlier this month.", "earlier this month: 2018-03-01..2018-03-14"),
    ("The force leaves later this year.", "later this year: 2018-03-14..2018-12-31"),
    ("Clashes broke out late last year.", "late last year: 2017-09-01..2017-12-31"),
    ("Three days ago a patrol was ambushed.", "Three days ago: 2018-03-11"),
    ("About two weeks ago a patrol was ambushed.", "About two weeks ago: 2018-02-26..2018-03-04"),
    ("A year ago the town fell.", "A year ago: 2017-01-01..2017-12-31"),
    ("Twenty-one days ago the town fell.", "Twenty-one days ago: 2018-02-21"),
    ("Forty rockets landed in the past two days.", "the past two days: 2018-03-12..2018-03-14"),
    ("Forty rockets landed in the last 48 hours.", "the last 48 hours: 2018-03-12..2018-03-14"),
    ("The base was shelled last November.", "last November: 2017-11-01..2017-11-30"),
    ("The base was shelled last summer.", "last summer: 2017-06-01..2017-08-31"),
]

MONTHS = [
    ("The general was killed in October.", "October: 2017-10-01..2017-10-31"),
    ("The general was killed in February.", "February: 2018-02-01..2018-02-28"),
    ("The force will withdraw in June.", "June: 2018-06-01..2018-06-30"),
    ("A raid hit the port in late December.", "late December: 2017-12-21..2017-12-31"),
    ("A raid hit the port in early January.", "early January: 2018-01-01..2018-01-10"),
    ("A raid hit the port in mid-January.", "mid-January: 2018-01-11..2018-01-20"),
    ("A raid hit the port at the end of January.", "the end of January: 2018-01-21..2018-01-31"),
    ("The port was shelled on 3 November.", "3 November: 2017-11-03"),
    ("The port was shelled on Nov. 3.", "Nov. 3: 2017-11-03"),
    ("The port was shelled on the 8th.", "the 8th: 2018-03-08"),
    (
        "A raid hit the port in the first week of January.",
        "the first week of January: 2018-01-01..2018-01-07",
    ),
    ("A raid hit the port in the last week of January.", "the last week of January: 2018-01-25..2018-01-31"),
    ("The minister resigned on Christmas Eve.", "Christmas Eve: 2017-12-24"),
]

ABSOLUTE = [
    ("The port was shelled on 3 November 2015.", "3 November 2015: 2015-11-03"),
    ("The port was shelled on November 3, 2015.", "November 3, 2015: 2015-11-03"),
    ("The port was shelled on Tuesday, November 3, 2015.", "Tuesday, November 3, 2015: 2015-11-03"),
    ("On 7th November, 2015, the port was shelled.", "7th November, 2015: 2015-11-07"),
    ("The port was shelled on the 7th of November 2015.", "the 7th of November 2015: 2015-11-07"),
    ("Norham, 3 Jan 90 -- Guerrillas attacked a mast.", "3 Jan 90: 1990-01-03"),
    ("Entry of 2015-11-03: the port was shelled.", "2015-11-03: 2015-11-03"),
    ("The port was shelled in November 2015.", "November 2015: 2015-11-01..2015-11-30"),
    ("The port was shelled in the summer of 2006.", "the summer of 2006: 2006-06-01..2006-08-31"),
    ("The port was shelled in 1989.", "1989: 1989-01-01..1989-12-31"),
    ("The port has been closed since 2014.", "2014: 2014-01-01..2014-12-31"),
    ("The port was closed in the 1980s.", "the 1980s: 1980-01-01..1989-12-31"),
    ("The port was closed in the late 1980s.", "the late 1980s: 1986-09-01..1989-12-31"),
    ("The port was closed by the end of 2015.", "the end of 2015: 2015-09-01..2015-12-31"),
    ("Fighting went on between 8 and 10 January 2015.", "8 and 10 January 2015: 2015-01-08..2015-01-10"),
    ("Fighting went on on 8-10 January 2015.", "8-10 January 2015: 2015-01-08..2015-01-10"),
    ("Fighting went on from April to June 2015.", "April to June 2015: 2015-04-01..2015-06-30"),
    ("Fighting went on from 2011 to 2013.", "2011 to 2013: 2011-01-01..2013-12-31"),
]

RANGES = [
    ("Shells fell from Friday to Monday.", "Friday to Monday: 2018-03-09..2018-03-12"),
    ("Shells fell late Friday into Saturday.", "late Friday into Saturday: 2018-03-09..2018-03-10"),
    ("Shells fell between March 3 and March 5.", "March 3 and March 5: 2018-03-03..2018-03-05"),
]


@pytest.mark.parametrize(("text", "time"), [*WEEKDAYS, *DEICTIC, *MONTHS, *ABSOLUTE, *RANGES])
def test_one_time(read: Read, text: str, time: str) -> None:
    assert shown(read(text, PUBLISHED)) == [time]


@pytest.mark.parametrize(("text", "time"), ABSOLUTE)
def test_absolute_times_need_no_publication(read: Read, text: str, time: str) -> None:
    assert shown(read(text, None)) == [time]


@pytest.mark.parametrize(("text", "_"), [*WEEKDAYS, *DEICTIC])
def test_relative_times_stay_unresolved_without_publication(read: Read, text: str, _: str) -> None:
    mentions = read(text, None)
    assert len(mentions) == 1
    assert not mentions[0].value.resolved


@pytest.mark.parametrize(
    ("text", "clock", "start"),
    [
        ("A bomb exploded at 3:13 p.m. Sunday.", "3:13 p.m.", "2018-03-11"),
        ("A bomb exploded Sunday at about 3 p.m. near the port.", "about 3 p.m.", "2018-03-11"),
        ("At dawn on 21 October 2015 a house was hit.", "dawn", "2015-10-21"),
        (
            "More than an hour before dawn on Monday rockets fell.",
            "More than an hour before dawn",
            "2018-03-12",
        ),
        ("They spoke in a call early Monday.", "early", "2018-03-12"),
        ("The house was hit Monday night.", "night", "2018-03-12"),
        ("On the night of 13 February a ship sank.", "the night", "2018-02-13"),
        (
            "The house was hit around 19:00 in the evening of Sunday, 4 March 2018.",
            "around 19:00",
            "2018-03-04",
        ),
        ("The house was hit at 0630 (0430 GMT) today.", "0630 (0430 GMT)", "2018-03-14"),
        ("The house was hit late Saturday morning.", "late morning", "2018-03-10"),
    ],
)
def test_time_of_day(read: Read, text: str, clock: str, start: str) -> None:
    (mention,) = read(text, PUBLISHED)
    assert (mention.value.clock, str(mention.value.start)) == (clock, start)


def test_a_bare_time_of_day_is_of_the_day_just_told(read: Read) -> None:
    told, clock = read("A bomb exploded Sunday. It went off at 9:40 p.m. near a bank.", PUBLISHED)
    assert told.value.start == clock.value.start == date(2018, 3, 11)
    assert clock.value.clock == "9:40 p.m."


@pytest.mark.parametrize(
    ("opening", "start"),
    [
        ("Two bombs fell today.", PUBLISHED),
        ("Two bombs fell on Sunday.", None),
        ("Two bombs fell today. A school was hit on Sunday.", None),
    ],
)
def test_a_clock_far_on_is_of_today_where_no_other_day_is_told(
    read: Read, opening: str, start: date | None
) -> None:
    text = f"{opening} The mayor spoke. Nobody slept. It rained. At 19:10 a second strike hit a bridge."
    assert read(text, PUBLISHED)[-1].value.start == start
    (alone,) = read("The bomb went off at 9:40 p.m. near a bank.", PUBLISHED)
    assert alone.value.start is None


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (
            "Troops took Norham on 5 May 2015. Two days later they took Selby.",
            ["5 May 2015: 2015-05-05", "Two days later: 2015-05-07"],
        ),
        (
            "Troops took Norham on 5 May 2015. The next day they took Selby.",
            ["5 May 2015: 2015-05-05", "The next day: 2015-05-06"],
        ),
        (
            "Troops took Norham on 5 May 2015 and took Selby the same day.",
            ["5 May 2015: 2015-05-05", "the same day: 2015-05-05"],
        ),
        (
            "Troops took Norham in May 2015. That year they took Selby.",
            ["May 2015: 2015-05-01..2015-05-31", "That year: 2015-01-01..2015-12-31"],
        ),
        (
            "Troops took Norham in May 2015. Three months later they took Selby.",
            ["May 2015: 2015-05-01..2015-05-31", "Three months later: 2015-08-01..2015-08-31"],
        ),
        (
            "Troops took Norham in May 2015. Two days later they took Selby.",
            ["May 2015: 2015-05-01..2015-05-31", "Two days later: None"],
        ),
        (
            "Troops took Norham on Friday, officers said Tuesday. Two days later they took Selby.",
            ["Friday: 2018-03-09", "Tuesday: 2018-03-13", "Two days later: 2018-03-11"],
        ),
        (
            "Troops took Norham in July and August 2015.",
            ["July: 2015-07-01..2015-07-31", "August 2015: 2015-08-01..2015-08-31"],
        ),
    ],
)
def test_times_that_count_from_others(read: Read, text: str, times: list[str]) -> None:
    assert shown(read(text, PUBLISHED)) == times


def test_a_time_of_day_does_not_join_a_year(read: Read) -> None:
    assert shown(read("He was born in 1960 at dawn.", PUBLISHED))[0] == "1960: 1960-01-01..1960-12-31"


def test_a_history_carries_its_own_years(read: Read) -> None:
    text = (
        "In 1944 the army crossed the river. On March 3 it took Norham. In April 1945 it took Selby. "
        "On 9 December 1945 a treaty was signed. In January the last troops left. "
        "In 1951 the bridge was rebuilt."
    )
    times = shown(read(text, PUBLISHED))
    assert "March 3: 1944-03-03" in times
    assert "January: 1946-01-01..1946-01-31" in times
    assert shown(read(text, None)) == times


def test_without_publication_the_first_full_date_gives_the_year(read: Read) -> None:
    text = "On 25 October 2015 a house was hit. A list was released on 4 July 2017. On November 2 a man died."
    assert shown(read(text, None))[-1] == "November 2: 2015-11-02"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Born 25/03/1980, he died on 12/03/2015.", ["25/03/1980: 1980-03-25", "12/03/2015: 2015-03-12"]),
        ("Born 03/25/1980, he died on 12/03/2015.", ["03/25/1980: 1980-03-25", "12/03/2015: 2015-12-03"]),
        ("He died on 12/03/2015.", ["12/03/2015: None"]),
    ],
)
def test_numeric_dates_need_a_witness(read: Read, text: str, times: list[str]) -> None:
    assert shown(read(text, PUBLISHED)) == times


@pytest.mark.parametrize(
    "text",
    [
        "The 27-year-old guard was shot.",
        "The war lasted for decades.",
        "Rebels may attack the port.",
        "About 1,800 people fled and 2000 houses burned.",
        "Police went to the 1800 block of Elm Street.",
        "The protesters march to the port.",
        "April Jones, a nurse, was shot.",
        "The march began at the port in Spring, a suburb.",
        "The troops had to last 10 hours.",
        "The fall of the city shocked the army.",
        "He lost 3.5 million in a second deal.",
        "Nine men in their 30s were held.",
        "A shop in Del Mar was robbed.",
    ],
)
def test_words_that_are_no_time(read: Read, text: str) -> None:
    assert read(text, PUBLISHED) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell a few days ago.",
        "Two days after the ambush the town fell.",
        "The town is now quiet.",
        "The city fell in 202 BC to the king.",
    ],
)
def test_times_that_tell_no_day_keep_their_words(read: Read, text: str) -> None:
    (mention,) = read(text, PUBLISHED)
    assert not mention.value.resolved
    assert mention.value.text in text


def test_that_as_a_conjunction_is_no_part_of_a_time(read: Read) -> None:
    (mention,) = read("The army said that last week it lost a post.", PUBLISHED)
    assert shown((mention,)) == ["last week: 2018-03-05..2018-03-11"]


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("on 5 May 2015", "day"),
        ("between 5 and 7 May 2015", "days"),
        ("last week", "week"),
        ("in late May 2015", "month part"),
        ("in May 2015", "month"),
        ("in the spring of 2015", "season"),
        ("in 2015", "year"),
        ("in the 1990s", "decade"),
    ],
)
def test_precision(read: Read, text: str, precision: str) -> None:
    (mention,) = read(f"A bridge was blown up {text}.", PUBLISHED)
    assert mention.value.precision == precision


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "9999 years later",
        "On 31 February 2015.",
        "In 29 February",
        "99999999999999999999 days ago",
        "400000 weeks ago and 9000 years later",
        "'",
        "2015-13-45",
        "Dec 31 9999",
        "from to until",
        "0000 BC",
    ],
)
@pytest.mark.parametrize("published", [None, date(1, 1, 1), date(9999, 12, 31), PUBLISHED])
def test_odd_texts_and_publications_break_nothing(read: Read, text: str, published: date | None) -> None:
    for mention in read(text, published):
        assert mention.span.of(text) == mention.value.text
