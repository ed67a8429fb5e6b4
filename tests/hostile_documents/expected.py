"""How a text looks in a format that cannot show it as it is."""

from __future__ import annotations

import re
from html import escape

from dealer_cli.documents.chart.measure import plain as labelled
from dealer_cli.writing.safe import show
from tests.hostile_documents.reading import squeezed

_TURNED = re.compile("[\u202e\u2067]")
_UNSEEN = re.compile("[-\u200b-\u200f\u202a-\u202e\u2066-\u2069\xad\ufffe]")


def lost(form: str, kind: str, text: str, said: str) -> bool:
    """Whether a document does not say a text exactly."""
    if form == "pdf":
        # A reader of PDF tells lines, not texts. Turned letters it tells as they stand: these are judged by their number alone.
        bare = _UNSEEN.sub("", said)
        if kind == "chart" and "…" in bare:
            text = text[:12]
        pieces = [_UNSEEN.sub("", squeezed(line)) for line in text.split("\n")]
        if kind == "confirmation":
            # Its rows are long enough to go over to the next page, whose head then stands in the middle of a text.
            return not _TURNED.search(text) and not all(_in_two(piece, bare) for piece in pieces)
        return not _TURNED.search(text) and not all(piece in bare for piece in pieces)
    allowed = [text]
    if form == "csv":
        # A staff number stands in the number of the document, which is one line.
        allowed = [show(text), "\n".join(show(line) for line in text.split("\n")), " ".join(show(line) for line in text.split())]
    elif kind == "chart":
        allowed = [labelled(text)]
    elif kind == "posting" and form == "json":
        # The description of a posting is HTML.
        allowed = [text, escape(text, quote=False)]
    elif kind == "book":
        allowed = [text, labelled(text)]
    return not any(squeezed(way) in said for way in allowed)


def _in_two(piece: str, said: str) -> bool:
    """Whether a piece is said, or its beginning and the rest of it."""
    return any(piece[:i] in said and piece[i:] in said for i in range(len(piece) + 1))
