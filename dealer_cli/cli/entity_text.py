"""Indicators, records, systems, functions, departments, stores and externals as text of 80 columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from dealer_cli.cli.covers import covered_lines
from dealer_cli.cli.output import full_title, title, titles
from dealer_cli.cli.tree import people_text, tree_lines
from dealer_cli.language import words
from dealer_cli.model.external import External
from dealer_cli.model.phrases import target, when
from dealer_cli.model.store import Store
from dealer_cli.model.vocabulary import Department, Function, Indicator, Record, System
from dealer_cli.model.words import Frequency, Text
from dealer_cli.questions.answer import Named
from dealer_cli.questions.shown import (
    Mention,
    Shown,
    ShownDepartment,
    ShownExternal,
    ShownFunction,
    ShownIndicator,
    ShownPolicy,
    ShownRecord,
    ShownRole,
    ShownStore,
    ShownSystem,
)
from dealer_cli.questions.uses import Use
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import styled, table, wrap

_say = words()


def entity_lines(answer: Shown) -> Iterator[str]:
    """Something of the catalog that is neither a role nor a policy."""
    if isinstance(answer, ShownIndicator):
        return _indicator(answer)
    if isinstance(answer, ShownRecord):
        return _record(answer)
    if isinstance(answer, ShownSystem):
        return _system(answer)
    if isinstance(answer, ShownFunction):
        return _function(answer)
    if isinstance(answer, ShownDepartment):
        return _department(answer)
    if isinstance(answer, ShownStore):
        return _store(answer)
    if isinstance(answer, ShownExternal):
        return _external(answer)
    assert not isinstance(answer, (ShownRole, ShownPolicy))
    raise AssertionError


def _indicator(answer: ShownIndicator) -> Iterator[str]:
    indicator = answer.indicator
    named = _namer(answer.mentions)
    yield from _head(indicator)
    yield from _facts(
        [
            ("labels.definition", _text(indicator.definition)),
            ("labels.col.unit", _say("labels.unit." + indicator.unit)),
            ("labels.direction", _say("labels.direction." + indicator.direction)),
            ("labels.frequency", when((Frequency(every=indicator.frequency),), _say)),
            ("labels.formula", show(indicator.formula or "")),
            ("", _say.join([f"{show(part.id)} = {_text(part)}" for part in indicator.inputs])),
            ("labels.data_source", _text(indicator.data_source)),
            ("labels.system", named("system", indicator.system)),
            ("labels.supplied-by", named("role", indicator.supplied_by)),
            ("labels.target", target(indicator.target, indicator, _say)),
        ]
    )
    rows = [
        (f"{c.weight} %", title(c.role), target(c.target, indicator, _say), "" if c.seats else _say("answers.no-seat"))
        for c in answer.carriers
    ]
    yield from _section("labels.carried-by", table(rows, indent="  "))
    yield from _uses(answer.uses)


def _record(answer: ShownRecord) -> Iterator[str]:
    named = _namer(answer.mentions)
    yield from _head(answer.record)
    yield from _facts(
        [
            ("labels.aliases", show(_say.join(answer.record.aliases))),
            ("labels.owner", named("role", answer.record.keeper)),
            ("labels.frequency", show(when(answer.record.frequency, _say))),
            ("labels.system", named("system", answer.record.system)),
        ]
    )
    yield from _uses(answer.uses)


def _system(answer: ShownSystem) -> Iterator[str]:
    yield from _head(answer.system)
    yield from _facts(
        [
            ("labels.aliases", show(_say.join(answer.system.aliases))),
            ("labels.definition", _text(answer.system.definition)),
            ("labels.product", f"{_text(answer.product)} ({title(answer.store)})" if answer.product else ""),
        ]
    )
    yield from _uses(answer.uses)


def _function(answer: ShownFunction) -> Iterator[str]:
    function = answer.function
    named = _namer(answer.mentions)
    yield from _head(function)
    laws = [" ".join(part for part in (_text(law.law), show(law.article or "")) if part) for law in function.law]
    yield from _facts(
        [
            ("labels.kind", _say("labels.function." + function.kind)),
            ("labels.definition", _text(function.definition)),
            ("labels.usually", named("role", function.accountable)),
            ("labels.handles", _say.join([_say("labels.handles." + thing) for thing in function.handles])),
            ("labels.law", _say.join(laws)),
        ]
    )
    yield from _section(_say("answers.seats", store=title(answer.store)), covered_lines(answer.covered, duties=True))


def _department(answer: ShownDepartment) -> Iterator[str]:
    yield from _head(answer.department)
    yield from _facts(
        [
            ("labels.aliases", show(_say.join(answer.department.aliases))),
            ("labels.code", show(answer.department.code)),
            ("labels.head", titles(answer.heads)),
        ]
    )
    lines = [*tree_lines(answer.positions, ("headcount", "level")), *wrap(people_text(answer.people))] if answer.positions else []
    yield from _section(_say("answers.seats", store=title(answer.store)), lines or wrap(_say("answers.tree-empty")))


def _store(answer: ShownStore) -> Iterator[str]:
    store = answer.store
    yield from _head(store)
    yield from _facts(
        [
            ("", _text(store.description)),
            ("labels.business", _say.join([_say("labels.business." + one) for one in store.business])),
            ("labels.sections", ", ".join(store.sections)),
            ("labels.people-here", people_text(answer.people)),
        ]
    )
    values = [(f"${key}", show(value if isinstance(value, str) else value.say(_say.lang))) for key, value in store.values.items()]
    yield from _section("labels.values", table(values, indent="  "))
    rows = [(title(d.department), titles(d.heads), people_text(d.people)) for d in answer.departments]
    yield from _section("labels.departments", table(rows, indent="  "))
    policies = [(mention.id, title(mention)) for mention in answer.mentions if mention.kind == "policy"]
    yield from _section("labels.policies", table(policies, indent="  "))


def _external(answer: ShownExternal) -> Iterator[str]:
    yield from _head(answer.external)
    yield from _facts(
        [
            ("labels.aliases", show(_say.join(answer.external.aliases))),
            ("answers.reports", _say.join([full_title(post) for post in answer.reports])),
        ]
    )
    yield from _uses(answer.uses)


def _head(entity: Indicator | Record | System | Function | Department | Store | External) -> Iterator[str]:
    other = (entity.title.en if _say.lang == "zh" else entity.title.zh) or ""
    yield f"{styled(show(f'{entity.title.say(_say.lang)}  {other}'.strip()), 'strong')}  ({entity.id})"


def _facts(rows: Sequence[tuple[str, str]]) -> list[str]:
    return table([(_say(key) if key else "", text) for key, text in rows if text], indent="  ")


def _section(name: str, lines: Iterable[str]) -> Iterator[str]:
    drawn = list(lines)
    if drawn:
        yield ""
        yield styled(_say(name) if name.startswith("labels.") else name, "strong")
        yield from drawn


def _uses(uses: Sequence[Use]) -> Iterator[str]:
    """Where it is used, by owner."""
    owners: dict[tuple[str, str], list[Use]] = {}
    for use in uses:
        owners.setdefault((use.kind, use.owner.id), []).append(use)
    lines: list[str] = []
    for (kind, _), found in owners.items():
        lines += wrap(f"{_say('labels.found.' + kind)} {title(found[0].owner)} ({found[0].owner.id})", first="  ")
        for use in found:
            lines += wrap(_use(use), first="    - ")
    yield from _section("labels.used", lines)


def _use(use: Use) -> str:
    key = _say.find(f"labels.use.{use.key}") or use.key
    text = show(use.text.say(_say.lang)) if use.text else ""
    return f"{key}{_say('labels.colon')}{text}" if text else key


def _text(text: Text | None) -> str:
    return show(text.say(_say.lang)) if text else ""


def _namer(mentions: Sequence[Mention]) -> Callable[[str, str | None], str]:
    """The titles of what a record names."""
    known: dict[tuple[str, str], Named] = {(mention.kind, mention.id): mention for mention in mentions}

    def named(kind: str, name: str | None) -> str:
        if name is None:
            return ""
        found = known.get((kind, name))
        return f"{title(found)} ({name})" if found else name

    return named
