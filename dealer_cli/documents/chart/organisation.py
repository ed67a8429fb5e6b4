"""What a chart shows of a store: its positions and who reports to whom, in one document language or in both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from dealer_cli.chart.heads import heads
from dealer_cli.chart.scene import Scene
from dealer_cli.chart.staffing import headcount
from dealer_cli.chart.tree import Seat
from dealer_cli.documents.chart.measure import plain
from dealer_cli.documents.roster.people import Person
from dealer_cli.language import Words

OUTSIDE = "outside:"
"""What the names of superiors outside the store begin with here; no position is called so."""

Texts = tuple[str, ...]
"""A text in each language of the document; one, where the languages say the same."""


@dataclass(frozen=True)
class Post:
    """A position, or a superior outside the store."""

    key: str
    titles: Texts
    held: Texts = ()
    """The posts held together, in brackets."""
    names: str = ""
    """The people of a roster."""
    count: Texts = ()
    """How many people; nothing where it is one."""
    contracted: Texts = ()
    department: str = ""
    dotted: tuple[str, ...] = ()
    """The positions that dotted lines lead to."""
    people: int = 0
    unknown: bool = False
    """Whether more people sit here than are counted."""


@dataclass(frozen=True)
class Department:
    """A department that has positions here."""

    key: str
    titles: Texts
    heads: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True)
class Organisation:
    """A store, ready to be drawn."""

    title: Texts
    posts: Mapping[str, Post]
    above: Mapping[str, str | None]
    departments: Mapping[str, Department]
    languages: tuple[str, ...]
    words: tuple[Words, ...]
    code: str = ""
    """The number of the document."""
    version: str = ""
    effective: str = ""
    accent: str = "#1F4E79"
    header: str = ""
    footer: str = ""
    logo: str = ""
    """The house's logo as a data URI."""
    reports: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        found: dict[str, list[str]] = {key: [] for key in self.posts}
        for key, above in self.above.items():
            if above is not None:
                found[above].append(key)
        object.__setattr__(self, "reports", found)

    @property
    def positions(self) -> list[str]:
        """The positions, without whoever is outside the store."""
        return [key for key in self.posts if not key.startswith(OUTSIDE)]

    def below(self, tops: Iterable[str]) -> list[str]:
        """Positions and all below them, as a tree prints them."""
        found: dict[str, None] = {}
        waiting = list(tops)[::-1]
        while waiting:
            key = waiting.pop()
            if key not in found:
                found[key] = None
                waiting += self.reports[key][::-1]
        return list(found)

    def say(self, key: str, **params: Texts | str | int) -> Texts:
        """A message in each language of the document."""
        said = []
        for i, words in enumerate(self.words):
            chosen = {name: value[min(i, len(value) - 1)] if isinstance(value, tuple) else value for name, value in params.items()}
            said.append(words(f"layout.{key}", **chosen))
        return tuple(dict.fromkeys(said))

    def counts(self, keys: Sequence[str]) -> tuple[Texts, Texts]:
        """So many positions, so many people."""
        inside = [self.posts[key] for key in keys if not key.startswith(OUTSIDE)]
        people = sum(post.people for post in inside)
        posts = self.say("chart-posts-one" if len(inside) == 1 else "chart-posts", n=len(inside))
        if any(post.unknown for post in inside):
            return posts, self.say("chart-people-more", n=people)
        return posts, self.say("chart-people-one" if people == 1 else "chart-people", n=people)


def organisation(
    scenes: Sequence[Scene], house: Mapping[str, str] | None = None, roster: Mapping[str, Sequence[Person]] | None = None
) -> Organisation:
    """A store as its scenes show it, one a language. Raises `Refused` for errors in the files of its roles."""
    return _Reading(scenes, roster or {}).read(house or {})


class _Reading:
    def __init__(self, scenes: Sequence[Scene], roster: Mapping[str, Sequence[Person]]) -> None:
        self._scenes = scenes
        self._scene = scenes[0]
        self._words = tuple(Words("zh" if scene.lang == "zh" else "en") for scene in scenes)
        self._roster = roster

    def read(self, house: Mapping[str, str]) -> Organisation:
        scene, chart = self._scene, self._scene.chart
        tops = chart.tops
        posts: dict[str, Post] = {}
        above: dict[str, str | None] = {}
        for top in tops:
            external = chart.external(top)
            if external and OUTSIDE + external not in posts:
                posts[OUTSIDE + external] = Post(OUTSIDE + external, self._each(partial(Scene.external, external=external)))
                above[OUTSIDE + external] = None
        for key, seat in chart.seats.items():
            posts[key] = self._post(seat)
            external = chart.external(key)
            superior = chart.superior(key)
            above[key] = OUTSIDE + external if external else None if key in tops else superior
        control = scene.catalog.settings.record.documents
        return Organisation(
            title=self._each(lambda one: one.store.record.title.say(one.lang)),
            posts=posts,
            above=above,
            departments=self._departments(),
            languages=tuple(one.lang for one in self._scenes),
            words=self._words,
            code=plain(f"{control.prefix}-{self._words[0]('layout.chart-code')}") if control else "",
            version=control.version if control else "",
            effective=control.effective if control else "",
            accent=house.get("accent") or "#1F4E79",
            header=plain(house.get("header", "")),
            footer=plain(house.get("footer", "")),
            logo=house.get("logo", ""),
        )

    def _each(self, say: Callable[[Scene], str]) -> Texts:
        return tuple(dict.fromkeys(plain(say(scene)) for scene in self._scenes))

    def _post(self, seat: Seat) -> Post:
        position, people = seat.position, self._roster.get(seat.key, ())
        # Where the store does not say how many there are, the roster does.
        known = position.headcount if position.headcount != "unknown" else len(people)
        count: Texts = ()
        if not known:
            count = tuple(dict.fromkeys(words("layout.chart-several") for words in self._words))
        elif known > 1:
            count = (str(known),)
        return Post(
            seat.key,
            self._each(lambda scene: scene.title(seat.key)),
            held=tuple(dict.fromkeys(self._held(i, seat) for i in range(len(self._scenes)))) if seat.held else (),
            names=plain(self._words[0].join([person.name for person in people])),
            count=count,
            contracted=tuple(dict.fromkeys(words("layout.chart-contracted") for words in self._words)) if position.contracted else (),
            department=self._scene.department(seat),
            dotted=tuple(dict.fromkeys(line.position for line in seat.dotted if line.position in self._scene.chart.seats)),
            people=known or headcount(position),
            unknown=not known,
        )

    def _held(self, i: int, seat: Seat) -> str:
        scene, words = self._scenes[i], self._words[i]
        total = headcount(seat.position)
        names = []
        for held in seat.held:
            role = scene.role_title(held.role)
            some = held.seats is not None and held.seats < total
            names.append(words("layout.chart-held-seats", role=role, n=held.seats) if some else role)
        return plain(words("layout.chart-held", roles=words.join(names)))

    def _departments(self) -> dict[str, Department]:
        chart, scene = self._scene.chart, self._scene
        found: dict[str, list[str]] = {}
        for key, seat in chart.seats.items():
            found.setdefault(scene.department(seat), []).append(key)
        leading = heads(chart, scene.department, scene.level)
        return {
            name: Department(
                name,
                self._each(partial(_title, department=name)),
                tuple(seat.key for seat in leading.get(name, ())),
                tuple(members),
            )
            for name, members in found.items()
        }


def _title(scene: Scene, department: str) -> str:
    entry = scene.catalog.departments.get(department)
    return entry.record.title.say(scene.lang) if entry else department
