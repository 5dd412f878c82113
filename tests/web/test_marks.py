"""The pieces of a text: nothing is lost, and each lies in just the annotations that it is shown in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Span
from dateline.web.pages.marks import Annotation, Kind, pieces

KINDS: tuple[Kind, ...] = ("claim", "statement", "place", "time", "actor")
SPANS = st.tuples(st.integers(0, 38), st.integers(1, 12)).map(lambda told: Span(told[0], told[0] + told[1]))


def shown(text: str, *annotations: Annotation) -> list[tuple[str, tuple[int, ...]]]:
    return [("".join(run.text for run in piece.runs), piece.numbers) for piece in pieces(text, annotations)]


def test_spans_may_be_nested_and_overlap() -> None:
    told = shown(
        "A bomb killed 12 people",
        Annotation(1, "statement", (Span(0, 16),)),
        Annotation(2, "claim", (Span(14, 16),)),
        Annotation(3, "actor", (Span(14, 23),)),
    )
    assert told == [("A bomb killed ", (1,)), ("12", (2, 3, 1)), (" people", (3,))]


def test_positions_are_code_points() -> None:
    text = "\U0001f4a3 \u0645\u0642\u062a\u0644 12 people"
    assert shown(text, Annotation(1, "claim", (Span(7, 9),)))[1] == ("12", (1,))


def test_a_hidden_character_is_shown_by_its_number_where_it_stands() -> None:
    (piece,) = pieces("kil\u200bled", [Annotation(1, "claim", (Span(0, 7),))])
    assert [(run.text, run.hidden) for run in piece.runs] == [
        ("kil", False),
        ("[U+200B]", True),
        ("led", False),
    ]


def test_an_annotation_begins_once_though_it_is_split() -> None:
    made = list(pieces("one two three", [Annotation(1, "statement", (Span(0, 3), Span(8, 13)))]))
    assert [piece.begins for piece in made] == [(1,), (), ()]
    assert [piece.numbers for piece in made] == [(1,), (), (1,)]


@given(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=40),
    st.lists(st.tuples(st.sampled_from(KINDS), st.lists(SPANS, min_size=1, max_size=3))),
)
def test_every_character_is_in_just_its_annotations(text: str, told: list[tuple[Kind, list[Span]]]) -> None:
    annotations = [Annotation(n, kind, tuple(spans)) for n, (kind, spans) in enumerate(told, 1)]
    at = 0
    for piece in pieces(text, annotations):
        for run in piece.runs:
            size = 1 if run.hidden else len(run.text)
            for here in range(at, at + size):
                inside = {a.number for a in annotations if any(s.start <= here < s.end for s in a.spans)}
                assert set(piece.numbers) == inside
            assert run.hidden or text[at : at + size] == run.text
            at += size
    assert at == len(text)
