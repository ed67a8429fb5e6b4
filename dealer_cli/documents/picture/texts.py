"""All that a picture says, whatever it says it of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def texts_of(picture: Mapping[str, Any]) -> list[str]:
    """Every text of a picture, in its order; one look at all of them together costs a fifth of a look at each."""
    texts: list[str] = []
    _collect(picture, texts)
    return texts


def _collect(value: Any, texts: list[str]) -> None:
    for part in value.values() if isinstance(value, dict) else value:
        if isinstance(part, str):
            texts.append(part)
        else:
            _collect(part, texts)
