"""What documents cost, measured here and now: `python -m tests.bench_documents` (a part of `make bench`).

Each kind in a warm batch of the standard store, its picture and its file included; a batch of 10,000
in processes with its memory; the book; and docxtpl used plainly on the same content, beside ours.
"""

from __future__ import annotations

import io
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.batch.executor import Processes
from dealer_cli.documents.batch.issue import Issue
from dealer_cli.documents.batch.order import Item, Order
from dealer_cli.documents.batch.press import Press
from dealer_cli.documents.batch.run import wishes
from dealer_cli.documents.batch.shelf import Folder
from dealer_cli.documents.picture.occasion import Occasion
from dealer_cli.documents.printing.errors import Unprintable
from dealer_cli.documents.printing.formats import FORMATS
from dealer_cli.documents.roster.people import Person
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.layout import shipped
from tests.bench import Row

STORE = "standard-4s"
MANY = 10_000

BOUNDS = {"docx": 3.0, "html": 1.0, "md": 1.0, "pdf": 20.0}


def cost(call: Callable[[], object], calls: int) -> float:
    """Milliseconds of CPU a call, after a warm-up; the best of three rounds, since others use the machine too."""
    call()
    rounds = []
    for _ in range(3):
        start = time.process_time()
        for _ in range(calls):
            call()
        rounds.append((time.process_time() - start) / calls * 1000)
    return min(rounds)


def warm_rows(folder: Path) -> list[Row]:
    """Job descriptions in a warm batch: what one costs."""
    catalog = Catalog(shipped("catalog"))
    items = [Item(key) for key in Scene(catalog, STORE, "zh").chart.seats]
    drawing = Press(Order(catalog.folder, STORE, ()), catalog)
    rows = [Row("picture of a position", cost(lambda: [drawing.draw(item, "zh") for item in items], 3) / len(items), "ms")]
    for form in FORMATS:
        press = Press(Order(catalog.folder, STORE, (form,)), catalog)

        class Warm:
            """The press that has its templates already."""

            def map(self, setup: object, portions: object, press: Press = press) -> object:
                return map(press, portions)  # type: ignore[call-overload]

        def whole(form: str = form, warm: Any = Warm) -> None:
            order = Order(catalog.folder, STORE, (form,))
            Issue(order, ["zh"], Folder(folder / form)).print(wishes(items, ["zh"]), warm(), lambda count: None)

        try:
            rows.append(Row(f"job description in a warm batch, {form}", cost(whole, 1) / len(items), "ms", BOUNDS.get(form)))
        except Unprintable:
            continue
    return rows


def plain_rows(folder: Path) -> list[Row]:
    """docxtpl as its manual tells: open the template, render, save; the same template and content."""
    from docxtpl import DocxTemplate

    catalog = Catalog(shipped("catalog"))
    press = Press(Order(catalog.folder, STORE, ()), catalog)
    pictures = [press.draw(Item(key), "zh") for key in list(Scene(catalog, STORE, "zh").chart.seats)[:10]]

    def plainly() -> None:
        for picture in pictures:
            document = DocxTemplate(str(shipped("templates") / "jd.docx"))
            document.render(dict(picture), autoescape=True)
            document.save(io.BytesIO())

    return [Row("the same by docxtpl used plainly", cost(plainly, 1) / len(pictures), "ms")]


def many_rows(folder: Path) -> list[Row]:
    """10,000 Word documents, one for each of so many people, in two processes."""
    catalog = Catalog(shipped("catalog"))
    keys = list(Scene(catalog, STORE, "zh").chart.seats)
    items = [Item(keys[i % len(keys)], Person(f"员工{i:05}", f"{i:05}")) for i in range(MANY)]
    order = Order(catalog.folder, STORE, ("docx",), Occasion("jd"))
    seen: list[int] = []
    start = time.perf_counter()
    issue = Issue(order, ["zh"], Folder(folder / "many"))
    issue.print(wishes(items, ["zh"]), Processes(2), lambda done: seen.append(_memory()))
    rows = [
        Row(f"{MANY} Word documents, 2 processes", time.perf_counter() - start, "s", 15.0),
        Row("memory of the run at its end : after a tenth", seen[-1] / seen[len(seen) // 10], "×", 1.2),
    ]
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [*rows, Row("most memory of a process of it", children, "MB")]


def paper_rows(folder: Path) -> list[Row]:
    """PDF as a store prints it, in two processes: what one takes by the clock while all are busy."""
    catalog = Catalog(shipped("catalog"))
    items = [Item(key) for key in Scene(catalog, STORE, "zh").chart.seats] * 10
    order = Order(catalog.folder, STORE, ("pdf",))
    seen: list[float] = []
    issue = Issue(order, ["zh"], Folder(folder / "paper"))
    try:
        issue.print(wishes(items, ["zh"]), Processes(2), lambda done: seen.append(time.perf_counter()))
    except Unprintable:
        return []
    # The processes begin with their fonts and templates.
    warm = seen[len(seen) // 5 :]
    each = (warm[-1] - warm[0]) / len(warm) * 1000
    return [Row("the same as PDF by the clock, 2 processes", each, "ms", BOUNDS["pdf"])]


def book_rows(folder: Path) -> list[Row]:
    """The book of the standard store, warm."""
    from dealer_cli.documents.book.binding import FORMATS as BOUND
    from dealer_cli.documents.book.binding import Binding
    from dealer_cli.documents.picture.voice import Manner

    catalog = Catalog(shipped("catalog"))
    rows = []
    for form in BOUND:

        def bind(form: str = form) -> bytes:
            return Binding(catalog, STORE, "zh", occasion=Occasion(), manner=Manner()).data(form)

        try:
            bind()
            start = time.perf_counter()
            bind()
            rows.append(Row(f"the book of {STORE}, {form}", time.perf_counter() - start, "s", 3.0))
        except Unprintable:
            continue
    return rows


def _memory() -> int:
    """Memory of this process now, in pages."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 1


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        for rows in (warm_rows, paper_rows, plain_rows, many_rows, book_rows):
            for row in rows(Path(name)):
                print(row.text(), flush=True)


if __name__ == "__main__":
    main()
