"""A posting in its formats: page with structured data, Markdown, text, and the data alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dealer_cli.chart.tree import Seat
from dealer_cli.documents.batch.files import file_name
from dealer_cli.documents.picture.both import told
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.posting.picture import posting, told_in_both
from dealer_cli.documents.posting.plain import text
from dealer_cli.documents.posting.structured import json_ld, with_data
from dealer_cli.documents.printing.formats import Render, renderer
from dealer_cli.model.catalog import Entry
from dealer_cli.model.opening import Opening
from dealer_cli.writing.exchange import json_text


def renders(forms: Sequence[str], folders: Sequence[Path]) -> dict[str, Render]:
    """The templates of the formats that have one, compiled. Raises `TemplateFault`."""
    return {form: renderer("posting", form, folders) for form in forms if form in ("html", "md")}


def printed(
    voices: Sequence[Voice], seat: Seat, terms: Entry[Opening], forms: Sequence[str], templates: Mapping[str, Render]
) -> Iterator[tuple[str, bytes]]:
    """File names and bytes. Raises `Refused` and `TemplateFault`."""
    picture: Any = told(voices, lambda voice: posting(voice, seat, terms))
    if len(voices) > 1:
        picture = told_in_both(picture, voices)
    asked = voices[0].scene.catalog.role(seat.position.role).record.requirements
    kinds = list(dict.fromkeys(requirement.kind for requirement in (asked.list if asked else ())))
    data = json_ld(picture, terms.record, kinds)
    name = file_name(" ".join(part for part in (picture["post"]["number"], picture["document"]["name"]) if part))
    for form in forms:
        if form == "json":
            yield f"{name}.json", json_text(data).encode()
        elif form == "txt":
            yield f"{name}.txt", text(picture)
        else:
            made = templates[form](picture)
            yield f"{name}.{form}", with_data(made, data) if form == "html" else made
