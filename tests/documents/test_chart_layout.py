"""Where boxes and lines go: for any tree, nothing overlaps and every line ends at its boxes."""

from __future__ import annotations

import time
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealer_cli.documents.chart.layout import Layout
from dealer_cli.documents.chart.plan import Plan, Point, Rect, Tree, straight
from dealer_cli.documents.chart.routing import Routes

EDGE = 0.002
"""Dotted lines run on a grid of thousandths."""


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Trees of up to thirty boxes, also flat ones, chains and several roots."""
    count = draw(st.integers(1, 30))
    above = [draw(st.integers(max(-1, i - draw(st.integers(1, 30))), i - 1)) for i in range(count)]
    heights = draw(st.lists(st.sampled_from([1.8, 3.1, 6.4]), min_size=count, max_size=count))
    reports = [[i for i in range(count) if above[i] == node] for node in range(count)]
    return Tree(draw(st.sampled_from([5.0, 9.0])), heights, reports, [i for i in range(count) if above[i] < 0])


papers = st.sampled_from([(800.0, 480.0), (480.0, 760.0), (100.0, 900.0)])


@settings(max_examples=40, deadline=None)
@given(trees(), papers, st.booleans())
def test_boxes_stand_apart_on_the_page_and_lines_end_at_them(tree: Tree, paper: tuple[float, float], spread: bool) -> None:
    layout = Layout(tree, spread)
    plan = layout.plan(*paper)
    assert layout.scale(*paper) == pytest.approx(min(paper[0] / plan.width, paper[1] / plan.height))
    for box in plan.boxes:
        assert box.x >= -1e-6 and box.y >= -1e-6 and box.right <= plan.width + 1e-6 and box.bottom <= plan.height + 1e-6
    for one, two in combinations(plan.boxes, 2):
        assert one.right < two.x + 1e-6 or two.right < one.x + 1e-6 or one.bottom < two.y + 1e-6 or two.bottom < one.y + 1e-6
    assert {(above, report) for above, report, _ in plan.lines} == {(i, report) for i, own in enumerate(tree.reports) for report in own}
    for above, report, points in plan.lines:
        _must_hold(points, plan.boxes[above], plan.boxes[report], plan)


@settings(max_examples=25, deadline=None)
@given(trees(), papers, st.data())
def test_dotted_lines_run_through_no_box(tree: Tree, paper: tuple[float, float], data: st.DataObject) -> None:
    plan = Layout(tree, True).plan(*paper)
    routes = Routes(plan)
    count = len(plan.boxes)
    for _ in range(min(4, count - 1)):
        start, end = data.draw(st.lists(st.integers(0, count - 1), min_size=2, max_size=2, unique=True))
        points = routes.find(start, end)
        assert points, "boxes stand apart, so there is always a way"
        _must_hold(points, plan.boxes[start], plan.boxes[end], plan)


def _must_hold(points: tuple[Point, ...], start: Rect, end: Rect, plan: Plan) -> None:
    assert _on_edge(points[0], start) and _on_edge(points[-1], end)
    for (x, y), (to_x, to_y) in pairwise(points):
        assert abs(x - to_x) < 1e-6 or abs(y - to_y) < 1e-6
        left, right, top, bottom = min(x, to_x), max(x, to_x), min(y, to_y), max(y, to_y)
        for box in plan.boxes:
            outside = right <= box.x + EDGE or left >= box.right - EDGE or bottom <= box.y + EDGE or top >= box.bottom - EDGE
            assert outside, (points, box)


def _on_edge(point: Point, box: Rect) -> bool:
    x, y = point
    upright = min(abs(x - box.x), abs(x - box.right)) < EDGE and box.y - EDGE <= y <= box.bottom + EDGE
    level = min(abs(y - box.y), abs(y - box.bottom)) < EDGE and box.x - EDGE <= x <= box.right + EDGE
    return upright or level


def test_a_line_keeps_only_its_corners() -> None:
    assert straight([(0, 0), (0, 1), (0, 3), (2, 3), (2, 3)]) == ((0, 0), (0, 3), (2, 3))


@pytest.mark.parametrize("reports", [[[i + 1] if i < 999 else [] for i in range(1000)], [list(range(1, 1000)), *[[] for _ in range(999)]]])
def test_a_chain_and_a_flat_chart_of_a_thousand_are_laid_out_soon(reports: list[list[int]]) -> None:
    start = time.process_time()
    Layout(Tree(9, [2.0] * 1000, reports, [0]), False).plan(800, 500)
    assert time.process_time() - start < 10
