"""Parsed documents -> named entities: the model's own recogniser, its moves chosen for many tokens at once.

The recogniser goes through a document and gives each token the move of the highest score among those allowed:
outside (O), an entity of its own (U), the first of one (B), inside it (I), its last (L). Outside an entity
the scores rest on the token alone: they are worked out for all tokens together. Within one they rest also on
its first token and the one before: all that are open are followed together, a token a step. What began inside
an entity already read is passed over. The library comes to the same entities, but asks for each of its moves
at each token whether it is allowed, which takes longer than the scores (docs/decisions/0021-names.md)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any, NamedTuple, cast

import numpy as np
import numpy.typing as npt
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc

FEATURES = 3
"""Tokens that a score rests on: the one to move, the first of the open entity, the one before."""
NONE = 0
"""The row of vectors that stands for no token; token ``i`` has row ``i + 1``."""
Numbers = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]


class Named(NamedTuple):
    """A named entity of the tagger: token range, half open, and OntoNotes label."""

    first: int
    end: int
    label: str


class Recogniser:
    """The trained weights of a recogniser of names, and which of its moves may follow which."""

    def __init__(self, trained: EntityRecognizer) -> None:
        model, moves = cast(Any, trained).model, cast(Any, trained).moves
        self._vectors, self._lower, self._upper = map(model.get_ref, ("tok2vec", "lower", "upper"))
        if self._lower.get_dim("nF") != FEATURES or model.attrs["unseen_classes"]:
            raise ValueError("names: the model's recogniser is of a kind that Dateline does not know")
        names = [moves.get_class_name(i) for i in range(moves.n_moves)]
        self._kinds = np.array([name[:1] for name in names])
        self._labels = np.array([name[2:] for name in names])
        self._outside = (self._kinds == "O") | np.isin(self._kinds, ("B", "U")) & (self._labels != "")
        self._same = self._labels[:, None] == self._labels[None, :]

    def read(self, docs: Sequence[Doc]) -> Iterator[tuple[Named, ...]]:
        """The entities of each document, in order; the sentences are those that the documents have."""
        bounds = list(accumulate(map(len, docs), initial=0))
        found = self._read(docs, bounds) if bounds[-1] else []
        for first, end in pairwise(bounds):
            inside = found[bisect_left(found, (first,)) : bisect_left(found, (end,))]
            yield tuple(Named(name.first - first, name.end - first, name.label) for name in inside)

    def _read(self, docs: Sequence[Doc], bounds: list[int]) -> list[Named]:
        """The entities of all documents, by number of the token among all tokens."""
        spaces, starts = np.concatenate([doc.to_array(["IS_SPACE", "SENT_START"]) for doc in docs]).T == 1
        closing = np.append(starts[1:], True)
        closing[[end - 1 for end in bounds if end]] = True
        vectors: Floats = self._lower.predict(self._vectors.predict(docs))
        moves = self._outside_moves(vectors, spaces, closing)
        firsts = np.flatnonzero(self._kinds[moves] != "O")
        lasts = self._lasts(vectors, closing, firsts, moves[firsts])
        found: list[Named] = []
        for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
            if not found or first >= found[-1].end:
                found.append(Named(first, last + 1, str(self._labels[moves[first]])))
        return found

    def _outside_moves(self, vectors: Floats, spaces: Flags, closing: Flags) -> Numbers:
        """The move of each token were no entity open: none is a space or begins at the last of a sentence."""
        tokens = np.full((len(spaces), FEATURES), NONE)
        tokens[:, 0] = np.arange(len(spaces)) + 1
        allowed = np.repeat(self._outside[None], len(spaces), axis=0)
        allowed[np.ix_(closing, self._kinds == "B")] = False
        allowed[np.ix_(spaces, self._kinds != "O")] = False
        return self._best(vectors, tokens, allowed)

    def _lasts(self, vectors: Floats, closing: Flags, firsts: Numbers, moves: Numbers) -> Numbers:
        """The last token of the entity that begins at each of these; none goes on beyond its sentence."""
        lasts = firsts.copy()
        open_ = np.flatnonzero(self._kinds[moves] == "B")
        while len(open_):
            lasts[open_] += 1
            at = lasts[open_]
            allowed = self._same[moves[open_]] & np.isin(self._kinds, ("I", "L"))
            allowed[np.ix_(closing[at], self._kinds == "I")] = False
            tokens = np.stack((at + 1, firsts[open_] + 1, at), axis=1)
            open_ = open_[self._kinds[self._best(vectors, tokens, allowed)] == "I"]
        return lasts

    def _best(self, vectors: Floats, tokens: Numbers, allowed: Flags) -> Numbers:
        """The allowed move of the highest score for each row of tokens."""
        first, *others = (vectors[tokens[:, i], i] for i in range(FEATURES))
        hidden = sum(others, start=first) + self._lower.get_param("b")
        scores: Floats = self._upper.predict(hidden.max(axis=-1))
        best: Numbers = np.where(allowed, scores, -np.inf).argmax(axis=1)
        return best
