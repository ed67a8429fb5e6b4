"""`dealer approves TEXT [AMOUNT]`: who may approve something, up to which amount."""

import re
from collections.abc import Iterator
from typing import Annotated

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, StoreOption
from dealer_cli.cli.output import FormatOption, Sheet, give, title, titles
from dealer_cli.language import words
from dealer_cli.questions.approvals import Amount, Approval, Approvals, Approver, approvals
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import styled, table, wrap

_say = words()
app = new_app()

_AMOUNT = re.compile(r"(?P<value>\d{1,15}(?:\.\d{1,6})?)\s*(?P<times>万?)\s*(?P<unit>%|％|percent|元|yuan)?", re.IGNORECASE)


@app.command("approves", cls=Command, help=_say("help.approves-long"))
def command(
    text: Annotated[str, typer.Argument(metavar="TEXT", help=_say("help.arg-approves"), show_default=False)],
    amount: Annotated[str | None, typer.Argument(metavar="[AMOUNT]", help=_say("help.arg-amount"), show_default=False)] = None,
    store: StoreOption = None,
    formats: FormatOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print who may approve something."""
    if not text.strip():
        raise typer.BadParameter(_say("answers.find-empty"), param_hint="TEXT")
    asked = _amount(amount) if amount is not None else None
    opened = open_catalog(catalog)
    with failures(opened):
        answer = approvals(Scene(opened, store, _say.lang), text, asked)
        give(answer, formats, lambda: _lines(answer), lambda: _sheet(answer))


def _amount(text: str) -> Amount:
    found = _AMOUNT.fullmatch(text.strip().replace(",", "").replace("，", ""))
    if found is None:
        raise typer.BadParameter(_say("answers.no-amount", text=show(text)), param_hint="AMOUNT")
    value = float(found["value"]) * (10_000 if found["times"] else 1)
    unit = (found["unit"] or "yuan").lower()
    return Amount(value=int(value) if value.is_integer() else value, unit="percent" if unit in ("%", "％", "percent") else "yuan")


def _lines(answer: Approvals) -> Iterator[str]:
    yield from wrap(_sentence(answer))
    for approval in answer.approvals:
        yield ""
        heading = f"{title(approval.owner)}{_say('labels.colon')}{show(approval.text.say(_say.lang))}"
        yield from (styled(line, "strong" if approval.in_force else "quiet") for line in wrap(heading))
        yield from table(_rows(approval), indent="  ")


def _sentence(answer: Approvals) -> str:
    asked = show(answer.asked)
    if not answer.approvals:
        return _say("answers.approves-nothing", name=asked, store=title(answer.store))
    counted = [one for one in answer.approvals if one.in_force and one.part == "approves" and one.enough is not False]
    names = _say.join(list(dict.fromkeys(name for one in counted for name in _who(one.approvers))))
    if not names:
        return _say("answers.approves-nobody", name=asked, store=title(answer.store))
    if answer.amount is None:
        return _say("answers.approves", name=asked, names=names)
    sure = [one for one in counted if one.enough]
    amount = _money(answer.amount.value, answer.amount.unit)
    if sure:
        names = _say.join(list(dict.fromkeys(name for one in sure for name in _who(one.approvers))))
        return _say("answers.approves-amount", name=asked, amount=amount, names=names)
    return _say("answers.approves-no-limit", name=asked, amount=amount, names=names)


def _who(approvers: tuple[Approver, ...]) -> list[str]:
    """Positions where there are any, else what the text calls them."""
    found: list[str] = []
    for one in approvers:
        found += [title(post) for post in one.positions] or [show(one.title.say(_say.lang))]
    return found


def _named(approver: Approver) -> str:
    name = show(approver.title.say(_say.lang))
    if approver.covers:
        return titles(approver.positions) + _say("answers.covering-role", role=name)
    if approver.kind == "role" and not approver.positions:
        return f"{name}{_say('answers.not-seated')}"
    if approver.kind == "department" and approver.positions:
        return f"{name} ({titles(approver.positions)})" if _say.lang == "en" else f"{name}（{titles(approver.positions)}）"
    return titles(approver.positions) or name


def _rows(approval: Approval) -> list[tuple[str, str]]:
    separator = _say("labels.or")
    rows = [
        (_say(f"labels.step.{approval.part}"), separator.join(_named(one) for one in approval.approvers)),
        (_say("labels.limit"), _limit(approval)),
        (_say("labels.gate"), show(approval.gate.say(_say.lang)) if approval.gate else ""),
        (_say("labels.otherwise"), show(approval.otherwise.say(_say.lang)) if approval.otherwise else ""),
        (_say("labels.by"), _say(f"labels.approval.{approval.kind}")),
        (_say("labels.in-force"), "" if approval.in_force else _say("labels.not-in-force")),
    ]
    return [(label, text) for label, text in rows if text]


def _limit(approval: Approval) -> str:
    if approval.limit is None:
        return ""
    text = _say("labels.up-to", amount=_money(approval.limit.max, approval.limit.unit))
    return text if approval.enough is not False else f"{text} {_say('labels.not-enough')}"


def _money(value: float, unit: str) -> str:
    """An amount as it is read: 5,000 yuan, 3 %."""
    return _say(f"labels.amount.{unit}", n=f"{value:,}")


def _sheet(answer: Approvals) -> Sheet:
    columns = ("kind", "owner_id", "owner", "id", "part", "approvers", "limit", "unit", "enough", "in_force", "text", "path", "line")
    rows = [
        (
            one.kind,
            one.owner.id,
            one.owner.title.say(_say.lang),
            one.id or "",
            one.part,
            " ".join(_id(approver) for approver in one.approvers),
            one.limit.max if one.limit else None,
            one.limit.unit if one.limit else "",
            _yes_no(one.enough),
            _yes_no(one.in_force),
            one.text.say(_say.lang),
            one.path,
            one.line,
        )
        for one in answer.approvals
    ]
    return Sheet(columns, rows, _sentence(answer))


def _id(approver: Approver) -> str:
    return "+".join(post.id for post in approver.positions) or approver.id or approver.title.say(_say.lang)


def _yes_no(value: bool | None) -> str:
    """A truth as programs read it; empty where nothing is known."""
    return "" if value is None else "true" if value else "false"
