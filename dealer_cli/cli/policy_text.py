"""A policy as text of 80 columns: its rules, and its steps with who, what and where it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from dealer_cli.chart.scene import Scene
from dealer_cli.language import words
from dealer_cli.model.phrases import when
from dealer_cli.model.policy import Policy, PolicyRule, Step
from dealer_cli.model.values import fill
from dealer_cli.model.words import Citations, Party, Statement, cited
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import styled, table, wrap

_say = words()

T = TypeVar("T")


def policy_lines(scene: Scene, policy: Policy, sourced: bool, sources: bool) -> Iterator[str]:
    """A policy; `sourced` leaves out what cites nothing, `sources` adds the items."""
    return _PolicyText(scene, policy, sourced, sources).lines()


class _PolicyText:
    """The parts of one policy, one method each."""

    def __init__(self, scene: Scene, policy: Policy, sourced: bool, sources: bool) -> None:
        self.scene = scene
        self.policy = policy
        self.sourced = sourced
        self.sources = sources
        self.proposed = False

    def lines(self) -> Iterator[str]:
        policy = self.policy
        other = policy.title.en if _say.lang == "zh" else policy.title.zh
        title = f"{policy.title.say(_say.lang)}  {other or ''}".strip()
        yield f"{styled(show(title), 'strong')}  ({policy.id})"
        rows = [(_say("labels.kind"), _say("labels.policy." + policy.kind))]
        if policy.owner and self._wanted(policy.from_):
            rows.append((_say("labels.owner"), self._party(policy.owner) + self._mark(policy.from_)))
        yield from table(rows, indent="  ")
        if policy.purpose and self._wanted(policy.purpose.from_):
            yield ""
            yield styled(_say("labels.policy-purpose"), "strong")
            yield from wrap(self._sentence(policy.purpose), first="  ")
        yield from self._part("rules", [r for r in policy.rules if self._wanted(r.from_)], self._rule)
        yield from self._part("steps", [s for s in policy.steps if self._wanted(s.from_)], self._step)
        if self.proposed:
            yield ""
            yield from wrap(_say("labels.mark-note"))

    def _part(self, name: str, entries: Sequence[T], draw: Callable[[int, T], Iterator[str]]) -> Iterator[str]:
        if entries:
            yield ""
            yield styled(_say("labels." + name), "strong")
            for i, entry in enumerate(entries, 1):
                yield from draw(i, entry)

    def _wanted(self, citations: Citations | None) -> bool:
        return bool(citations) or not self.sourced

    def _mark(self, citations: Citations | None) -> str:
        if citations:
            return ""
        self.proposed = True
        return f" {_say('labels.mark')}"

    def _rule(self, number: int, rule: PolicyRule) -> Iterator[str]:
        yield from wrap(self._sentence(rule), first=f"{number:4}  ")
        parts = [self._parties(rule.party), when(rule.frequency, _say), self._records(rule.records)]
        if rule.status == "not-adopted":
            parts.insert(0, _say("labels.not-adopted"))
        detail = " · ".join(part for part in parts if part)
        if detail:
            yield from (styled(line, "quiet") for line in wrap(detail, first="      "))
        if rule.status == "not-adopted" and rule.why:
            yield from wrap(show(rule.why), first="      ")

    def _step(self, number: int, step: Step) -> Iterator[str]:
        yield from wrap(self._sentence(step), first=f"{number:4}  ")
        parts = [
            self._parties(step.actor, either=True),
            _say("labels.step." + step.part),
            when(step.deadline, _say),
            self._records(step.input),
            f"→ {self._records(step.output)}" if step.output else "",
            f"≤ {step.limit.max:g} {_say('labels.unit.' + step.limit.unit)}" if step.limit else "",
        ]
        yield from (styled(line, "quiet") for line in wrap(" · ".join(part for part in parts if part), first="      "))
        yield from self._ways(step)

    def _ways(self, step: Step) -> Iterator[str]:
        numbers = {s.id: i for i, s in enumerate(self.policy.steps, 1)}
        if step.gate:
            yield from wrap(show(fill(step.gate.say(_say.lang), self.scene.values)), first="      ? ")
            for key, goal in (("yes", step.then), ("no", step.else_)):
                if goal in numbers:
                    yield from wrap(_say(f"labels.way-{key}", n=numbers[goal]), first="        ")
        elif step.then in numbers:
            yield from wrap(_say("labels.way-then", n=numbers[step.then]), first="        ")

    def _records(self, records: Sequence[str]) -> str:
        found = self.scene.catalog.records
        return show(_say.join([found[r].record.title.say(_say.lang) if r in found else r for r in records]))

    def _parties(self, parties: Sequence[Party], either: bool = False) -> str:
        names = [self._party(party) for party in parties]
        return _say("labels.or").join(names) if either else _say.join(names)

    def _party(self, party: Party) -> str:
        return show(self.scene.party(party))

    def _sentence(self, statement: Statement) -> str:
        text = show(fill(statement.say(_say.lang), self.scene.values))
        if not statement.from_:
            return text + self._mark(statement.from_)
        return f"{text}  [{', '.join(cited(statement.from_))}]" if self.sources else text
