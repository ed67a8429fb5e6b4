"""Roles that a document may be drawn from: read whole, and every fault in them found before anything is printed."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_cli.documents.picture.unknown import unknown_role
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.model.catalog import Entry, NotFound
from dealer_cli.model.role import Role
from dealer_cli.reading.faults import Fault, Refused


def sound_roles(voice: Voice, roles: Iterable[str]) -> dict[str, Entry[Role]]:
    """Roles by id, read whole. Raises `Refused` with every fault of all their files."""
    faults: list[Fault] = []
    found: dict[str, Entry[Role]] = {}
    for name in dict.fromkeys(roles):
        try:
            entry = voice.scene.catalog.role(name)
        except Refused as refused:
            faults += refused.faults
        except NotFound as missing:
            faults.append(unknown_role(voice.scene, missing.name))
        else:
            faults += voice.known.unknown(entry)
            found[name] = entry
    if faults:
        raise Refused(faults)
    return found
