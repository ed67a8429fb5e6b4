"""What templates may see, field by field: the one declaration that the pictures, the checker of templates,
the JSON Schemas and docs/templates.md are held against.

A text tells what the field holds, a mapping has fields of its own, a list of one has entries of that
shape. No field is called as a dictionary's own methods are; Jinja would find the method.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from typing import Union

from dealer_cli.documents.house.look import SHAPE as HOUSE
from dealer_cli.documents.picture.labels import NAMES

Shape = Union[str, Sequence["Shape"], Mapping[str, "Shape"]]

_MARK = "`*` where no source states it, else empty"

SAID: Shape = {"text": "the sentence", "mark": _MARK}

DUTY: Shape = {
    "no": "1, 2, 3 …",
    "text": "the duty; shared clauses come last",
    "mark": _MARK,
    "part": "accountable, responsible, supports, consulted, informed",
    "frequency": "when it is due",
    "function": "the business function that it serves",
    "records": ["forms and reports"],
    "systems": ["systems, by the product's name where the store has one"],
}

REQUIREMENT: Shape = {"kind": "education, experience, knowledge …", "list": [SAID]}

PERSON: Shape = {"name": "the name", "number": "the number that the house gives its people", "phone": "the phone"}

DOCUMENT: Mapping[str, Shape] = {
    "number": "the prefix and the post number: GW-XS-07",
    "prefix": "`documents.prefix` of catalog.yaml",
    "version": "`documents.version` of catalog.yaml",
    "effective": "`documents.effective` of catalog.yaml: the day from which it holds",
    "lang": "zh-CN or en",
    "note": "the footnote that explains the mark; empty where nothing carries it",
    "sourced_only": "yes with `--sourced-only`, else empty",
    "name": "what the document's file is called, without its end",
}

POSITION: Mapping[str, Shape] = {
    "document": DOCUMENT,
    "house": HOUSE,
    "post": {
        "title": "what the store calls the position",
        "full_title": "the same with the posts held together with it in brackets",
        "number": "the post number: the position's `number`, else the department's code and its place there: XS-07",
        "department": "the department that the position sits in",
        "level": "manager, supervisor, specialist …",
        "superior": "the superior, in the store or outside it",
        "subordinates": ["direct reports"],
        "dotted": ["superiors by dotted lines"],
        "headcount": "how many people",
        "holds": ["roles held together with this one"],
        "deputy": "the position that stands in",
        "store": "the store",
        "people": [PERSON],
    },
    "person": PERSON,
    "control": [{"step": "prepared, reviewed, approved", "post": "whose position it is", "name": "the name, by the roster"}],
    "distribution": ["who gets a copy"],
    "term": {
        "start": "the first day, by `--year` or `--from`",
        "end": "the last day, by `--year`",
        "year": "the year, by `--year`",
        "text": "both in words; lines to fill in where nothing is given",
    },
    "opening": "the first sentence of a letter; empty in a job description",
    "purpose": SAID,
    "duties": [DUTY],
    "main_duties": [DUTY],
    "held": [{"title": "a role held together with this one: As Used-car appraiser", "duties": [DUTY], "requirements": [REQUIREMENT]}],
    "tasks": [
        {
            "period": "daily, weekly, monthly …",
            "list": [
                {
                    "no": "the number of the duty",
                    "time": "the time or day in the period",
                    "text": "the duty",
                    "mark": _MARK,
                    "records": ["its forms, reports and systems"],
                    "details": ["all of this: the time, forms, reports and systems"],
                }
            ],
        }
    ],
    "indicators": [
        {
            "name": "the indicator",
            "mark": _MARK,
            "definition": "what it measures",
            "formula": "how it is computed",
            "unit": "its unit",
            "direction": "higher is better, lower is better, within the range",
            "target": "what is good: ≥ 95 %",
            "weight": "its share: 20%",
            "frequency": "how often it is measured",
            "data_source": "where the figures come from",
            "scoring": "how points are given",
        }
    ],
    "authority": [SAID],
    "requirements": [REQUIREMENT],
    "relations": [{"party": "whom the role works with", "text": "on what", "mark": _MARK}],
    "career": {"previous": ["roles that lead here"], "next": ["roles that this one leads to"], "mark": "the mark of both"},
    "conditions": [SAID],
    "statutory": [
        {
            "title": "what law calls the appointment that the position carries",
            "duty": "what law asks of it",
            "certificate": "the certificate that it needs",
            "law": ["provisions"],
        }
    ],
    "safety": {"duties": [DUTY], "targets": ["what must not happen"], "accountability": ["what follows"]},
    "commitments": [{"party": "who promises", "list": ["what"]}],
    "closing": "the last sentence of a letter",
    "issuer": "who issues an appointment: the head of the store, or who stands above",
    "signatures": [{"who": "holder, superior, human resources", "name": "the name, by the roster"}],
    "labels": dict.fromkeys(NAMES, ""),
}
"""The picture of a position: job description, letters, appointment."""

NOTICE: Mapping[str, Shape] = {
    "document": DOCUMENT,
    "house": HOUSE,
    "post": {
        "title": "the position that answers for complaints",
        "number": "its post number",
        "department": "the department that it sits in",
        "store": "the store",
    },
    "notice": {
        "definition": "what is handled",
        "duty": "what the store promises who complains",
        "law": ["provisions"],
        "phone": "the value `complaint-phone` of the store; empty: a line to fill in",
        "place": "the value `complaint-place` of the store",
        "hours": "the value `complaint-hours` of the store",
        "authority": "the value `complaint-authority` of the store: the phone of the supervising authority",
    },
    "handlers": [{"post": "the position", "name": "the name, by the roster", "number": "the number", "phone": "the phone"}],
    "labels": dict.fromkeys(NAMES, ""),
}
"""The picture of a complaint notice, one a store."""

_POSITION = f"{__name__}:POSITION"

CONTEXTS: dict[str, str] = {
    "jd": _POSITION,
    "letter": _POSITION,
    "safety": _POSITION,
    "appointment": _POSITION,
    "complaint-notice": f"{__name__}:NOTICE",
    "posting": "dealer_cli.documents.posting.picture:POSTING",
    "handover": "dealer_cli.documents.sheets.signed:HANDOVER",
    "approvals": "dealer_cli.documents.sheets.signed:APPROVALS",
    "confirmation": "dealer_cli.documents.batch.changes:SHAPE",
    "book": "dealer_cli.documents.book.shape:BOOK",
}
"""Kind of document, which is the template's name without its end, to `module:name` of its shape."""


def shape_of(kind: str) -> Mapping[str, Shape] | None:
    """The fields that templates of a kind may use; None for a kind that has not declared them."""
    where = CONTEXTS.get(kind)
    if where is None:
        return None
    module, _, name = where.partition(":")
    found: Mapping[str, Shape] = getattr(importlib.import_module(module), name)
    return found
