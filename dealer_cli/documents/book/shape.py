"""What the templates of a book see, field by field."""

from __future__ import annotations

from collections.abc import Mapping

from dealer_cli.documents.house.look import SHAPE as HOUSE
from dealer_cli.documents.picture.labels import NAMES
from dealer_cli.documents.picture.shapes import DOCUMENT, POSITION, SAID, Shape

LABELS = {
    "title": "layout.title-book",
    "contents": "layout.book-contents",
    "chart": "layout.book-chart",
    "departments": "layout.book-departments",
    "positions": "layout.book-positions",
    "policies": "layout.book-policies",
    "heads": "layout.book-heads",
    "posts": "layout.book-posts",
    "people": "layout.book-people",
    "kind": "labels.kind",
    "owner": "labels.owner",
    "rules": "labels.rules",
    "steps": "labels.steps",
    "rule": "layout.book-rule",
    "applies_to": "layout.book-applies-to",
    "step_text": "layout.book-step",
    "actor": "layout.book-actor",
    "deadline": "layout.book-deadline",
    "goes_on": "layout.book-goes-on",
}
"""Words of a book beside those of a job description."""

SAID_ONCE = (
    "document",
    "house",
    "labels",
    "control",
    "distribution",
    "person",
    "term",
    "opening",
    "closing",
    "commitments",
    "issuer",
    "signatures",
)
"""Sections of a position's picture that a book says once, or not at all."""

_MARK = "`*` where no source states it, else empty"

BOOK: Mapping[str, Shape] = {
    "document": DOCUMENT,
    "house": HOUSE,
    "book": {"store": "the store", "posts": "how many positions it has", "people": "how many people"},
    "control": POSITION["control"],
    "distribution": POSITION["distribution"],
    "chart": {
        "turned": "yes where the chart's paper lies on its side, else empty",
        "drawn": "yes where the chart is drawn, else empty",
        "images": ["in HTML and PDF: the chart's pages as data URIs; empty in Word"],
    },
    "tree": [
        {"indent": "blanks: one for every superior above", "title": "the position", "number": "its number", "headcount": "how many people"}
    ],
    "departments": [
        {
            "title": "the department",
            "heads": ["its heads"],
            "posts": "how many positions",
            "people": "how many people",
            "list": [{"number": "the post number", "title": "the position", "superior": "its superior", "headcount": "how many people"}],
        }
    ],
    "positions": [{name: part for name, part in POSITION.items() if name not in SAID_ONCE}],
    "policies": [
        {
            "title": "the policy",
            "kind": "policy, workflow, standard, plan",
            "owner": "who keeps it, with the mark where no source states it",
            "purpose": SAID,
            "rules": [
                {
                    "no": "1, 2, 3 …",
                    "text": "the rule",
                    "mark": _MARK,
                    "party": "who must follow it",
                    "frequency": "when",
                }
            ],
            "steps": [
                {
                    "no": "1, 2, 3 …",
                    "text": "what is done, and the question that decides",
                    "mark": _MARK,
                    "actor": "who does it",
                    "part": "does, reviews, approves, informed",
                    "deadline": "until when",
                    "records": ["forms that it makes"],
                    "goes_on": "where the flow goes; empty: to the next step",
                }
            ],
        }
    ],
    "labels": dict.fromkeys((*NAMES, *(name for name in LABELS if name not in NAMES)), ""),
}
"""The picture of a book."""
