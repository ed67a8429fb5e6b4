"""The appointments that law asks for, by the position that carries them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dealer_cli.chart.statutory import appointed, asked_for
from dealer_cli.model.words import Law

if TYPE_CHECKING:
    from dealer_cli.documents.picture.parts import Section
    from dealer_cli.documents.picture.voice import Voice


def appointments(voice: Voice) -> Mapping[str, list[Section]]:
    """Every position of the store that carries an appointment, with what it carries."""
    scene = voice.scene
    found: dict[str, list[Section]] = {}
    for entry in scene.catalog.statutory.values():
        position = entry.record
        if asked_for(position.when, scene.store.record) is False:
            continue
        carried: Section = {
            "title": voice.text(position.title),
            "duty": voice.text(position.duty),
            "certificate": voice.text(position.certificate),
            "law": [provision(voice, law) for law in position.law],
        }
        for key in dict.fromkeys(seat.key for seat in appointed(position, scene.chart)):
            found.setdefault(key, []).append(carried)
    return found


def provision(voice: Voice, law: Law) -> str:
    """A provision by name, article and edition, and whether its official text was seen."""
    parts = [voice.text(law.law)]
    parts += [voice.words("labels.article", n=law.article)] if law.article else []
    parts += [voice.words("labels.edition", n=law.edition)] if law.edition else []
    told = " ".join(parts)
    if law.verified or not voice.manner.mark:
        return told
    unseen = voice.words("labels.unverified")
    return f"{told}（{unseen}）" if voice.words.lang == "zh" else f"{told} ({unseen})"
