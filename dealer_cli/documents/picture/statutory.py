"""The appointments that law asks for, by the position that carries them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dealer_cli.chart.statutory import appointed, asked_for
from dealer_cli.model.words import Law

if TYPE_CHECKING:
    from dealer_cli.documents.picture.parts import Section
    from dealer_cli.documents.picture.voice import Voice


def appointments(voice: Voice) -> Mapping[str, Mapping[str, Section]]:
    """Every position of the store that carries an appointment, with what it carries, by the ids of the appointments."""
    scene = voice.scene
    found: dict[str, dict[str, Section]] = {}
    for name, entry in scene.catalog.statutory.items():
        position = entry.record
        if asked_for(position.when, scene.store.record) is False:
            continue
        carried: Section = {
            "title": voice.text(position.title),
            "duty": voice.text(position.duty),
            "certificate": voice.text(position.certificate) or voice.words("layout.no-certificate"),
            "law": [provision(voice, law) for law in position.law],
        }
        for key in dict.fromkeys(seat.key for seat in appointed(position, scene.chart)):
            found.setdefault(key, {})[name] = carried
    return found


def citation(voice: Voice, law: Law) -> str:
    """A provision by name, edition and article, as papers cite it."""
    said = voice.text(law.law)
    told = (
        voice.words("layout.sheet.law-edition", law=said, edition=law.edition) if law.edition else voice.words("layout.sheet.law", law=said)
    )
    if law.article:
        told += voice.words("layout.sheet.article", n=law.article.replace(", ", voice.words("layout.sheet.article-comma")))
    return told


def provision(voice: Voice, law: Law) -> str:
    """The same, and whether its official text was seen."""
    told = citation(voice, law)
    if law.verified or not voice.manner.mark:
        return told
    unseen = voice.words("labels.unverified")
    return f"{told}（{unseen}）" if voice.words.lang == "zh" else f"{told} ({unseen})"
