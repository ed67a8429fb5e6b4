"""`kpi`: the score sheet of a position, computed from what is filled in, and the index of a workbook of them.

Scoring, by which targets there are: as good as the target or better is 100. Below a least target
the score falls in proportion (half of the target is 50); above a most target it falls by the share
of the excess (twice the target is 0), and where the most is 0 by ten for every piece, or for every
percentage point. Never below 0, never above 100. The result is the weighted mean of what was scored.
"""

from __future__ import annotations

from collections.abc import Sequence

from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.parts import indicators, is_marked, scoring
from dealer_cli.documents.picture.sound import sound_roles
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.sheets.desk import (
    blank,
    column,
    control,
    per_post,
    post_facts,
    say,
    signed,
    store_title,
)
from dealer_cli.documents.sheets.table import Content, Fact, Formula, Highlight, Input, Kind, Row, Sheet, Written, filled
from dealer_cli.model.role import RoleIndicator
from dealer_cli.model.vocabulary import Indicator

PASS = 60
"""The score below which an indicator, or a post, is marked."""

_BELOW = "IF({least}>0,MAX(0,ROUND(100*{actual}/{least},1)),0)"
_ABOVE = "IF({most}>0,MAX(0,ROUND(100*(2-{actual}/{most}),1)),MAX(0,ROUND(100-STEP*({actual}-{most}),1)))"
_FORMULAS = {
    "least": f'IF(COUNT({{actual}},{{least}})<2,"",IF({{actual}}>={{least}},100,{_BELOW}))',
    "most": f'IF(COUNT({{actual}},{{most}})<2,"",IF({{actual}}<={{most}},100,{_ABOVE}))',
    "range": f'IF(COUNT({{actual}},{{least}},{{most}})<3,"",IF({{actual}}<{{least}},{_BELOW},IF({{actual}}>{{most}},{_ABOVE},100)))',
}


def sheets(voice: Voice, seats: Sequence[Seat]) -> list[Sheet]:
    """A score sheet for every position. Raises `Refused`."""
    sound_roles(voice, (seat.position.role for seat in seats))
    return [_sheet(voice, seat) for seat in seats]


def _sheet(voice: Voice, seat: Seat) -> Sheet:
    scene = voice.scene
    measured = scene.catalog.role(seat.position.role).record.kpis
    uses = measured.list if measured else ()
    drawn = indicators(voice, measured)
    columns = (
        column(voice, "no", 5, kind="count"),
        column(voice, "indicator", 14),
        column(voice, "definition", 19),
        column(voice, "formula", 20),
        column(voice, "data_source", 14),
        column(voice, "period", 7, centred=True),
        column(voice, "unit", 6, centred=True),
        column(voice, "weight", 7, kind="share"),
        column(voice, "least", 8, kind="number"),
        column(voice, "most", 8, kind="number"),
        column(voice, "rule", 22),
        column(voice, "actual", 9, kind="number"),
        column(
            voice,
            "score",
            7,
            kind="score",
            highlights=(
                Highlight(f"AND(ISNUMBER({{score}}),{{score}}<{PASS})", "bad"),
                Highlight("AND(ISNUMBER({score}),{score}>=100)", "good"),
            ),
        ),
        column(voice, "weighted", 8, kind="points"),
    )
    rows = []
    for no, (use, said) in enumerate(zip(uses, drawn, strict=True), 1):
        indicator = scene.catalog.kpis[use.kpi].record
        form, least, most = _targets(use, indicator)
        step = "1000" if indicator.unit == "percent" else "10"
        cells: dict[str, Content] = {
            "no": no,
            "indicator": f"{said['name']}{said['mark']}",
            "definition": str(said["definition"]),
            "formula": str(said["formula"]) or say(voice, "no-formula"),
            "data_source": str(said["data_source"]),
            "period": str(said["frequency"]),
            "unit": str(said["unit"]),
            "weight": use.weight,
            "least": least,
            "most": most,
            "rule": _rule(voice, form, indicator, least, most),
            "actual": Input(_written(indicator)),
            "score": Formula(_FORMULAS[form].replace("STEP", step)),
            "weighted": Formula('IF({score}="","",ROUND({score}*{weight}/100,2))'),
        }
        rows.append(filled(cells, columns))
    if rows:
        total: dict[str, Content] = {
            "no": say(voice, "total"),
            "weight": Formula("SUM({weight:all})", sum(use.weight for use in uses)),
            "weighted": Formula('IF(COUNT({weighted:all})=0,"",SUM({weighted:all}))'),
        }
        rows.append(Row(filled(total, columns).cells, "total"))
    own = control(voice, "KPI", voice.numbers[seat.key])
    scored = 'SUMIF({score:all},">=0",{weight:all})'
    result = Formula(f'IF(COUNT({{score:all}})=0,"",ROUND(100*SUM({{weighted:all}})/{scored},1))') if uses else "—"
    return Sheet(
        id=seat.key,
        tab=f"{voice.numbers[seat.key]} {scene.title(seat.key)}",
        title=say(voice, "title.kpi"),
        store=store_title(scene),
        control=own,
        columns=columns,
        rows=tuple(rows),
        facts=(
            *post_facts(voice, seat),
            blank(voice, "person"),
            blank(voice, "personnel-number"),
            blank(voice, "term"),
            Fact(say(voice, "result"), result, "result"),
        ),
        notes=(say(voice, "note.kpi") if uses else say(voice, "note.no-kpi"), *([say(voice, "mark-note")] if is_marked(drawn) else [])),
        signatures=signed(voice, "holder", "superior", "hr"),
        frozen=2,
        keys=per_post(voice, seat),
        result="result",
    )


def index(voice: Voice, found: Sequence[Sheet], seats: Sequence[Seat]) -> Sheet:
    """The first sheet of a workbook: every position with its result, drawn from the sheets behind."""
    columns = (
        column(voice, "number", 12, centred=True),
        column(voice, "position", 32),
        column(voice, "department", 20),
        column(voice, "headcount", 10, centred=True),
        column(voice, "indicators", 12, kind="count"),
        column(
            voice,
            "result",
            12,
            kind="score",
            highlights=(Highlight(f"AND(ISNUMBER({{result}}),{{result}}<{PASS})", "bad"),),
        ),
    )
    rows = []
    for sheet, seat in zip(found, seats, strict=True):
        heads = seat.position.headcount
        measured = sum(row.kind == "row" for row in sheet.rows)
        cells: dict[str, Content] = {
            "number": voice.numbers[seat.key],
            "position": voice.scene.full_title(seat.key),
            "department": voice.department(voice.scene.department(seat)),
            "headcount": heads if isinstance(heads, int) else say(voice, "several"),
            "indicators": measured,
            "result": Formula(f"[[{sheet.id}]]!{result_address(sheet)}") if measured else "—",
        }
        rows.append(filled(cells, columns))
    return Sheet(
        id="index",
        tab=say(voice, "index"),
        title=say(voice, "title.kpi-index"),
        store=store_title(voice.scene),
        control=control(voice, "KPI"),
        columns=columns,
        rows=tuple(rows),
        notes=(say(voice, "note.index"),),
        landscape=False,
    )


def result_address(sheet: Sheet) -> str:
    """Where a sheet's result stands, for formulas of other sheets."""
    from dealer_cli.documents.sheets.layout import column_letters, laid_out
    from dealer_cli.documents.sheets.paper import fitted

    grid = laid_out(fitted(sheet))
    i = next(i for i, fact in enumerate(sheet.facts) if fact.id == sheet.result)
    first, _ = grid.spans[2 * (i % grid.pairs) + 1]
    return f"${column_letters(first)}${grid.facts[i // grid.pairs] + 1}"


_FORMS = {"higher": "least", "floor": "least", "range": "range"}
"""The way of scoring that a letter tells to the targets that a sheet has; every other way has a most."""


def _targets(use: RoleIndicator, indicator: Indicator) -> tuple[str, Content, Content]:
    """The form of the scoring, and the cells of the targets: to fill in where the catalog sets none."""
    bounds = use.target or indicator.target
    least = bounds.min if bounds else None
    most = bounds.max if bounds else None
    form = _FORMS.get(scoring(bounds, indicator), "most")
    kind = _written(indicator)
    return form, _target(form != "most", least, kind), _target(form != "least", most, kind)


def _target(due: bool, bound: float | None, kind: Kind) -> Content:
    if not due:
        return "—"
    if bound is None:
        return Input(kind)
    return Written(bound, kind) if kind == "percent" else bound


def _written(indicator: Indicator) -> Kind:
    return "percent" if indicator.unit == "percent" else "number"


def _rule(voice: Voice, form: str, indicator: Indicator, least: Content, most: Content) -> str:
    percent = indicator.unit == "percent"
    least, most = (bound.value if isinstance(bound, Written) else bound for bound in (least, most))
    if form == "least":
        return say(voice, "rule.least-zero" if least == 0 else "rule.least")
    if form == "most" and most == 0:
        return say(voice, "rule.none-percent" if percent else "rule.none")
    return say(voice, f"rule.{form}")
