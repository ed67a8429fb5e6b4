"""Whatever a chart looks like, what is derived from its lines agrees with the lines."""

from hypothesis import given
from hypothesis import strategies as st

from dealer_cli.chart.tree import Chart
from dealer_cli.model.store import Position, Store
from dealer_cli.model.words import Text


@st.composite
def lines(draw: st.DrawFn, rings: bool) -> dict[str, str | None]:
    """Names and superiors; without rings everybody's superior stands before them, then the order is shuffled."""
    names = [f"p{n}" for n in range(draw(st.integers(1, 25)))]
    chosen: dict[str, str | None] = {}
    for i, name in enumerate(names):
        others = names if rings else names[:i]
        chosen[name] = draw(st.sampled_from([None, *others]))
    return dict(draw(st.permutations(list(chosen.items()))))


def drawn(made: dict[str, str | None]) -> Chart:
    return Chart(Store(id="s", title=Text(zh="店"), positions=tuple(Position(role=key, reports_to=above) for key, above in made.items())))


@given(lines(rings=False))
def test_a_forest(made: dict[str, str | None]) -> None:
    chart = drawn(made)
    assert chart.rings() == []
    seen = [key for root in chart.roots for _, key in chart.below(root)]
    assert sorted(seen) == sorted(made), "every position hangs under exactly one root"
    for key, above in made.items():
        chain = chart.chain(key)
        assert chain == ([] if above is None else [above, *chart.chain(above)])
        depths = {name: depth for depth, name in chart.below((chain or [key])[-1])}
        assert depths[key] == len(chain)
        assert [report for report in made if made[report] == key] == chart.reports[key]


@given(lines(rings=True))
def test_anything(made: dict[str, str | None]) -> None:
    chart = drawn(made)
    in_rings = [key for ring in chart.rings() for key in ring]
    assert len(in_rings) == len(set(in_rings))
    for key in made:
        walked, above = [key], made[key]
        while above is not None and above != key and len(walked) <= len(made):
            walked.append(above)
            above = made[above]
        assert (above == key) == (key in in_rings)
        chain = chart.chain(key)
        assert len(set(chain)) == len(chain) and key not in chain
        assert sorted(set(dict.fromkeys(name for _, name in chart.below(key)))) == sorted(name for _, name in chart.below(key))
    for ring in chart.rings():
        assert ring[0] == min(ring)
        assert [made[key] for key in ring] == [*ring[1:], ring[0]]


@given(lines(rings=True))
def test_the_order_of_the_file_changes_no_ring(made: dict[str, str | None]) -> None:
    assert drawn(made).rings() == drawn(dict(sorted(made.items()))).rings()
