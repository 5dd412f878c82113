"""Vectors worked out once for each different token, beside those of the library: the same to the last bit."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import spacy
from thinc.api import Model

from benchmarks.invented import conflict
from dateline.reading.parse import MODEL
from dateline.reading.vectors import embed_once


@pytest.mark.parametrize("texts", [list(conflict(8)), ["", "Lund", "\n\n", "Lund. Lund!"], [""]])
def test_each_token_has_the_vector_that_the_library_gives(texts: list[str]) -> None:
    nlp = spacy.load(MODEL)
    docs = [nlp.make_doc(text) for text in texts]
    model: Any = nlp.get_pipe("tok2vec")
    before = model.model.predict(docs)
    embed_once(model.model)
    after = model.model.predict(docs)
    assert [each.tobytes() for each in before] == [each.tobytes() for each in after]


def test_equal_tokens_are_worked_out_once() -> None:
    nlp = spacy.load(MODEL)
    model: Any = nlp.get_pipe("tok2vec")
    embed_once(model.model)
    asked: list[int] = []
    together = model.model.layers[0].layers[2].layers[0]
    inner = together.layers[0]

    def counted(_: Model[Any, Any], rows: npt.NDArray[np.uint64], is_train: bool) -> tuple[object, object]:
        asked.append(len(rows))
        return inner(rows, is_train)  # type: ignore[no-any-return]

    together.layers[0] = Model("counted", counted)
    model.model.predict([nlp.make_doc("Lund left and Lund left .")])
    assert asked == [len({"Lund ", "left ", "and ", "."})]


def test_first_layers_of_another_kind_are_refused() -> None:
    model: Any = spacy.load(MODEL).get_pipe("ner")
    with pytest.raises(ValueError, match="of a kind that Dateline does not know"):
        embed_once(model.model)
