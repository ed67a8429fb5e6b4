"""The section `document` of a picture: number, version and date of a controlled document."""

from __future__ import annotations

from dealer_cli.documents.picture.occasion import Layout
from dealer_cli.documents.picture.voice import Voice

ENDS: dict[Layout, str] = {"jd": "", "letter": "-ZR", "safety": "-AQ", "appointment": "-RM", "complaint-notice": "-TS"}
"""What a layout puts behind the post number: two documents never have one number. 责任, 安全, 任命, 投诉."""


def document(voice: Voice, layout: Layout, number: str, name: str, note: bool) -> dict[str, str]:
    """The section; `name` is what the document's file is called."""
    control = voice.scene.catalog.settings.record.documents
    return {
        "number": f"{control.prefix}-{number}{ENDS[layout]}" if control else f"{number}{ENDS[layout]}",
        "prefix": control.prefix if control else "",
        "version": control.version if control else "",
        "effective": control.effective if control else "",
        "lang": "zh-CN" if voice.words.lang == "zh" else "en",
        "note": voice.words("labels.mark-note") if note else "",
        "sourced_only": "yes" if voice.manner.sourced_only else "",
        "name": name,
    }
