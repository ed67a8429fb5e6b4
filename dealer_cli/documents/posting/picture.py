"""What a template sees of a posting: the role's words and the opening's terms, in one document language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dealer_cli.chart.tree import Seat
from dealer_cli.documents.house.look import SHAPE as HOUSE
from dealer_cli.documents.picture import parts
from dealer_cli.documents.picture.control import document
from dealer_cli.documents.picture.parts import Section, Value
from dealer_cli.documents.picture.shapes import DOCUMENT, Shape
from dealer_cli.documents.picture.sound import sound_roles
from dealer_cli.documents.picture.voice import Voice
from dealer_cli.documents.posting.duties import chosen
from dealer_cli.documents.posting.links import link
from dealer_cli.documents.posting.opening import unfair
from dealer_cli.model.catalog import Entry
from dealer_cli.model.opening import Contact, Opening, Said, Salary
from dealer_cli.reading.faults import Refused

WORDS = (
    "title",
    "duties",
    "requirements",
    "conditions",
    "purpose",
    "department",
    "holds",
    "main",
    "organisation",
    "site",
    "employment",
    "openings",
    "salary",
    "hours",
    "benefits",
    "apply",
    "posted",
    "valid_through",
    "reference",
    "colon",
    "comma",
    "free",
)
"""The words that templates of a posting print of their own."""

_STACKED = ("department", "holds", "site", "employment", "openings", "salary", "hours", "posted", "valid_through", "reference")
"""Words at the head of narrow cells: in two languages one under the other."""

_AS_THEY_ARE = frozenset({"document", "house", "labels"})
"""Sections that no opening and no role fill."""

POSTING: Mapping[str, Shape] = {
    "document": DOCUMENT,
    "house": HOUSE,
    "post": {
        "title": "the post, by what the store calls the position",
        "number": "the post number",
        "department": "the department",
        "store": "the store",
        "holds": ["roles held together with it"],
    },
    "opening": {
        "organisation": "who hires",
        "url": "the employer's site",
        "site": "what the place of work is called",
        "address": "where it is, in one line",
        "address_parts": {part: f"the {part} alone" for part in ("street", "locality", "region", "postal_code", "country")},
        "employment": ["full time, part time …"],
        "openings": "how many people are looked for",
        "salary": "what is paid, in words",
        "hours": "working hours",
        "benefits": ["what else is given"],
        "posted": "the day from which it is published: 2026-12-01",
        "valid_through": "the last day on which it is open",
        "reference": "the house's number of the opening",
        "contact": [{"way": "e-mail, phone …", "text": "the address", "link": "mailto:, tel: or https: and the address; empty for words"}],
    },
    "purpose": "why the post exists",
    "duties": ["the duties that the opening names, else the main ones; one line each"],
    "more": "a line that says that the role has more duties; empty where all are printed",
    "requirements": [{"kind": "education, experience …", "list": ["what is asked for"]}],
    "conditions": ["working conditions"],
    "labels": dict.fromkeys(WORDS, ""),
}
"""The picture of a posting."""

AT_HOME: Mapping[str, str] = {"zh": "", "en": "China"}
"""China, as an address names it: a Chinese one does not; other countries stand with their two letters."""


def posting(voice: Voice, seat: Seat, terms: Entry[Opening]) -> Section:
    """The picture. Raises `Refused` for errors in the role's file, and for what no posting may say."""
    entry = sound_roles(voice, [seat.position.role])[seat.position.role]
    if faults := unfair(entry):
        raise Refused(faults)
    role, opening = entry.record, terms.record
    duties = chosen(voice, role, terms)
    title = voice.scene.title(seat.key)
    labels: dict[str, Value] = {word: voice.words(f"layout.posting.{word}") for word in WORDS}
    told: Section = {
        "document": document(voice, opening.reference or "", f"{title} {labels['title']}", effective=opening.posted),
        "house": _in_public(voice),
        "post": {
            "title": title,
            "number": voice.numbers[seat.key],
            "department": voice.department(voice.scene.department(seat)),
            "store": voice.scene.store.record.title.say(voice.scene.lang),
            "holds": [voice.scene.role_title(held.role) for held in seat.held],
        },
        "opening": _opening(voice, opening),
        "purpose": voice.text(role.purpose),
        "duties": duties.texts,
        "more": "" if duties.whole else labels["main"],
        "requirements": [{**group, "list": _texts(group["list"])} for group in parts.requirements(voice, role.requirements)],
        "conditions": _texts(parts.statements(voice, role.conditions)),
        "labels": labels,
    }
    return {name: part if name in _AS_THEY_ARE else _in_one_line(part) for name, part in told.items()}


def _in_public(voice: Voice) -> Mapping[str, str]:
    """The house as strangers see it: its name at the top, not what it writes above its own papers (internal, controlled)."""
    named = voice.scene.catalog.settings.record.house.name
    return {**voice.house, "header": voice.house["name"] if named else ""}


def _in_one_line(part: Value) -> Value:
    """A part with every text in one line: boards and messengers take a line for a text, and in two languages it ends the Chinese one."""
    if isinstance(part, str):
        return " ".join(line.strip() for line in part.split("\n") if line.strip())
    if isinstance(part, Mapping):
        return {name: _in_one_line(one) for name, one in part.items()}
    return [_in_one_line(one) for one in part]


def told_in_both(picture: Section, voices: Sequence[Voice]) -> Section:
    """A posting in two languages: heads of cells one under the other, terms that are listed in a line, a number of people once."""
    found: Any = picture
    labels = {word: "\n".join(voice.words(f"layout.posting.{word}") for voice in voices) for word in _STACKED}
    terms = found["opening"]
    once = {"openings": terms["openings"].split("\n")[0], "employment": [one.replace("\n", " ") for one in terms["employment"]]}
    return {**found, "labels": {**found["labels"], **labels}, "opening": {**terms, **once}}


def _opening(voice: Voice, opening: Opening) -> Section:
    lang = voice.words.lang
    address = opening.site.address
    address_parts = {
        "street": said(address.street, lang),
        "locality": said(address.locality, lang),
        "region": said(address.region, lang),
        "postal_code": address.postal_code or "",
        "country": address.country,
    }
    named = [address_parts["region"], address_parts["locality"], address_parts["street"]]
    if lang == "zh":
        # Chinese stands without blanks between province, city and street.
        named = ["".join(named)] if not any(part.isascii() for part in named if part) else named
    ordered = [*named, address_parts["postal_code"]] if lang == "zh" else [*reversed(named), address_parts["postal_code"]]
    country = address_parts["country"] if address.country != "CN" else AT_HOME[lang]
    ordered = [country, *ordered] if lang == "zh" else [*ordered, country]
    return {
        "organisation": said(opening.organisation.name, lang),
        "url": opening.organisation.url or "",
        "site": said(opening.site.name, lang),
        "address": (" " if lang == "zh" else ", ").join(part for part in ordered if part),
        "address_parts": address_parts,
        "employment": [voice.words(f"layout.posting.type.{kind}") for kind in opening.employment_type],
        "openings": voice.words("layout.posting.people", n=opening.openings),
        "salary": _salary(voice, opening.salary),
        "hours": said(opening.hours, lang),
        "benefits": [said(benefit, lang) for benefit in opening.benefits],
        "posted": opening.posted,
        "valid_through": opening.valid_through,
        "reference": opening.reference or "",
        "contact": _contact(voice, opening.contact),
    }


def said(text: Said | None, lang: str) -> str:
    """A text of an opening in a language."""
    return text if isinstance(text, str) else text.say(lang) if text else ""


def _salary(voice: Voice, salary: Salary | None) -> str:
    if salary is None:
        return ""
    least, most = f"{salary.min:,.10g}", f"{salary.max:,.10g}"
    amount = least if least == most else f"{least}–{most}"
    chinese = "元" if salary.currency == "CNY" else f" {salary.currency} "
    currency = chinese if voice.words.lang == "zh" else salary.currency
    return voice.words(f"layout.posting.pay.{salary.unit}", amount=amount, currency=currency)


def _contact(voice: Voice, contact: Contact) -> list[Section]:
    found = {
        "name": said(contact.name, voice.words.lang),
        "email": contact.email or "",
        "phone": contact.phone or "",
        "url": contact.url or "",
        "how": said(contact.how, voice.words.lang),
    }
    return [
        {"way": voice.words(f"layout.posting.contact.{way}"), "text": text, "link": link(way, text)} for way, text in found.items() if text
    ]


def _texts(said: Any) -> list[str]:
    """The sentences of a part, without their marks: who looks for work need not know what is proposed."""
    return [one["text"] for one in said]
