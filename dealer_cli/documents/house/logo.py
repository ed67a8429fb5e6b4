"""The logo of the house: a PNG or JPEG below the catalog, known by its first bytes, of bounded size."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from dealer_cli.model.catalog import Catalog
from dealer_cli.reading.faults import Fault, Param, Refused
from dealer_cli.reading.files import read_bytes

MAX_BYTES = 512 * 1024
"""Bytes of a logo: it is in every document of a batch."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The markers of a JPEG behind which its size stands."""


class Logo(NamedTuple):
    """A picture with what a page must know to place it."""

    data: bytes
    kind: str
    """png or jpeg."""
    width: int
    height: int

    @property
    def uri(self) -> str:
        """The picture as a text that a page can hold."""
        return f"data:image/{self.kind};base64,{base64.b64encode(self.data).decode()}"


def read_logo(catalog: Catalog) -> Logo | None:
    """The logo that catalog.yaml names. Raises `Refused`, at the key that names it."""
    name = catalog.settings.record.house.logo
    if name is None:
        return None
    try:
        data = read_bytes(catalog.folder / name, catalog.folder, MAX_BYTES + 1)
    except Refused as refused:
        first = refused.faults[0]
        variant = "logo" if first.variant in ("missing", "link", "folder", "special") else first.variant
        raise _refused(catalog, first.code, first.params, variant) from None
    if len(data) > MAX_BYTES:
        raise _refused(catalog, "Y002", {"limit": MAX_BYTES // 1024}, "")
    found = picture_of(data)
    if found is None:
        raise _refused(catalog, "Y001", {}, "picture")
    return found


def picture_of(data: bytes) -> Logo | None:
    """A PNG or JPEG with its size; None if the bytes are neither."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and len(data) >= 33:
        return _sized(data, "png", int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))
    return _jpeg(data) if data.startswith(_JPEG) else None


def from_uri(uri: str) -> Logo | None:
    """The picture in a data URI, as `Logo.uri` makes it."""
    head, _, body = uri.partition(";base64,")
    if head not in ("data:image/png", "data:image/jpeg"):
        return None
    try:
        return picture_of(base64.b64decode(body, validate=True))
    except ValueError:
        return None


def _jpeg(data: bytes) -> Logo | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _FRAMES:
            return _sized(data, "jpeg", int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big"))
        # Fill bytes stand alone; everything else says how long it is.
        at += 1 if marker == 0xFF else 2 + length
    return None


def _sized(data: bytes, kind: str, width: int, height: int) -> Logo | None:
    return Logo(data, kind, width, height) if width and height else None


def _refused(catalog: Catalog, code: str, params: Mapping[str, Param], variant: str) -> Refused:
    place = catalog.settings.place("house", "logo")
    return Refused([Fault(code, place, params, entities=(Path(place.path).name, "house"), variant=variant)])
