"""The words of a layout, in the language of the document, so that one template serves every language."""

from __future__ import annotations

from dealer_cli.language import Words

_MESSAGES = {
    "title": "jd.title",
    "basic": "jd.basic",
    "post": "jd.post",
    "number": "jd.number",
    "department": "department",
    "level": "level",
    "superior": "jd.superior",
    "subordinates": "jd.subordinates",
    "dotted": "jd.dotted",
    "headcount": "jd.headcount",
    "holds": "jd.holds",
    "deputy": "jd.deputy",
    "store": "jd.store",
    "purpose": "purpose",
    "duties": "duties",
    "no": "jd.no",
    "duty": "jd.duty",
    "part": "part",
    "frequency": "frequency",
    "function": "function",
    "records": "records",
    "systems": "systems",
    "indicators": "kpis",
    "indicator": "indicator",
    "formula": "jd.formula",
    "unit": "jd.unit",
    "target": "target",
    "weight": "weight",
    "period": "jd.period",
    "data_source": "data_source",
    "authority": "authority",
    "requirements": "requirements",
    "kind": "jd.kind",
    "requirement": "jd.requirement",
    "relations": "relations",
    "party": "jd.with",
    "matter": "jd.matter",
    "career": "career",
    "career_previous": "career-previous",
    "career_next": "career-next",
    "conditions": "conditions",
    "signatures": "jd.signatures",
    "signatory": "jd.signatory",
    "signature": "jd.signature",
    "date": "jd.date",
    "document": "jd.document",
    "version": "jd.version",
    "effective": "jd.effective",
    "none": "none",
    "comma": "jd.comma",
    "colon": "jd.colon",
}
"""Field to the message that it says."""


def labels(words: Words) -> dict[str, str]:
    """Every word that a template prints of its own."""
    found = {name: words(f"labels.{key}") for name, key in _MESSAGES.items()}
    # The numbers of a footer are fields of Word and counters of CSS: the words around them come apart.
    before, _, rest = words("labels.jd.page").partition("{page}")
    between, _, after = rest.partition("{pages}")
    return {**found, "page_before": before, "page_between": between, "page_after": after}
