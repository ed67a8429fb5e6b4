"""The section `document` of a picture: number, version and date of a controlled document."""

from __future__ import annotations

from dealer_cli.documents.picture.occasion import Layout
from dealer_cli.documents.picture.voice import Voice

ENDS: dict[Layout, str] = {"jd": "", "letter": "-ZR", "safety": "-AQ", "appointment": "-RM", "complaint-notice": "-TS"}
"""What a layout puts behind the post number: two documents never have one number. 责任, 安全, 任命, 投诉."""


def document(voice: Voice, number: str, name: str, *, marked: bool = False, effective: str | None = None) -> dict[str, str]:
    """The section. `number` is whole; `name` is what the document's file is called; `effective`, if it is not the catalog's day."""
    control = voice.scene.catalog.settings.record.documents
    return {
        "number": number,
        "prefix": control.prefix if control else "",
        "version": control.version if control else "",
        "effective": effective if effective is not None else control.effective if control else "",
        "lang": "zh-CN" if voice.words.lang == "zh" else "en",
        "note": voice.words("labels.mark-note") if marked else "",
        "sourced_only": "yes" if voice.manner.sourced_only else "",
        "name": name,
    }


def numbered(voice: Voice, *parts: str) -> str:
    """The number of a document: the house's prefix and what tells it from others, GW-KPI-XS-07."""
    control = voice.scene.catalog.settings.record.documents
    return "-".join(part for part in (control.prefix if control else "", *parts) if part)
