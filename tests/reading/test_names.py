"""Names read by our own decoding and by the library's, over invented texts: the same, text by text."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer

from benchmarks.invented import conflict
from dateline.reading.names import Named, Recogniser
from dateline.reading.parse import MODEL, Parser

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(MODEL)


def both(nlp: Language, texts: list[str]) -> tuple[list[tuple[Named, ...]], list[tuple[Named, ...]]]:
    """Ours and the library's, of the same parsed documents."""
    docs = list(nlp.pipe(texts, disable=["ner"]))
    recogniser = cast(EntityRecognizer, nlp.get_pipe("ner"))
    ours = list(Recogniser(recogniser).read(docs))
    list(recogniser.pipe(docs))
    return ours, [tuple(Named(e.start, e.end, e.label_) for e in doc.ents) for doc in docs]


def test_every_invented_report_has_the_names_that_the_library_reads(nlp: Language) -> None:
    ours, theirs = both(nlp, list(conflict(12)))
    assert ours == theirs
    assert {name.label for names in ours for name in names} > {"GPE", "PERSON", "ORG", "DATE", "CARDINAL"}
    assert max(name.end - name.first for names in ours for name in names) > 3


def test_every_example_has_the_names_that_the_library_reads(nlp: Language) -> None:
    texts = [path.read_text() for path in sorted(EXAMPLES.rglob("*.txt"))]
    ours, theirs = both(nlp, texts)
    assert ours == theirs
    assert any(ours)


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["\n \n"],
        ["Lund"],
        ["", "Jakob Lund", "", "Lund", "Jakob", "Jakob\nLund", "\nJakob Lund\n", ""],
        ["Jakob Lund of Hillton, Mona Berg and the Harbour Post said so on Tuesday. " * 40, "Jakob Lund"],
        ["the National Union of Workers of the Port of\n\nHillton", "in the early hours of the 3"],
    ],
)
def test_short_empty_and_uneven_texts_have_the_names_that_the_library_reads(
    nlp: Language, texts: list[str]
) -> None:
    ours, theirs = both(nlp, texts)
    assert ours == theirs


def test_no_name_goes_on_into_another_sentence(nlp: Language) -> None:
    (doc,) = nlp.pipe(["Jakob Lund Berg left."], disable=["ner"])
    recogniser = Recogniser(cast(EntityRecognizer, nlp.get_pipe("ner")))
    (whole,) = recogniser.read([doc])
    doc = nlp.make_doc("Jakob Lund Berg left.")
    doc[2].is_sent_start = True
    (cut,) = recogniser.read([doc])
    assert whole[0].end == 3
    assert cut[0].end == 2


def test_names_count_no_white_space_among_the_tokens(parser: Parser) -> None:
    (parse,) = parser.parse(["\n\n  \nJakob Lund left."])
    assert parse.entities == (Named(0, 2, "PERSON"),)
    assert [token.ent for token in parse.tokens] == ["PERSON", "PERSON", "", ""]


def test_a_recogniser_of_another_kind_is_refused(nlp: Language) -> None:
    with pytest.raises(ValueError, match="a kind that Dateline does not know"):
        Recogniser(cast(EntityRecognizer, nlp.get_pipe("parser")))
