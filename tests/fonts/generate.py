"""Make the fonts of the PDF again: `make fonts`.

Out of the variable Noto Sans CJK (SIL Open Font License, package manimgx-fonts-cjk) come four files in
two weights. `common` has the 3,755 Chinese characters that are used most (the first level of GB 2312)
with Latin and signs, `rare` the rest of GBK and what names have beyond it: a document that needs no
rare character does not pay for 26,000 of them.
"""

from __future__ import annotations

import io
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

import uharfbuzz
from fontTools.ttLib import TTFont

from dealer_cli.documents.printing.fonts import FACES

WEIGHTS = {"Regular": 400, "Bold": 700}
FAMILY = "Noto Sans CJK SC"
LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2000, 0x2070), *range(0x20A0, 0x20C0), *range(0x2190, 0x219A))
SIGNS = {0x2212, *range(0x2460, 0x2474), 0x2713}
"""Signs that forms are filled in with: numbers in circles, the tick."""

NAMES = (range(0x3400, 0x4DC0), range(0x20000, 0x32000))
"""Where the Chinese characters stand that only names have."""

DROPPED = ("GSUB", "GPOS", "BASE", "VORG", "vhea", "vmtx", "STAT", "DSIG")
"""Tables without use in horizontal text that needs no shaping."""


def decoded(codec: str, firsts: range, seconds: range) -> set[int]:
    """The characters of a two-byte encoding."""
    found = (bytes([first, second]).decode(codec, "ignore") for first in firsts for second in seconds)
    return {ord(text) for text in found if len(text) == 1}


def main() -> None:
    spec = find_spec("manimgx_fonts_cjk")
    assert spec and spec.submodule_search_locations
    (source,) = Path(spec.submodule_search_locations[0]).rglob("*.ttc")
    blob = uharfbuzz.Blob.from_file_path(str(source))
    faces = [uharfbuzz.Face(blob, number) for number in range(blob_count(source))]
    face = next(one for one in faces if one.get_name(1) == FAMILY)
    signs = decoded("gb2312", range(0xA1, 0xAA), range(0xA1, 0xFF))
    common = {*LATIN} | SIGNS | signs | decoded("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF))
    known = set(face.unicodes)
    rare = (decoded("gbk", range(0x81, 0xFF), range(0x40, 0xFF)) | {*chain(*NAMES)}) & known - common
    for style, weight in WEIGHTS.items():
        for name, characters in (("common", common), ("rare", rare)):
            target = FACES / f"NotoSansCJKsc-{style}.{name}.otf"
            target.write_bytes(named(subset(face, characters, weight), "" if name == "common" else " Rare", style))
            print(target.name, len(characters), target.stat().st_size)


def blob_count(path: Path) -> int:
    with path.open("rb") as file:
        return int.from_bytes(file.read(12)[8:], "big")


def subset(face: uharfbuzz.Face, characters: set[int], weight: int) -> bytes:
    """A static font of one weight with these characters."""
    wish = uharfbuzz.SubsetInput()
    wish.unicode_set.update(characters)
    wish.pin_axis_location(face, "wght", weight)
    wish.flags |= uharfbuzz.SubsetFlags.DOWNGRADE_CFF2 | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE | uharfbuzz.SubsetFlags.NO_HINTING
    for tag in DROPPED:
        wish.drop_table_tag_set.add(int.from_bytes(tag.encode(), "big"))
    return bytes(uharfbuzz.subset(face, wish).blob.data)


def named(data: bytes, end: str, style: str) -> bytes:
    """The font under a name that tells its weight: as an instance it would be called Thin."""
    font = TTFont(io.BytesIO(data))
    family, post = f"{FAMILY}{end}", f"NotoSansCJKsc{end.strip()}-{style}"
    keep = {0, 7, 13, 14}
    font["name"].names = [one for one in font["name"].names if one.nameID in keep and one.platformID == 3]
    for number, text in ((1, family), (2, style), (3, post), (4, f"{family} {style}"), (5, "Version 2.004;dealer-cli"), (6, post)):
        font["name"].setName(text, number, 3, 1, 0x409)
    font["CFF "].cff.fontNames = [post]
    font["OS/2"].fsSelection = 0x20 if style == "Bold" else 0x40
    font["head"].macStyle = int(style == "Bold")
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


if __name__ == "__main__":
    main()
