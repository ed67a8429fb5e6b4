"""What is an approval: by the function that a duty serves, and by how a sentence begins."""

from __future__ import annotations

import re

from dealer_cli.model.role import Part
from dealer_cli.model.words import Text

FUNCTIONS = ("payment-approval", "discount-approval", "used-car-price-approval")
"""The functions whose duties are approvals."""

DOES: tuple[Part, ...] = ("accountable", "responsible")
"""The parts of those who do the work."""

_DECIDES = re.compile(r"(?:在[^，。；]*内)?(?:单独|最终)?(?:审批|批准|核准|审定)|(?:approves|grants|authorizes|signs off)\b", re.IGNORECASE)
"""How a sentence begins that lets its role approve; another one only mentions the matter."""

_REVIEWS = re.compile(r"(?:审核|复核|核对|初审)|(?:reviews|checks|examines)\b", re.IGNORECASE)
"""How a duty begins that prepares a decision."""


_OBJECT = re.compile(r"(?:(?:限额|授权|权限)(?:以内|内|范围内)?的)?([^，。；（]+)")
"""What a sentence that decides is about, behind its verb and its limit."""


def decides(text: Text) -> bool:
    """Whether a sentence lets its role approve."""
    return any(_DECIDES.match(said) for said in (text.zh, text.en) if said)


def same_matter(authority: Text, duty: Text) -> bool:
    """Whether a duty approves what the sentence of an authority is about; told from the Chinese, so that every language lists the same."""
    verb = _DECIDES.match(authority.zh or "")
    about = _OBJECT.match(authority.zh or "", verb.end()) if verb else None
    return about is not None and about[1].strip() in (duty.zh or "")


def reviews(text: Text) -> bool:
    """Whether a duty only prepares a decision."""
    return any(_REVIEWS.match(said) for said in (text.zh, text.en) if said)
