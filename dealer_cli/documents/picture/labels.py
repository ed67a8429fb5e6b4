"""The words of a layout, in the language of the document, so that one template serves every language."""

from __future__ import annotations

from dealer_cli.language import Words

_MESSAGES = {
    "title": "layout.title",
    "basic": "layout.basic",
    "post": "layout.post",
    "number": "layout.number",
    "department": "labels.department",
    "level": "labels.level",
    "superior": "layout.superior",
    "subordinates": "layout.subordinates",
    "dotted": "layout.dotted",
    "headcount": "layout.headcount",
    "holds": "layout.holds",
    "deputy": "layout.deputy",
    "store": "layout.store",
    "purpose": "labels.purpose",
    "duties": "labels.duties",
    "no": "layout.no",
    "duty": "layout.duty",
    "part": "labels.part",
    "frequency": "labels.frequency",
    "function": "labels.function",
    "records": "labels.records",
    "systems": "labels.systems",
    "indicators": "labels.kpis",
    "indicator": "labels.indicator",
    "formula": "layout.formula",
    "unit": "layout.unit",
    "target": "labels.target",
    "weight": "labels.weight",
    "period": "layout.period",
    "data_source": "labels.data_source",
    "authority": "labels.authority",
    "requirements": "labels.requirements",
    "kind": "layout.kind",
    "requirement": "layout.requirement",
    "relations": "labels.relations",
    "party": "layout.with",
    "matter": "layout.matter",
    "career": "labels.career",
    "career_previous": "labels.career-previous",
    "career_next": "labels.career-next",
    "conditions": "labels.conditions",
    "signatures": "layout.signatures",
    "signatory": "layout.signatory",
    "signature": "layout.signature",
    "date": "layout.date",
    "document": "layout.document",
    "version": "layout.version",
    "effective": "layout.effective",
    "none": "labels.none",
    "comma": "layout.comma",
    "colon": "layout.colon",
}
"""Field to the message that it says."""


def labels(words: Words) -> dict[str, str]:
    """Every word that a template prints of its own."""
    found = {name: words(key) for name, key in _MESSAGES.items()}
    # The numbers of a footer are fields of Word and counters of CSS: the words around them come apart.
    before, _, rest = words("layout.page").partition("{page}")
    between, _, after = rest.partition("{pages}")
    return {**found, "page_before": before, "page_between": between, "page_after": after}
