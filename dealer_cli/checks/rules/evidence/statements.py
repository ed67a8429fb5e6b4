"""What the sources state about posts and their lines, read once for all the rules that compare it.

A group is one organisation: the sections that are mapped to one store, or, where they are mapped to
none, the sections below one heading of a source. Statements are compared inside a group only.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dealer_cli.checks.facts import Placed
from dealer_cli.checks.rules.evidence.readings import NONE, Reading, Readings
from dealer_cli.checks.view import View
from dealer_cli.model.catalog import Entry
from dealer_cli.model.naming.name import normal
from dealer_cli.model.source import Section, StatedLine
from dealer_cli.reading.faults import Place


@dataclass(frozen=True)
class Named:
    """A title that a stated line names."""

    line: Entry[StatedLine]
    index: int
    title: str
    key: str
    """The title as titles compare."""
    reading: Reading

    @property
    def section(self) -> str:
        """Where it stands."""
        return self.line.record.section

    @property
    def place(self) -> Place:
        """Its place in the list of the line; the title of the line itself if it is the one that speaks."""
        return self.line.place("title") if self.index < 0 else self.line.place("stated", self.index)

    @property
    def is_none(self) -> bool:
        """Whether the field is filled with the word for none."""
        return self.key in NONE


@dataclass
class Post:
    """A post of a group: what its header says, and what its sentences say."""

    title: str
    key: str
    """The title as titles compare."""
    role: str
    """The role that the title means; empty if nothing says it."""
    section: str
    place: Place
    printed: bool
    """Whether a section is headed by the title; else only a sentence speaks of it."""
    superiors: list[Named] = field(default_factory=list)
    subordinates: list[Named] = field(default_factory=list)
    headers: list[Entry[StatedLine]] = field(default_factory=list)
    """The lines of its header, blank ones included."""
    sentences: list[Named] = field(default_factory=list)

    def is_named_by(self, named: Named) -> bool:
        """Whether a title means this post: as printed, else by the role that both mean."""
        return named.key == self.key or (self.role != "" and named.reading.role == self.role)

    def above(self) -> list[Named]:
        """The superiors that its header names, without the word for none."""
        return [named for named in self.superiors if not named.is_none]


@dataclass
class Group:
    """One organisation."""

    name: str
    """The store's id, or the number of the heading."""
    store: str | None
    sections: list[Placed[Section]] = field(default_factory=list)
    posts: dict[tuple[str, str], Post] = field(default_factory=dict)
    """By title and role: the same two in two sections of a group are one post."""
    named: list[Named] = field(default_factory=list)
    """Every title that a line names."""
    speakers: list[Named] = field(default_factory=list)
    """The title of every line."""

    def find(self, named: Named) -> list[Post]:
        """The posts that a title means: those printed so, else those whose role it means."""
        raw = [post for (key, _), post in self.posts.items() if key == named.key]
        return raw or [post for post in self.posts.values() if post.is_named_by(named)]

    def find_printed(self, named: Named) -> list[Post]:
        """Those of them that a section is headed by."""
        return [post for post in self.find(named) if post.printed]

    @property
    def printed(self) -> frozenset[str]:
        """The titles that sections are headed by, as titles compare."""
        return frozenset(post.key for post in self.posts.values() if post.printed)

    def superiors_of(self, post: Post) -> list[Post]:
        """The posts above a post by the headers, nearest first."""
        found = [post]
        for below in found:
            for named in below.above():
                found += [above for above in self.find(named) if above not in found]
        return found[1:]

    def post(self, title: str, role: str, section: str, place: Place, printed: bool) -> Post:
        """The post of a title; one that only sentences know is the one that a section heads with its role."""
        key = normal(title)
        found = self.posts.get((key, role))
        if found is None and role and not printed:
            found = next((post for post in self.posts.values() if post.printed and post.role == role), None)
        if found is None:
            found = self.posts[key, role] = Post(title, key, role, section, place, printed)
        return found


def evidence(view: View) -> tuple[Group, ...]:
    """The stated lines of the sections in scope, by organisation."""
    readings = view.once(Readings)
    groups: dict[str, Group] = {}
    homes: dict[str, tuple[Group, Section]] = {}
    for source in view.sources.values():
        for i, section in enumerate(source.record.sections):
            if section.scope == "out":
                continue
            name = section.store or ".".join(section.id.split(".")[:2])
            group = groups.setdefault(name, Group(name, section.store))
            homes[section.id] = group, section
            placed = Placed(section, source, ("sections", i))
            group.sections.append(placed)
            if section.kind == "role":
                for j, title in enumerate(section.titles):
                    role = section.role or readings.read(title, section.id, section.store).role
                    group.post(title, role, section.id, placed.place("titles", j), printed=True)
    for line in view.lines:
        if line.record.section in homes:
            _hear(*homes[line.record.section], line, readings)
    return tuple(groups.values())


def _hear(group: Group, section: Section, line: Entry[StatedLine], readings: Readings) -> None:
    """Add a line to the post that speaks."""
    said = line.record
    found = [Named(line, i, title, normal(title), readings.read(title, said.section, group.store)) for i, title in enumerate(said.stated)]
    group.named += found
    speaker = readings.read(said.title, said.section, group.store)
    group.speakers.append(Named(line, -1, said.title, normal(said.title), speaker))
    own = section.role if section.role and normal(said.title) in map(normal, section.titles) else None
    if not own and speaker.kind not in ("role", "unread"):
        return
    post = group.post(said.title, own or speaker.role, said.section, line.place("title"), printed=False)
    if said.relation == "superior":
        post.superiors += found
    elif said.relation == "subordinates":
        post.subordinates += found
    else:
        post.sentences += found
    if said.relation in ("superior", "subordinates"):
        post.headers.append(line)
