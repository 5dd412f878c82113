"""The model's vectors of tokens, their first layers worked out once for each different token of a batch.

Those layers look at a token alone: its form, its ends, its shape, the space after it. What they give is the
same wherever it stands; the layers after them look at its neighbours and are left as they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

import numpy as np
import numpy.typing as npt
from thinc.api import Model, chain, with_array

LAYERS = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
"""What the layers that look at a token alone are called; the third and the fourth work."""


def embed_once(tok2vec: Model[Any, Any]) -> None:
    """Change the first layers of ``tok2vec`` so that equal tokens are worked out together."""
    embed: Any = tok2vec.layers[0]
    if tuple(layer.name.partition("(")[0] for layer in embed.layers) != LAYERS:
        raise ValueError("vectors: the model's first layers are of a kind that Dateline does not know")
    tables, mixing = (layer.layers[0] for layer in embed.layers[2:4])
    embed.layers[2:4] = [with_array(_each_once(chain(tables, mixing)))]


def _each_once(layer: Model[Any, Any]) -> Model[Any, Any]:
    return Model(f"each_once({layer.name})", _predict_each_once, layers=[layer])


def _predict_each_once(
    model: Model[Any, Any], features: npt.NDArray[np.uint64], is_train: bool
) -> tuple[npt.NDArray[np.float32], Callable[..., NoReturn]]:
    rows, places = np.unique(features, axis=0, return_inverse=True)
    vectors: npt.NDArray[np.float32] = model.layers[0].predict(rows)
    return vectors[places], _untrainable


def _untrainable(*_: object) -> NoReturn:
    raise NotImplementedError("vectors: a model read once for each token is not for training")
