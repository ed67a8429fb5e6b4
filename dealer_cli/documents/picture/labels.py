"""The words of a layout, in the language of the document, so that one template serves every language."""

from __future__ import annotations

from dealer_cli.language import Words

_MESSAGES = {
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
    "control": "layout.control",
    "distribution": "layout.distribution",
    "tasks": "layout.tasks",
    "time": "layout.time",
    "task_records": "layout.task_records",
    "task_details": "layout.task_details",
    "scoring": "layout.scoring",
    "term": "layout.term",
    "targets": "layout.targets",
    "statutory": "layout.statutory",
    "appointment": "layout.appointment",
    "law": "layout.law",
    "law_duty": "layout.law-duty",
    "certificate": "layout.certificate",
    "safety_duties": "layout.safety_duties",
    "safety_targets": "layout.safety_targets",
    "accountability": "layout.accountability",
    "commitments": "layout.commitments",
    "person": "layout.person",
    "name": "layout.name",
    "staff_number": "layout.staff_number",
    "phone": "layout.phone",
    "issuer": "layout.issuer",
    "issued": "layout.issued",
    "stamp": "layout.stamp",
    "main_duties": "layout.main-duties",
    "handlers": "layout.handlers",
    "notice_department": "layout.notice_department",
    "notice_post": "layout.notice_post",
    "notice_scope": "layout.notice_scope",
    "notice_phone": "layout.notice_phone",
    "notice_place": "layout.notice_place",
    "notice_hours": "layout.notice_hours",
    "notice_duty": "layout.notice_duty",
    "notice_authority": "layout.notice_authority",
    "notice_law": "layout.notice_law",
    "blank": "layout.blank",
}
"""Field to the message that it says."""

NAMES = ("title", *_MESSAGES, "page_before", "page_between", "page_after")
"""Every field of the section `labels`."""


def labels(words: Words, layout: str = "jd") -> dict[str, str]:
    """Every word that the templates of a layout print of their own."""
    found = {"title": words(f"layout.title-{layout}")} | {name: words(key) for name, key in _MESSAGES.items()}
    # The numbers of a footer are fields of Word and counters of CSS: the words around them come apart.
    before, _, rest = words("layout.page").partition("{page}")
    between, _, after = rest.partition("{pages}")
    return {**found, "page_before": before, "page_between": between, "page_after": after}
