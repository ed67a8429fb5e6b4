"""A posting as schema.org JobPosting in JSON-LD; everything in it is also on the page.

Texts are the picture's, so that page and data cannot differ. What the requirements say of education
and experience is prose; a number of months read out of prose would be a guess, so it stays text.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from typing import Any

from dealer_cli.model.opening import Opening
from dealer_cli.writing.exchange import Json

_TYPES = {
    "full-time": "FULL_TIME",
    "part-time": "PART_TIME",
    "contractor": "CONTRACTOR",
    "temporary": "TEMPORARY",
    "intern": "INTERN",
    "volunteer": "VOLUNTEER",
    "per-diem": "PER_DIEM",
    "other": "OTHER",
}
"""Our words to Google's."""

_ASKED = {"education": "educationRequirements", "experience": "experienceRequirements", "skill": "skills"}
"""Kind of requirement to the property that takes it; all of them together are `qualifications`."""


def json_ld(picture: Mapping[str, Any], opening: Opening, kinds: Iterable[str]) -> dict[str, Json]:
    """The structured data of a posting; `kinds` are those of the picture's requirements, in their order."""
    terms, post = picture["opening"], picture["post"]
    asked = {kind: "; ".join(_flat(one) for one in group["list"]) for kind, group in zip(kinds, picture["requirements"], strict=True)}
    found: dict[str, Json] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": _flat(post["title"]),
        "description": description(picture),
        "datePosted": opening.posted,
        "validThrough": opening.valid_through,
        "employmentType": [_TYPES[kind] for kind in opening.employment_type],
        "hiringOrganization": _without_blanks({"@type": "Organization", "name": _flat(terms["organisation"]), "sameAs": terms["url"]}),
        "jobLocation": _without_blanks({"@type": "Place", "name": _flat(terms["site"]), "address": _address(terms["address_parts"])}),
        "totalJobOpenings": opening.openings,
        # Applying happens on another page, by mail or by phone.
        "directApply": False,
        "responsibilities": "; ".join(_flat(duty) for duty in picture["duties"]),
        "qualifications": "; ".join(asked.values()),
        "workHours": _flat(terms["hours"]),
        "jobBenefits": "; ".join(_flat(benefit) for benefit in terms["benefits"]),
        **{_ASKED[kind]: text for kind, text in asked.items() if kind in _ASKED},
    }
    if opening.reference:
        found["identifier"] = {"@type": "PropertyValue", "name": _flat(terms["organisation"]), "value": opening.reference}
    if opening.salary:
        value: dict[str, Json] = {"@type": "QuantitativeValue", "unitText": opening.salary.unit.upper()}
        value |= {"minValue": opening.salary.min, "maxValue": opening.salary.max}
        found["baseSalary"] = {"@type": "MonetaryAmount", "currency": opening.salary.currency, "value": value}
    return _without_blanks(found)


def description(picture: Mapping[str, Any]) -> str:
    """The whole posting as simple HTML: purpose, duties, qualifications, conditions, hours, benefits."""
    labels, terms = picture["labels"], picture["opening"]
    asked = [f"{group['kind']}{labels['colon']}{one}" for group in picture["requirements"] for one in group["list"]]
    sections = [
        (labels["purpose"], [picture["purpose"]]),
        (labels["duties"], [*picture["duties"], picture["more"]]),
        (labels["requirements"], asked),
        (labels["conditions"], picture["conditions"]),
        (labels["hours"], [terms["hours"]]),
        (labels["benefits"], terms["benefits"]),
    ]
    return "".join(_section(title, [text for text in texts if text]) for title, texts in sections)


def script(data: Mapping[str, Json]) -> bytes:
    """The element that holds the data: `<` and `>` are escapes in it, so that no text ends it."""
    import json

    text = json.dumps(data, ensure_ascii=False, indent=1)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f'<script type="application/ld+json">\n{text}\n</script>\n'.encode()


def with_data(page: bytes, data: Mapping[str, Json]) -> bytes:
    """A page with the data at the end of its head, whichever template made it."""
    at = page.lower().find(b"</head>")
    return page[:at] + script(data) + page[at:] if at >= 0 else script(data) + page


def _section(title: str, texts: list[str]) -> str:
    if not texts:
        return ""
    said = "".join(f"<li>{html.escape(_flat(text), quote=False)}</li>" for text in texts)
    return f"<h3>{html.escape(_flat(title), quote=False)}</h3><ul>{said}</ul>"


def _address(parts: Mapping[str, str]) -> dict[str, Json]:
    return _without_blanks(
        {
            "@type": "PostalAddress",
            "streetAddress": _flat(parts["street"]),
            "addressLocality": _flat(parts["locality"]),
            "addressRegion": _flat(parts["region"]),
            "postalCode": parts["postal_code"],
            "addressCountry": parts["country"],
        }
    )


def _without_blanks(found: Mapping[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in found.items() if value not in ("", [], {})}


def _flat(text: str) -> str:
    return " ".join(text.split())
