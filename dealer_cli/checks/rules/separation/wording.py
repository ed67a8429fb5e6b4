"""What the messages of this family quote: the reason, the law, the control that helps."""

from __future__ import annotations

from collections.abc import Sequence

from dealer_cli.chart.segregation import Breach
from dealer_cli.model.words import Law, Text
from dealer_cli.reading.faults import Param, Said


def said(text: Text | None) -> Said:
    """A text in both languages."""
    return Said(text.say("zh"), text.say("en")) if text else Said("", "")


def law_params(laws: Sequence[Law]) -> dict[str, Param]:
    """The first provision: its name and its article."""
    return {"law": said(laws[0].law), "article": laws[0].article or ""} if laws else {}


def law_variant(laws: Sequence[Law]) -> str:
    """Which wording fits what is known of the law."""
    return "" if not laws else "article" if laws[0].article else "law"


def breach_params(breach: Breach) -> dict[str, Param]:
    """What is said of a breach, whoever commits it."""
    separation = breach.separation
    params: dict[str, Param] = {
        "function": breach.function,
        "other": breach.other,
        "separation": separation.id,
        "reason": said(separation.reason),
        "control": said(separation.control),
    }
    return {**params, **law_params(separation.law)}
