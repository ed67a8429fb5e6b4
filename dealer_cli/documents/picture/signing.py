"""Who signs a document, who has prepared, reviewed and approved it, and who gets a copy."""

from __future__ import annotations

from dealer_cli.chart.tree import Seat
from dealer_cli.documents.picture.occasion import Occasion
from dealer_cli.documents.picture.parts import Section
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.roster.people import Person

HR = "hr-and-pay"
"""The function of the built-in catalog whose holder prepares what people sign."""

NOBODY = Person("")


class Signing:
    """The people around a position, by the chart and the roster."""

    def __init__(self, voice: Voice, seat: Seat, occasion: Occasion, person: Person | None) -> None:
        self._voice = voice
        self._seat = seat
        self._people = occasion.people
        self.person = person
        """The one whom the document is asked for."""

    @property
    def holder(self) -> Person:
        """Whom the document is for: the one asked for, else the only one who holds the position."""
        people = self._people.get(self._seat.key, ())
        return self.person or (people[0] if len(people) == 1 else NOBODY)

    def everybody(self) -> list[Section]:
        """Everyone who holds the position."""
        return [told(one) for one in self._people.get(self._seat.key, ())]

    def superior(self) -> tuple[str, str]:
        """Title and name of the superior, in the store or outside it."""
        above = self._voice.scene.chart.superior(self._seat.key)
        return self._voice.scene.full_superior(self._seat.key), self._name(above) if above else ""

    def head(self) -> tuple[str, str]:
        """Title and name of the head of the store above the position; above the head, whoever stands outside."""
        chain = self._voice.scene.chart.chain(self._seat.key)
        return (self._voice.scene.full_title(chain[-1]), self._name(chain[-1])) if chain else self.superior()

    def control(self) -> list[Section]:
        """Who prepared, reviewed and approved the document."""
        reviewed, approved = self.superior(), self.head()
        # Nobody reviews what they approve themselves.
        steps = {"prepared": self._hr(), "reviewed": reviewed if reviewed != approved else ("", ""), "approved": approved}
        return [{"step": self._voice.words(f"layout.step-{step}"), "post": post, "name": name} for step, (post, name) in steps.items()]

    def distribution(self) -> list[str]:
        """Who gets a copy, each once."""
        hr = self._hr()[0] or self._voice.words("layout.hr")
        posts = [self.superior()[0], self._voice.scene.full_title(self._seat.key), hr]
        return [post for post in dict.fromkeys(posts) if post]

    def signatures(self, layout: str) -> list[Section]:
        """Who signs: holder and superior, and human resources where the document is theirs to keep."""
        # For people of another firm that firm signs.
        holder = "contractor" if self._seat.position.contracted else "holder"
        everybody = self._people.get(self._seat.key, ()) if layout == "jd" and not self.person else ()
        signers = [(holder, one.name) for one in everybody] or [(holder, self.holder.name)]
        signers.append(("signed-superior", self.superior()[1]))
        if layout == "jd":
            signers.append(("hr", self._hr()[1]))
        return [{"who": self._voice.words(f"layout.{who}"), "name": name} for who, name in signers]

    def _hr(self) -> tuple[str, str]:
        key = self._voice.scene.store.record.accountable.get(HR, "")
        return (self._voice.scene.full_title(key), self._name(key)) if key in self._voice.scene.chart.seats else ("", "")

    def _name(self, key: str) -> str:
        people = self._people.get(key, ())
        return people[0].name if len(people) == 1 else ""


def told(one: Person) -> dict[str, str]:
    """A person as a picture has them."""
    return {"name": one.name, "number": one.number, "phone": one.phone}
