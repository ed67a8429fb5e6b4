"""Chains, reports, rings and heads of charts that are drawn here, right and wrong ones."""

import pytest

from dealer_cli.chart.heads import heads
from dealer_cli.chart.tree import Chart
from dealer_cli.model.role import Level
from dealer_cli.model.store import DottedLine, ExternalSuperior, HeldRole, Position, Store
from dealer_cli.model.words import Text


def chart(**lines: str | None) -> Chart:
    """`chart(a="board", b="a")`: a reports outside, b to a; None is no line at all."""
    positions = tuple(
        Position(role=key, reports_to=ExternalSuperior(external="board") if above == "board" else above) for key, above in lines.items()
    )
    return Chart(Store(id="s", title=Text(zh="店"), positions=positions))


HOUSE = chart(gm="board", sales="gm", service="gm", showroom="sales", consultant="showroom", host="showroom")


def test_a_chain_goes_to_the_top() -> None:
    assert HOUSE.chain("consultant") == ["showroom", "sales", "gm"]
    assert HOUSE.chain("gm") == []
    assert (HOUSE.external("gm"), HOUSE.external("sales")) == ("board", None)


def test_reports_stand_in_the_order_of_the_file() -> None:
    assert HOUSE.reports["gm"] == ["sales", "service"]
    assert HOUSE.reports["consultant"] == []
    assert HOUSE.roots == ["gm"]


def test_below_goes_depth_first() -> None:
    assert list(HOUSE.below("gm")) == [(0, "gm"), (1, "sales"), (2, "showroom"), (3, "consultant"), (3, "host"), (1, "service")]
    assert list(HOUSE.below("host")) == [(0, "host")]


@pytest.mark.parametrize(
    ("lines", "rings"),
    [
        ({"a": "board", "b": "a"}, []),
        ({"a": "a"}, [["a"]]),
        ({"b": "c", "c": "b"}, [["b", "c"]]),
        ({"c": "b", "b": "c"}, [["b", "c"]]),
        ({"z": "b", "b": "c", "c": "d", "d": "b"}, [["b", "c", "d"]]),
        ({"d": "c", "c": "d", "b": "a", "a": "b"}, [["a", "b"], ["c", "d"]]),
        ({"a": "nobody", "b": "a"}, []),
        ({"a": None}, []),
    ],
)
def test_rings(lines: dict[str, str | None], rings: list[list[str]]) -> None:
    assert chart(**lines).rings() == rings


def test_a_ring_does_no_harm_to_questions() -> None:
    ring = chart(a="b", b="c", c="a", d="c")
    assert ring.chain("a") == ["b", "c"]
    assert ring.chain("d") == ["c", "a", "b"]
    assert [key for _, key in ring.below("a")] == ["a", "c", "b", "d"]
    assert ring.roots == []


def test_a_line_to_nowhere_ends_the_chain() -> None:
    lost = chart(a="nobody", b="a")
    assert (lost.superior("a"), lost.external("a"), lost.chain("b")) == (None, None, ["a"])


def test_the_second_of_two_equal_names_is_passed_over() -> None:
    twice = Chart(Store(id="s", title=Text(zh="店"), positions=(Position(role="a"), Position(role="a", headcount=3))))
    assert [seat.position.headcount for seat in twice.seats.values()] == [1]


def test_posts_held_together_and_dotted_lines() -> None:
    positions = (
        Position(role="gm", reports_to=ExternalSuperior(external="board")),
        Position(role="used", reports_to="gm", also_holds=("appraiser", HeldRole(role="trainer", seats=1))),
        Position(id="second", role="appraiser", reports_to="used", also_reports_to=("gm", DottedLine(position="nobody"))),
    )
    made = Chart(Store(id="s", title=Text(zh="店"), positions=positions))
    assert [seat.key for seat in made.seats_of_role["appraiser"]] == ["used", "second"]
    assert made.seats["used"].roles == ("used", "appraiser", "trainer")
    assert made.dotted_reports == {"gm": ["second"], "used": [], "second": []}


LEVEL: dict[str, Level] = {"gm": "executive", "sales": "director", "service": "director", "showroom": "manager"}


def found_heads(made: Chart, departments: dict[str, str]) -> dict[str, list[str]]:
    found = heads(made, lambda seat: departments.get(seat.key, "sales"), lambda seat: LEVEL.get(seat.key, "staff"))
    return {department: [seat.key for seat in seats] for department, seats in found.items()}


def test_the_head_is_the_highest_whose_superior_is_outside() -> None:
    assert found_heads(HOUSE, {"gm": "management", "service": "service"}) == {
        "management": ["gm"],
        "sales": ["sales"],
        "service": ["service"],
    }


def test_a_higher_level_wins_over_another_way_out() -> None:
    made = chart(gm="board", showroom="gm", sales="gm", host="gm")
    assert found_heads(made, {"gm": "management"})["sales"] == ["sales"]


def test_a_tie_is_two_heads() -> None:
    made = chart(gm="board", sales="gm", service="gm")
    assert found_heads(made, {"gm": "management"})["sales"] == ["sales", "service"]


def test_a_ring_has_no_head() -> None:
    made = chart(gm="board", sales="showroom", showroom="sales")
    assert found_heads(made, {"gm": "management"})["sales"] == []


def test_a_line_to_nowhere_makes_no_head() -> None:
    assert found_heads(chart(showroom="nobody"), {})["sales"] == []
