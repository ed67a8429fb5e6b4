"""`dealer init DIR`: a small catalog of one's own, which extends the built-in one and is clean at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from dealer_cli.cli.asking import on_terminal
from dealer_cli.cli.failures import FAILED, complain, failures
from dealer_cli.cli.group import Command, new_app
from dealer_cli.documents.starter import Wishes, starter
from dealer_cli.language import words
from dealer_cli.model.store import Business
from dealer_cli.writing.files import write_below
from dealer_cli.writing.safe import quote, show
from dealer_cli.writing.terminal import wrap

_say = words()
app = new_app()

LONGEST = 200
"""Characters of a name."""


def _option(word: str, metavar: str, message: str) -> Any:
    return typer.Option(word, metavar=metavar, help=_say(f"help.opt-init-{message}"), show_default=False)


@app.command("init", cls=Command, help=_say("help.init-long"))
def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_say("help.arg-init"), show_default=False)],
    store: Annotated[str | None, _option("--store-id", "ID", "store")] = None,
    name_zh: Annotated[str | None, _option("--name-zh", "TEXT", "zh")] = None,
    name_en: Annotated[str | None, _option("--name-en", "TEXT", "en")] = None,
    brand: Annotated[str | None, _option("--brand", "ZH[=EN]", "brand")] = None,
    value: Annotated[list[str] | None, _option("--value", "KEY=TEXT", "value")] = None,
    employees: Annotated[int | None, _option("--employees", "N", "people")] = None,
    new_cars: Annotated[int | None, _option("--new-cars", "N", "cars")] = None,
    repair_orders: Annotated[int | None, _option("--repair-orders", "N", "orders")] = None,
    business: Annotated[str | None, _option("--business", "LIST", "business")] = None,
) -> None:
    """Write a catalog of one's own into a folder that has none."""
    if on_terminal():
        store = _ask("store", store)
        name_zh = _ask("zh", name_zh)
        name_en = _ask("en", name_en)
        brand = _ask("brand", brand)
        employees = employees if employees is not None else _number(_ask("people", None) or "", "--employees")
        business = _ask("business", business)
    wishes = Wishes(
        store=_id(store) if store else Wishes.store,
        name={lang: _text(text, f"--name-{lang}") for lang, text in (("zh", name_zh), ("en", name_en)) if text},
        values=dict(_values(brand, value or [])),
        size=_size({"employees": employees, "new_cars": new_cars, "repair_orders": repair_orders}),
        business=_business(business),
    )
    files = starter(wishes, _say)
    taken = [folder / name for name in files if os.path.lexists(folder / name)]
    if taken:
        for path in taken:
            complain(_say("answers.init-taken", path=show(str(path))))
        raise typer.Exit(FAILED)
    with failures():
        for name, text in files.items():
            write_below(folder, name, text.encode())
    for line in (*files, "", *wrap(_say("answers.init-done", folder=show(str(folder))))):
        print(f"  {line}" if line in files else line)


def _ask(what: str, given: str | None) -> str | None:
    """What was given, else what is typed; nothing typed is the standard."""
    if given is not None:
        return given
    answer: str = typer.prompt(_say(f"answers.init-ask-{what}"), default="", show_default=False, err=True)
    return answer.strip() or None


def _text(text: str, option: str) -> str:
    clean = text.strip()
    if not clean or len(clean) > LONGEST or show(clean) != clean:
        raise typer.BadParameter(_say("answers.init-no-text", text=quote(text)), param_hint=option)
    return clean


def _id(text: str) -> str:
    from dealer_cli.model.words import Id

    if not Id.__metadata__[0].accepts(text):  # type: ignore[attr-defined]
        raise typer.BadParameter(_say("answers.init-no-id", text=quote(text)), param_hint="--store-id")
    return text


def _values(brand: str | None, given: list[str]) -> Iterator[tuple[str, str | dict[str, str]]]:
    for option, word in (("--brand", f"oem={brand}" if brand else ""), *(("--value", word) for word in given)):
        if not word:
            continue
        key, _, text = word.partition("=")
        zh, _, en = text.partition("=")
        yield _id(key), {"zh": _text(zh, option), "en": _text(en, option)} if en else _text(zh, option)


def _size(given: dict[str, int | None]) -> dict[str, int]:
    for number in given.values():
        if number is not None and not 0 <= number <= 1_000_000:
            raise typer.BadParameter(_say("answers.init-no-number", text=str(number)))
    return {key: number for key, number in given.items() if number is not None}


def _number(text: str, option: str) -> int | None:
    if text and not (text.isascii() and text.isdecimal() and len(text) < 8):
        raise typer.BadParameter(_say("answers.init-no-number", text=quote(text)), param_hint=option)
    return int(text) if text else None


def _business(text: str | None) -> tuple[str, ...]:
    asked = tuple(dict.fromkeys(word.strip() for word in (text or "").replace("，", ",").split(",") if word.strip()))
    for word in asked:
        if word not in get_args(Business):
            raise typer.BadParameter(
                _say("answers.init-no-business", text=quote(word), names=", ".join(get_args(Business))), param_hint="--business"
            )
    return asked
