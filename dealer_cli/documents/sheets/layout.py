"""Where everything of a sheet stands: rows from the title down, and the addresses that formulas need."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from dealer_cli.documents.sheets.table import Row, Sheet

_NAME = re.compile(r"\{([a-z_]+)(?::(all|group))?\}")
_LATIN = "[\u0021-\u02ff]+(?:(?<=[0-9])、[0-9][\u0021-\u02ff]*)*"
_PIECE = re.compile(f"{_LATIN} *|.")
"""What stays in one line: a word with the space behind it, or a Chinese character."""
_WORD = re.compile(_LATIN)

TITLE = 30.0
"""Points of the title's row."""

PAIR = 40
"""The least width of a label with its value, in characters."""

LINE = 13.5
"""Points of a line of text."""

ROOM = 3.5
"""Points above and below the text of a row."""

HIGHEST = 400.0
"""Points of a row; Excel takes 409."""

LETTER, STACKED = 6.4, 7.5
"""Points of an upright heading for each of its Latin characters: turned, or letter under letter."""

LONG_WORD = 20.0
"""The longest word for which a column is made wider, in characters."""

BOX = 22.0
"""The least width of a box to sign in, in characters: some forty millimetres."""

SIGNING = 34.0
"""Points of the row in which people sign."""

SHORT = 1e4
"""How much worse it is to be too narrow than to be of another width than meant."""

SMALL = 1.1
"""How many more characters a note has in a width than a cell."""


Span = tuple[int, int]
"""The first and the last of neighbouring columns."""


@dataclass(frozen=True)
class Grid:
    """The places of a sheet, counted from 0."""

    title: int
    facts: tuple[int, ...]
    legend: int
    """The row of what letters mean; -1 for none."""
    band: int
    """The row above the headings; -1 for none."""
    head: int
    rows: tuple[int, ...]
    notes: tuple[int, ...]
    noted: tuple[tuple[str, float], ...]
    """The notes with the heights that they need: merged cells do not grow by themselves."""
    signatures: tuple[int, ...]
    """The row that says who signs, and the one to sign in; none where nobody does."""
    boxes: tuple[Span, ...]
    """First and last column of everybody's box."""
    last: int
    pairs: int
    """Labels with values in one row."""
    spans: tuple[Span, ...]
    """First and last column of every label and value of such a row."""
    bands: tuple[tuple[int, int, str], ...]
    widths: tuple[float, ...]
    """Of the sheet's columns, and of empty ones beside them where boxes would be too narrow else."""
    legend_height: float
    band_height: float
    head_height: float
    fact_heights: tuple[float, ...]
    signature_heights: tuple[float, ...]
    row_heights: tuple[float, ...]
    columns: dict[str, int]
    kinds: tuple[str, ...]

    @property
    def heights(self) -> tuple[float, ...]:
        """Points of every row, from the title down."""
        legend = (self.legend_height,) if self.legend >= 0 else ()
        band = (self.band_height,) if self.band >= 0 else ()
        notes = (height for _, height in self.noted)
        return (TITLE, *self.fact_heights, *legend, *band, self.head_height, *self.row_heights, *notes, *self.signature_heights)

    def addressed(self, text: str, row: int) -> str:
        """A formula with addresses in place of the names of columns."""
        return _NAME.sub(lambda match: self._address(match.group(1), match.group(2), row), text)

    def _address(self, name: str, reach: str | None, row: int) -> str:
        letters = column_letters(self.columns[name])
        if reach is None:
            return f"${letters}{row + 1}"
        first, last = self.rows[0], self.rows[-1]
        if reach == "group":
            at = self.rows.index(row)
            first = next((self.rows[i + 1] for i in range(at - 1, -1, -1) if self.kinds[i] != "row"), first)
            last = row - 1
        elif reach == "all":
            counted = [number for number, kind in zip(self.rows, self.kinds, strict=True) if kind == "row"]
            first, last = counted[0], counted[-1]
        return f"${letters}${first + 1}:${letters}${last + 1}"


def laid_out(sheet: Sheet) -> Grid:
    """The places of a sheet's parts."""
    columns = _widths(sheet)
    widths, boxes = _boxes(columns, len(sheet.signatures))
    labels = [fact.label for fact in sheet.facts]
    values = [fact.value if isinstance(fact.value, str) else "" for fact in sheet.facts]
    spans = _spans(widths, labels, values)
    pairs = len(spans) // 2
    at = 1
    facts = tuple(range(at, at + math.ceil(len(sheet.facts) / pairs)))
    at += len(facts)
    legend = at if sheet.legend else -1
    at += 1 if sheet.legend else 0
    bands = _bands(sheet)
    band = at if bands else -1
    head = at + (1 if bands else 0)
    rows = tuple(range(head + 1, head + 1 + len(sheet.rows)))
    at = head + 1 + len(rows)
    notes = tuple(range(at, at + len(sheet.notes)))
    at += len(notes)
    signatures = (at, at + 1) if boxes else ()
    at += len(signatures)
    return Grid(
        title=0,
        facts=facts,
        legend=legend,
        band=band,
        head=head,
        rows=rows,
        notes=notes,
        noted=tuple((note, _noted(note, widths)) for note in sheet.notes),
        signatures=signatures,
        boxes=boxes,
        last=max(at - 1, head),
        pairs=pairs,
        spans=spans,
        bands=tuple(bands),
        widths=tuple(widths),
        legend_height=_noted(sheet.legend, widths) if sheet.legend else 0.0,
        band_height=_band_height(bands),
        head_height=_head_height(sheet, columns),
        fact_heights=tuple(_fact_heights(widths, spans, labels, values)),
        signature_heights=_signature_heights(sheet, widths, boxes),
        row_heights=tuple(_height(row, columns) for row in sheet.rows),
        columns={column.id: i for i, column in enumerate(sheet.columns)},
        kinds=tuple(row.kind for row in sheet.rows),
    )


def column_letters(index: int) -> str:
    """A column as spreadsheets call it: A, Z, AA."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text


def text_width(text: str) -> float:
    """The width of a text in Latin characters; a Chinese one, of three bytes, counts as two."""
    return (len(text.encode("utf-8", "replace")) + len(text)) / 2


def lines(text: str, width: float) -> int:
    """The lines that a text takes in a width."""
    return sum(1 if text_width(line) <= width else _broken(line, max(width, 1)) for line in text.split("\n"))


def _broken(line: str, width: float) -> int:
    """The lines of a text that one does not hold, broken between words; a word that is longer than a line, within."""
    count, used = 1, 0.0
    for piece in _PIECE.findall(line):
        size = text_width(piece.rstrip())
        if used and used + size > width:
            count, used = count + 1, 0.0
        more = max(math.ceil(size / width) - 1, 0)
        count += more
        used += text_width(piece) - more * width
    return count


def _widths(sheet: Sheet) -> list[float]:
    """The columns' widths, wide enough for the longest word of their cells."""
    widths = [column.width for column in sheet.columns]
    for row in sheet.rows:
        for i, cell in enumerate(row.cells) if row.kind == "row" else ():
            if isinstance(cell, str) and len(cell) > widths[i] / 2:
                widths[i] = max(widths[i], min(_longest_word(cell), LONG_WORD) * 1.15 + 1)
    return widths


def _longest_word(*texts: str) -> float:
    return max((text_width(word) for text in texts for word in _WORD.findall(text)), default=0.0)


def _noted(note: str, widths: list[float]) -> float:
    return LINE * lines(note, sum(widths) * SMALL) + 3


def _boxes(widths: list[float], count: int) -> tuple[list[float], tuple[Span, ...]]:
    """Boxes of about one width to sign in, beside each other, and the widths with the empty columns that this takes."""
    if not count:
        return widths, ()
    while True:
        if len(widths) >= count:
            found = _dealt(widths, [sum(widths) / count] * count, [BOX] * count)
            if len(widths) >= 2 * count or min(_across(widths, span) for span in found) >= BOX:
                return widths, found
        widths = [*widths, BOX]


def _spans(widths: list[float], labels: list[str], values: list[str]) -> tuple[Span, ...]:
    """Columns dealt out to labels and values, one part to two, and rather wide enough for the longest word of each.

    How many pairs stand beside each other does not hang on what they say: columns to choose from are what leaves room.
    """
    pairs = max(1, min(3, int(sum(widths) // PAIR), (len(widths) + 1) // 3))
    share = sum(widths) / pairs
    meant = [share * part for _ in range(pairs) for part in (0.32, 0.68)]
    least: list[float] = []
    for i in range(pairs):
        least += [_label_width(labels[i::pairs]), min(_longest_word(*values[i::pairs]), LONG_WORD) * 1.15 + 1]
    return _dealt(widths, meant, least)


def _label_width(labels: list[str]) -> float:
    """What labels below each other need: their longest word, and of a Chinese one, which has none, four characters in a line."""
    chinese = max((min(text_width(line), 8.0) for label in labels for line in label.split("\n") if not line.isascii()), default=0.0)
    return max(_longest_word(*labels) * 1.3, chinese * 1.1) + 1


def _across(widths: list[float], span: Span) -> float:
    return sum(widths[span[0] : span[1] + 1])


def _dealt(widths: list[float], meant: list[float], least: list[float]) -> tuple[Span, ...]:
    """All columns in as many spans as widths are meant: the nearest to these, and rather wide enough for the least than near."""
    sums = list(accumulate(widths, initial=0.0))
    # By the columns that are dealt out: how bad it is so far, and the ends of the spans.
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for i, (due, need) in enumerate(zip(meant, least, strict=True)):
        fresh: dict[int, tuple[float, tuple[int, ...]]] = {}
        for end in range(i + 1, len(widths) - (len(meant) - i - 1) + 1):
            ways = ((start, *way) for start, way in best.items() if start < end)
            fresh[end] = min((bad + _badness(sums[end] - sums[start], due, need), (*ends, end)) for start, bad, ends in ways)
        best = fresh
    ends = best[len(widths)][1]
    return tuple((start, end - 1) for start, end in zip((0, *ends), ends, strict=False))


def _badness(width: float, due: float, need: float) -> float:
    return (width - due) ** 2 + SHORT * max(need - width, 0.0) ** 2


def _bands(sheet: Sheet) -> list[tuple[int, int, str]]:
    found = []
    at = 0
    for text, group in groupby(sheet.columns, lambda column: column.band):
        size = len(list(group))
        found.append((at, at + size - 1, text))
        at += size
    return found if any(text for _, _, text in found) else []


def _band_height(bands: list[tuple[int, int, str]]) -> float:
    return LINE * max(text.count("\n") + 1 for _, _, text in bands) + ROOM if bands else 0.0


def is_stacked(sheet: Sheet) -> bool:
    """Whether upright headings have letter under letter, as Chinese may; what has English in it is turned."""
    return all(not column.label.isascii() and "\n" not in column.label for column in sheet.columns if column.upright)


def _head_height(sheet: Sheet, widths: list[float]) -> float:
    upright = max((text_width(line) for column in sheet.columns if column.upright for line in column.label.split("\n")), default=0)
    both = zip(sheet.columns, widths, strict=True)
    flat = max((lines(column.label, width * 0.9) for column, width in both if not column.upright), default=1)
    return max(LINE * flat + 8, min(8.0 + (STACKED if is_stacked(sheet) else LETTER) * upright, 260.0))


def _height(row: Row, widths: list[float]) -> float:
    """The height of a row: what programs find by themselves differs, and some do not look for it."""
    if row.kind == "group":
        return LINE * lines(str(row.cells[0]), sum(widths)) + ROOM
    reach = label_reach(row) if row.kind == "total" else None
    if reach:
        first, last = reach
        widths = [sum(widths[first : last + 1]) if i == first else width for i, width in enumerate(widths)]
    texts = ((cell, width) for cell, width in zip(row.cells, widths, strict=True) if isinstance(cell, str) and cell)
    return min(LINE * max((lines(text, width) for text, width in texts), default=1) + ROOM, HIGHEST)


def label_reach(row: Row) -> tuple[int, int] | None:
    """The columns that the label of a total has: its own and the empty ones behind it."""
    first = next((i for i, cell in enumerate(row.cells) if isinstance(cell, str) and cell), None)
    if first is None:
        return None
    last = next((i for i in range(first + 1, len(row.cells)) if row.cells[i] is not None), len(row.cells)) - 1
    return first, last


def _fact_heights(widths: list[float], spans: tuple[Span, ...], labels: list[str], values: list[str]) -> Iterator[float]:
    """Of the lines of facts."""
    room = [_across(widths, span) for span in spans]
    pairs = len(spans) // 2
    for first in range(0, len(labels), pairs):
        here = list(zip(range(pairs), labels[first : first + pairs], values[first : first + pairs], strict=False))
        yield LINE * max(max(lines(label, room[2 * i] * 0.9), lines(value, room[2 * i + 1])) for i, label, value in here) + 7


def _signature_heights(sheet: Sheet, widths: list[float], boxes: tuple[Span, ...]) -> tuple[float, ...]:
    """Of the row that says who signs, and of the one that has room for a hand."""
    if not boxes:
        return ()
    most = max(lines(label, _across(widths, span) * 0.9) for label, span in zip(sheet.signatures, boxes, strict=True))
    return LINE * most + ROOM, SIGNING
