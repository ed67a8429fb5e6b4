"""The pages of a store's chart, as shapes that every format draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dealer_cli.documents.chart.colours import colours
from dealer_cli.documents.chart.compose import Composer
from dealer_cli.documents.chart.drawing import Page
from dealer_cli.documents.chart.fitting import PAPERS, Fitted, Paper, fit
from dealer_cli.documents.chart.organisation import OUTSIDE, Organisation, Texts
from dealer_cli.documents.chart.parts import WHOLE, Part, Wish, parts


def pages(organisation: Organisation, paper: str = "A4", wish: Wish = WHOLE) -> list[Page]:
    """The pages of a chart, each turned as it prints largest."""
    return _Pages(organisation, PAPERS[paper]).pages(wish)


class _Pages:
    def __init__(self, organisation: Organisation, paper: Paper) -> None:
        self._organisation = organisation
        self._paper = paper
        self._known: dict[tuple[Part, tuple[str, ...]], Fitted | None] = {}
        self._composer = Composer(organisation, paper, colours(organisation.departments, organisation.accent))

    def pages(self, wish: Wish) -> list[Page]:
        found = parts(self._organisation, wish, self._fits)
        total = len(found)
        made = []
        for i, part in enumerate(found):
            fitted = self._fit(part, self._see(part, found))
            if fitted is None:
                # No smaller part can be made of it: it is printed as large as it goes, and nothing is left out.
                fitted = self._fit(part, self._see(part, found), anyhow=True)
            assert fitted is not None
            made.append(self._composer.page(fitted, i + 1, total))
        return made

    def _fits(self, part: Part) -> bool:
        # The numbers of pages are not known yet, but their room is.
        away = [key for key in part.solid if self._missing(part, key)] + [key for key in part.ghosts if not key.startswith(OUTSIDE)]
        waiting = dict.fromkeys(away, self._organisation.say("chart-see", page="00"))
        fitted = self._fit(part, waiting)
        return fitted is not None and fitted.readable

    def _fit(self, part: Part, see: Mapping[str, Texts], anyhow: bool = False) -> Fitted | None:
        known = (part, tuple(text for texts in see.values() for text in texts))
        if known not in self._known or anyhow:
            self._known[known] = fit(self._organisation, part, self._paper, self._composer.rooms(part), see, anyhow=anyhow)
        return self._known[known]

    def _missing(self, part: Part, key: str) -> list[str]:
        shown = {*part.solid, *part.ghosts}
        return [report for report in self._organisation.reports[key] if report not in shown]

    def _see(self, part: Part, found: Sequence[Part]) -> dict[str, Texts]:
        """Where the reports stand that a page leaves out, and where the others belong that it shows."""
        home: dict[str, int] = {}
        for i, other in enumerate(found, 1):
            for key in other.solid:
                home.setdefault(key, i)
        see = {}
        for key in part.solid:
            pages = [home[report] for report in self._missing(part, key) if report in home]
            if pages:
                see[key] = self._organisation.say("chart-see", page=pages[0])
        see.update({key: self._organisation.say("chart-see", page=home[key]) for key in part.ghosts if key in home})
        return see
