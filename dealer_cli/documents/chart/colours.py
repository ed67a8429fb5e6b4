"""Colours of departments: told apart by colour-blind eyes, and light or dark enough to differ in grey."""

from __future__ import annotations

import math
from collections.abc import Iterable

_PALETTE = ("#44AA99", "#882255", "#DDCC77", "#117733", "#88CCEE", "#CC6677", "#332288", "#999933", "#AA4499")
"""Paul Tol's muted scheme, in an order in which neighbours differ in lightness."""

_ALIKE = 48
"""Colours less apart than this in red, green and blue look like one department's."""

INK, QUIET, LINE, PAPER = "#1A1A1A", "#595959", "#5F6B76", "#FFFFFF"


def colours(departments: Iterable[str], accent: str) -> dict[str, str]:
    """Department to colour: the first has the house's accent, the others in turn those of the scheme that nobody takes for it."""
    others = [colour for colour in _PALETTE if math.dist(_parts(colour), _parts(accent)) > _ALIKE]
    found = {}
    for i, department in enumerate(departments):
        found[department] = accent if i == 0 else others[(i - 1) % len(others)]
    return found


def tint(colour: str, share: float = 0.14) -> str:
    """A light shade of a colour, on which black is read."""
    return "#" + "".join(f"{round(255 - (255 - part) * share):02X}" for part in _parts(colour))


def dark(colour: str) -> str:
    """A colour for a thin line on white: darkened until it is read as text would be."""
    parts = _parts(colour)
    for share in range(100, 0, -5):
        found = "#" + "".join(f"{part * share // 100:02X}" for part in parts)
        if 1.05 / (_light(found) + 0.05) >= 6:
            return found
    return INK


def on(colour: str) -> str:
    """Black or white, whichever is read better on a colour."""
    light = _light(colour)
    return PAPER if 1.05 / (light + 0.05) > (light + 0.05) / 0.06 else INK


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _light(colour: str) -> float:
    red, green, blue = (part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
