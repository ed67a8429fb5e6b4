"""`dealer certs [ROLE]`: which seat needs which certificate, and who asks for it."""

from collections.abc import Iterator
from typing import Annotated

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, StoreOption
from dealer_cli.cli.output import FormatOption, Sheet, give, title, titles
from dealer_cli.language import words
from dealer_cli.model.words import Law
from dealer_cli.questions.certificates import Certificate, Certificates, certificates
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import styled, table, wrap

_say = words()
app = new_app()


@app.command("certs", cls=Command, help=_say("help.certs-long"))
def command(
    role: Annotated[str | None, typer.Argument(metavar="[ROLE]", help=_say("help.arg-certs-role"), show_default=False)] = None,
    store: StoreOption = None,
    formats: FormatOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print the certificates that a store's seats need."""
    opened = open_catalog(catalog)
    with failures(opened):
        answer = certificates(Scene(opened, store, _say.lang), role)
        give(answer, formats, lambda: _lines(answer), lambda: _sheet(answer))


def _lines(answer: Certificates) -> Iterator[str]:
    yield from wrap(_sentence(answer))
    by_law = [one for one in answer.certificates if one.kind == "law"]
    by_roles = [one for one in answer.certificates if one.kind == "requirement"]
    if by_law:
        yield ""
        yield styled(_say("labels.certs.law"), "strong")
    for one in by_law:
        yield from _of_law(one)
    if by_roles:
        yield ""
        yield styled(_say("labels.certs.requirement"), "strong")
    yield from table([_of_role(one) for one in by_roles], indent="  ")
    if any(one.kind == "requirement" and not one.sourced for one in answer.certificates):
        yield ""
        yield from wrap(_say("labels.mark-note"))


def _sentence(answer: Certificates) -> str:
    count = len(answer.certificates)
    about = title(answer.role) if answer.role else title(answer.store)
    key = "certs-none" if not count else "certs-one" if count == 1 else "certs"
    return _say(f"answers.{key}", name=about, n=count)


def _of_role(one: Certificate) -> tuple[str, str]:
    names = titles(one.positions) or f"{title(one.owner)}{_say('answers.not-seated')}"
    mark = "" if one.sourced else f" {_say('labels.mark')}"
    return names, show(one.certificate.say(_say.lang)) + mark


def _of_law(one: Certificate) -> Iterator[str]:
    yield from wrap(show(one.certificate.say(_say.lang)), first="  ")
    names = _say("labels.or").join(title(post) for post in one.positions) or _say("answers.certs-nobody")
    rows = [(title(one.owner), names), *((_say("labels.law"), _law(law)) for law in one.law)]
    if one.holds == "unknown":
        rows.append((_say("labels.applies"), _say("answers.certs-unknown")))
    yield from table(rows, indent="    ")


def _law(law: Law) -> str:
    parts = [show(law.law.say(_say.lang))]
    if law.article:
        parts.append(_say("labels.article", n=show(law.article)))
    if law.edition:
        parts.append(_say("labels.edition", n=show(law.edition)))
    parts.append(_say("labels.verified" if law.verified else "labels.unverified"))
    return " · ".join(parts)


def _sheet(answer: Certificates) -> Sheet:
    columns = ("kind", "owner_id", "owner", "certificate", "positions", "law", "article", "edition", "verified", "applies", "path", "line")
    rows = [
        (
            one.kind,
            one.owner.id,
            one.owner.title.say(_say.lang),
            one.certificate.say(_say.lang),
            " ".join(post.id for post in one.positions),
            *_law_cells(law),
            one.holds,
            one.path,
            one.line,
        )
        for one in answer.certificates
        for law in one.law or (None,)
    ]
    return Sheet(columns, rows, _sentence(answer))


def _law_cells(law: Law | None) -> tuple[str, str, str, str]:
    if law is None:
        return ("", "", "", "")
    return law.law.say(_say.lang), law.article or "", law.edition or "", "true" if law.verified else "false"
