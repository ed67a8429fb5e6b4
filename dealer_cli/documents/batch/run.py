"""An order to documents, here or in several processes, in the order in which they were wished for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from dealer_cli.documents.batch.executor import Executor, Here, Processes, processors
from dealer_cli.documents.batch.order import Item, Order, Wish
from dealer_cli.documents.batch.press import Made, Press, Stopped

PAYS = 200
"""Word documents from which on several processes are faster: each takes half a second to begin."""

PORTION = 25
"""Word documents, or their worth in others, that are handed over at once."""

OFFICE_PORTION = 40
"""The same where LibreOffice is started for each portion."""


def wishes(items: Sequence[Item], langs: Sequence[str]) -> list[Wish]:
    """Every document in every language, one language after the other."""
    return [Wish(item, lang) for lang in langs for item in items]


def executor(order: Order, count: int, jobs: int | None = None) -> Executor:
    """Where so many documents are best made; `jobs` decides instead."""
    most = jobs or (processors() if order.cost(count) >= PAYS else 1)
    most = min(most, -(-count // _portion(order)))
    return Processes(most) if most > 1 else Here()


def made(order: Order, wished: Sequence[Wish], where: Executor) -> Iterator[Made]:
    """The documents. Raises `TemplateFault`, `Unprintable` and `Lost`; what came before is good."""
    size = _portion(order)
    portions = [wished[i : i + size] for i in range(0, len(wished), size)]
    for result in where.map(partial(Press, order), portions):
        if isinstance(result, Stopped):
            raise result.error()
        yield from result


def _portion(order: Order) -> int:
    if "pdf" in order.forms and order.pdf.via == "libreoffice":
        return OFFICE_PORTION
    # PDF is set where the work is done, one after another: threads of one process wait for each other.
    return max(1, PORTION // order.cost(1))
