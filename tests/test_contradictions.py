"""The contradictions of the sources, by the numbers of the project's notes: each is found at both its places.

A place is a section, what the line there says (a relation, or `heading` for the title of the section
itself), and the title that is named. Without one of the two lines the contradiction is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

import pytest

from dealer_cli.checks.rules.evidence.contradictions import settles
from dealer_cli.checks.rules.evidence.e009_stale_resolution import FINDERS
from dealer_cli.checks.rules.evidence.statements import evidence
from dealer_cli.checks.table import BY_CODE
from dealer_cli.checks.view import View
from dealer_cli.model.catalog import Catalog, Entry
from dealer_cli.model.layout import shipped
from dealer_cli.model.source import StatedLine
from dealer_cli.reading.faults import Fault, Place

Where = tuple[str, str, str]

FOUND: list[tuple[int, str, Where, Where | None]] = [
    (1, "E007", ("D3.8.1.1", "superior", "无"), ("D3.8.1.1", "superior", "董事会")),
    (2, "E001", ("D3.8.3.1", "subordinates", "集客信息统计专员"), ("D3.8.2.4", "superior", "市场总监")),
    (3, "E001", ("D3.8.6.1", "subordinates", "试乘试驾专员"), ("D3.8.6.6", "superior", "展厅经理")),
    (4, "E008", ("D3.8.6.1", "subordinates", "二手车经理 again"), ("D3.8.6.1", "subordinates", "二手车经理")),
    (4, "E001", ("D3.8.6.1", "subordinates", "销售主管"), ("D3.8.6.3", "superior", "展厅经理")),
    (4, "E001", ("D3.8.6.1", "subordinates", "信贷专员"), ("D3.8.6.9", "superior", "衍生服务经理")),
    (4, "E005", ("D3.8.6.1", "subordinates", "大客户经理"), ("D3.8.6.11", "heading", "大用户经理")),
    (4, "E004", ("D3.8.6.1", "subordinates", "二级网点"), None),
    (5, "E003", ("D3.8.7.10", "superior", "服务经理"), ("D3.8.7.10", "superior", "技术经理")),
    (5, "E002", ("D3.8.7.10", "superior", "服务经理"), ("D3.8.7.2", "subordinates", "")),
    (5, "E005", ("D3.8.7.6", "subordinates", "索赔员"), ("D3.8.7.10", "heading", "索赔业务员")),
    (6, "E005", ("D3.8.3.1", "subordinates", "客户管理经理"), ("D3.8.3.2", "heading", "客服管理经理")),
    (6, "E005", ("D3.8.3.2", "superior", "客服总监"), ("D3.8.3.1", "heading", "客户关系管理总监")),
    (7, "E005", ("D3.8.3.4", "superior", "客服俱乐部经理"), ("D3.8.3.3", "heading", "客户俱乐部经理")),
    (8, "E002", ("D3.8.3.7", "superior", "客服管理经理"), ("D3.8.3.2", "subordinates", "")),
    (8, "E002", ("D3.8.3.8", "superior", "客服管理经理"), ("D3.8.3.2", "subordinates", "")),
    (8, "E006", ("D3.8.3.2", "joined heading", ""), ("D3.8.3.5", "superior", "客服管理经理")),
    (8, "E006", ("D3.8.3.2", "joined heading", ""), ("D3.8.3.6", "superior", "客服管理经理")),
    (9, "E002", ("D3.8.6.4", "superior", "展厅经理"), ("D3.8.6.2", "subordinates", "")),
    (9, "E004", ("D3.8.6.4", "subordinates", "网络销售顾问"), None),
    (9, "E012", ("D3.8.6.4", "leads", "销售顾问"), ("D3.8.6.5", "superior", "展厅主管")),
    (10, "E004", ("D3.8.3.1", "subordinates", "客户信息主管"), None),
    (10, "E004", ("D3.8.4.3", "subordinates", "保洁员"), None),
    (10, "E004", ("D3.8.4.3", "subordinates", "门卫"), None),
    (10, "E004", ("D3.8.6.1", "subordinates", "信息员"), None),
    (11, "E005", ("D3.8.7.13", "subordinates", "组内机/电技工"), ("D3.8.7.14", "heading", "机/电技工")),
    (11, "E005", ("D3.8.7.14", "superior", "机电组长"), ("D3.8.7.13", "heading", "机/电组长")),
    (11, "E005", ("D3.8.7.4", "leads", "备件库管员"), ("D3.8.7.5", "heading", "备件仓库管理员")),
    (11, "E005", ("D3.8.6.10", "assists", "衍生经理"), ("D3.8.6.8", "heading", "衍生服务经理")),
    (12, "E011", ("D3.8.6.9", "subordinates", "blank"), None),
    (12, "E011", ("D3.8.6.10", "subordinates", "blank"), None),
    (12, "E011", ("D3.8.6.15", "subordinates", "blank"), None),
    (12, "E011", ("D3.8.6.16", "subordinates", "blank"), None),
    (12, "E012", ("D3.8.4.2", "assists", "总经理"), ("D3.8.4.2", "superior", "行政总监")),
    (14, "E012", ("D1.4.1.1", "assists", "销售经理"), ("D1.4.1.2", "assists", "销售总监")),
    (14, "E012", ("D1.4.1.4", "reports-to-inferred", "销售经理"), ("D1.4.1.4", "reports-to-inferred", "销售总监")),
    (15, "E012", ("D3.6.7", "leads", "业务接待"), ("D3.6.2", "leads", "业务接待")),
    (15, "E012", ("D3.6.7", "leads", "索赔员"), ("D3.6.2", "leads", "索赔员")),
    (15, "E012", ("D3.4", "reports-to-inferred", "总经理"), ("D3.4", "superior", "营运总监")),
    (16, "E004", ("D3.12.1", "superior", "销售总监"), None),
]

RECORDED = {
    6: ("customer-relations-manager-name-field",),
    9: ("internet-supervisor-name-field",),
    11: ("tool-keeper-two-titles", "paint-leader-two-titles", "quality-inspector-two-titles", "customer-department-two-names"),
    12: ("service-director-label",),
    13: ("paint-leader-copied", "paint-leader-hands-to-itself", "order-mails-misplaced", "daily-administration-misplaced"),
    14: ("office-clerk-annex", "office-administration-two-names"),
    16: ("sales-head-two-titles", "fleet-manager-of-clinic"),
}
"""What only the text shows, by the number in the notes: recorded in a resolution, found by no rule."""


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog(shipped("catalog"))


def stated(catalog: Catalog) -> View:
    return View(catalog, as_stated=True)


def line_at(view: View, where: Where) -> Entry[StatedLine]:
    """The line that says it: by the title that it names, the second such line for `again`, any for none."""
    section, relation, title = where
    wanted, _, again = title.partition(" ")
    found = [
        line
        for line in view.lines
        if (line.record.section, line.record.relation) == (section, relation)
        and (wanted in line.record.stated or (wanted == "blank" and not line.record.stated) or not wanted)
    ]
    return found[1 if again else 0]


def place_of(view: View, where: Where) -> Place:
    section, relation, title = where
    if relation.endswith("heading"):
        source = view.sources[section.split(".")[0]]
        index = next(i for i, s in enumerate(source.record.sections) if s.id == section)
        return source.place("sections", index, *(("heading",) if relation == "joined heading" else ("titles", 0)))
    line = line_at(view, where)
    if title == "blank":
        return line.place("relation")
    return line.place("stated", line.record.stated.index(title.split(" ")[0])) if title else line.place("stated")


def faults(view: View, code: str) -> list[Fault]:
    return list(cast(Callable[[View], Iterator[Fault]], BY_CODE[code].find)(view))


def both(fault: Fault, place: Place, other: Place | None) -> bool:
    return fault.place == place and (other is None or any(related.place == other for related in fault.related))


def named(row: tuple[int, str, Where, Where | None]) -> str:
    return f"{row[0]} {row[1]} {row[2][0]} {row[2][2]}"


@pytest.mark.parametrize("row", FOUND, ids=named)
def test_contradiction_is_found_at_both_places(row: tuple[int, str, Where, Where | None], catalog: Catalog) -> None:
    _, code, where, other = row
    view = stated(catalog)
    place, second = place_of(view, where), place_of(view, other) if other else None
    assert any(both(fault, place, second) for fault in faults(view, code))


@pytest.mark.parametrize("row", FOUND, ids=named)
def test_without_one_of_the_two_lines_it_is_gone(row: tuple[int, str, Where, Where | None], catalog: Catalog) -> None:
    _, code, where, other = row
    whole = stated(catalog)
    place, second = place_of(whole, where), place_of(whole, other) if other else None
    for side in (where, other):
        if side is None or side[1].endswith("heading"):
            continue
        view = stated(catalog)
        gone = line_at(view, side)
        view.lines.remove(gone)
        assert not any(both(fault, place, second) for fault in faults(view, code)), f"still there without {side}"
        view.lines.append(gone)


def test_every_contradiction_of_the_notes_is_found_or_recorded() -> None:
    assert {row[0] for row in FOUND} | RECORDED.keys() == set(range(1, 17))


@pytest.mark.parametrize("number", RECORDED)
def test_what_only_the_text_shows_is_recorded(number: int, catalog: Catalog) -> None:
    view = stated(catalog)
    found = [one for group in view.once(evidence) for finder in FINDERS for one in finder(view, group)]
    resolutions = {entry.record.id: entry.record for entry in catalog.resolutions()}
    for name in RECORDED[number]:
        assert resolutions[name].recorded
        assert not any(settles(resolutions[name], one) for one in found), f"{name}: stated lines show it, it need not be recorded"


def test_every_resolution_without_record_settles_something(catalog: Catalog) -> None:
    assert faults(View(catalog), "E009") == []
