"""A role as text of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dealer_cli.chart.scene import Scene
from dealer_cli.language import words
from dealer_cli.model.holding import holds, rests_on
from dealer_cli.model.phrases import headcount, target, when
from dealer_cli.model.role import Duty, Role, RoleIndicator
from dealer_cli.model.terms import Terms
from dealer_cli.model.values import fill
from dealer_cli.model.vocabulary import Functions, Indicators
from dealer_cli.model.words import Citations, Statement, cited
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import styled, table, wrap

_say = words()


def role_lines(scene: Scene, role: Role, sourced: bool, sources: bool) -> Iterator[str]:
    """Every part of a role that has content; proposed content carries the mark of documents."""
    if sourced:
        from dealer_cli.model.sourced import sourced_only

        role = sourced_only(role, scene.store.record)
    return _RoleText(scene, role, sources, sourced).lines()


class _RoleText:
    """The parts of one role, one method each."""

    def __init__(self, scene: Scene, role: Role, sources: bool, sourced: bool) -> None:
        self.scene = scene
        self.role = role
        self.sources = sources
        self.sourced = sourced
        self.functions = Terms(scene.catalog, "functions", Functions)
        self.kpis = Terms(scene.catalog, "kpis", Indicators)
        self.proposed = False

    def lines(self) -> Iterator[str]:
        yield from self._head()
        yield from self._seats()
        if self.role.purpose:
            yield from self._section("purpose", [self._sentence(self.role.purpose)])
        yield from self._duties()
        yield from self._kpis()
        for name, group in (("authority", self.role.authority), ("conditions", self.role.conditions)):
            if group:
                yield from self._section(name, [self._sentence(s) for s in group.list])
        if self.role.requirements:
            rows = [(_say(f"labels.requirement.{r.kind}"), self._sentence(r)) for r in self.role.requirements.list]
            yield from self._rows("requirements", rows)
        if self.role.relations:
            yield from self._rows("relations", [(show(self.scene.party(r.with_)), self._sentence(r)) for r in self.role.relations.list])
        yield from self._career()
        if self.proposed:
            yield ""
            yield from wrap(_say("labels.mark-note"))

    def _head(self) -> Iterator[str]:
        role = self.role
        other = role.title.en if _say.lang == "zh" else role.title.zh
        title = show(f"{role.title.say(_say.lang)}  {other or ''}".strip())
        yield f"{styled(title, 'strong')}  ({role.id})"
        department = self.scene.catalog.departments.get(role.department)
        rows = [
            (_say("labels.department"), department.record.title.say(_say.lang) if department else role.department),
            (_say("labels.level"), _say("labels.level." + role.level)),
            (_say("labels.aliases"), _say.join([a if isinstance(a, str) else f"{a.name} ({', '.join(a.stores)})" for a in role.aliases])),
        ]
        yield from table([(label, show(text)) for label, text in rows if text], indent="  ")

    def _seats(self) -> Iterator[str]:
        chart = self.scene.chart
        rows = []
        for seat in chart.seats_of_role.get(self.role.id, []):
            above = self.scene.superior(seat.key) or "–"
            rows.append((f"{self.scene.full_title(seat.key)}, {headcount(seat.position, _say)}", f"→ {above}"))
        if rows:
            store = show(self.scene.store.record.title.say(_say.lang))
            yield ""
            yield styled(_say("answers.seats", store=store), "strong")
            yield from table([(show(a), show(b)) for a, b in rows], indent="  ")

    def _duties(self) -> Iterator[str]:
        here = [d for d in self.role.duties if self.sources or holds(d, self.scene.store.record)]
        lines = []
        for i, duty in enumerate(here, 1):
            lines += wrap(self._sentence(duty), first=f"{i:4}  ")
            detail = "" if self.sourced and not duty.stated else self._detail(duty)
            if detail:
                lines += [styled(line, "quiet") for line in wrap(detail, first="      ")]
        uses = [use for use in self.role.clauses if self.sources or holds(use, self.scene.store.record)]
        for i, use in enumerate(uses, len(here) + 1):
            clause = self.scene.catalog.clauses.get(use.clause)
            text = clause.record.say(_say.lang) if clause else use.clause
            lines += wrap(self._marked(show(text), use.from_), first=f"{i:4}  ")
        if lines:
            yield ""
            yield styled(_say("labels.duties"), "strong")
            yield from lines

    def _detail(self, duty: Duty) -> str:
        function = self.functions.get(duty.function) if duty.function else None
        parts = [
            _say("labels.part." + duty.part),
            when(duty.frequency, _say),
            function.record.title.say(_say.lang) if function else "",
            ", ".join(duty.stores),
        ]
        return show(" · ".join(part for part in parts if part))

    def _kpis(self) -> Iterator[str]:
        if self.role.kpis:
            rows = [self._kpi(kpi) for kpi in self.role.kpis.list]
            yield from self._rows("kpis", rows)

    def _kpi(self, kpi: RoleIndicator) -> tuple[str, str, str]:
        entry = self.kpis.get(kpi.kpi)
        if entry is None:
            return (f"{kpi.weight} %", self._marked(kpi.kpi, kpi.from_), "")
        indicator = entry.record
        goal = target(kpi.target or indicator.target, indicator, _say)
        return (f"{kpi.weight} %", self._marked(show(indicator.title.say(_say.lang)), kpi.from_), goal)

    def _career(self) -> Iterator[str]:
        career = self.role.career
        if career and (career.previous or career.next):
            rows = [(_say("labels.career-previous"), career.previous), (_say("labels.career-next"), career.next)]
            named = [(label, self._marked(self._roles(ids), career.from_)) for label, ids in rows if ids]
            yield from self._rows("career", named)

    def _roles(self, ids: Sequence[str]) -> str:
        known = self.scene.catalog.role_path
        return show(_say.join([self.scene.role_title(role) if known(role) else role for role in ids]))

    def _sentence(self, statement: Statement) -> str:
        return self._marked(show(fill(statement.say(_say.lang), self.scene.values)), statement.from_)

    def _marked(self, text: str, citations: Citations | None) -> str:
        if not rests_on(citations, self.scene.store.record) and not (self.sources and citations):
            self.proposed = True
            return f"{text} {_say('labels.mark')}"
        return f"{text}  [{', '.join(cited(citations))}]" if self.sources else text

    def _section(self, name: str, sentences: list[str]) -> Iterator[str]:
        yield ""
        yield styled(_say("labels." + name), "strong")
        for sentence in sentences:
            yield from wrap(sentence, first="  ")

    def _rows(self, name: str, rows: Sequence[Sequence[str]]) -> Iterator[str]:
        yield ""
        yield styled(_say("labels." + name), "strong")
        yield from table(rows, indent="  ")
