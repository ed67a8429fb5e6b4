"""A dealer's own catalog in which every field that takes free words holds a hostile text.

Each text carries the number of its field, so that a reader of a document knows which ones it must
find, and finds out whether any was lost, cut or changed.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

STORE = "own-store"

DRAWN = [
    "<A&B>",
    "{{ 7*7 }}{% raw %}{# no",
    "{{ cycler.__init__.__globals__ }}",
    "%} }} #} {%- endfor %}",
    "]]><!-- --!> <?xml?>",
    "&amp; &#60; &lt;b&gt; &nbsp;",
    "a|b || c",
    "`code` *bold* _it_ [x](y) ~~z~~ ![i](http://e.example/x.png) [r][r] <http://e.example>",
    "# no heading",
    "- no list",
    "1. no number",
    "> no quotation",
    "```no fence",
    "<script>alert(1)</script><!--",
    "</script></style></title></textarea><img src=x onerror=alert(1)>",
    "'\"><svg onload=alert(1)>",
    "C:\\path\\",
    "堃喆珺玥 ①㎡℃≥",
    "line one\nline two\tand a tab\n---\n# three",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1,2)",
    "＝1+1",
    "'=1+1",
    "00123456789012345678901",
    "_x0041__x000D_",
    '<link rel=stylesheet href="file:///etc/passwd"> // no /* x */ url(x) \\u{41} \\41  ~ -- ---',
    "= no formula either",
    "$nobody ${oem} $$ %s {0} {page} {pages} [[x]] {weight:all}",
    "</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\x</w:instrText></w:r><w:r><w:t>",
    "javascript:alert(1) https://e.example/?a=1&b=2 www.e.example file:///etc/passwd",
    '"}], "x": {"y": "\\u003c/script>',
    '&P &N &G &"Arial,Bold"&20 &A',
    "::error file=x::no ##[error]no",
    "../../../etc/passwd /tmp/x con nul",
    "a\u202eevil\u202c b",
    "a\u2067open",
    "a\u2067bc\u2069\u200e\u200bd\u00ade",
    '"; } * { display: none } <nav><a href="#x">1</a></nav>',
]
"""Texts whose characters the fonts have that documents are printed in."""

UNDRAWN = ["售后🚗👩‍🔧🏳️‍🌈", "שלום عليكم", "private \ue000 use", "\U0001f1e8\U0001f1f3 \U0001fae8", "𠮷㐂䶮", "e" + "\u0301" * 40]
"""Texts that it has not."""

LONG = ["x" * 10_000, "字" * 10_000, "a/" * 5_000]

MARK = re.compile(r"q(\d{4})q")
"""What a reader finds in every text of the catalog."""


class Texts:
    """The texts of a catalog, each with a number of its own."""

    def __init__(self, chosen: Callable[[int], str]) -> None:
        self._chosen = chosen
        self.said: dict[int, str] = {}
        """Number to text."""

    def line(self) -> str:
        """A text that is the same in both languages."""
        number = len(self.said) + 1
        hostile = self._chosen(number)
        # What is dangerous at the beginning stands there, what is dangerous at the end there.
        text = f"{hostile} q{number:04}q" if number % 3 else f"q{number:04}q {hostile}"
        self.said[number] = text if hostile else f"q{number:04}q"
        return self.said[number]

    def both(self, **more: Any) -> dict[str, Any]:
        """A text in Chinese and English."""
        return {"zh": self.line(), "en": self.line(), **more}


def spoil(folder: Path, chosen: Callable[[int], str]) -> Texts:
    """Write the catalog, its opening and its roster below a folder; `chosen` tells the hostile text of a number."""
    texts = Texts(chosen)
    line, both = texts.line, texts.both
    files: dict[str, Any] = {
        "catalog.yaml": {
            "name": both(),
            "version": "1.0",
            "extends": "builtin",
            "default_store": STORE,
            "documents": {"prefix": line(), "version": "V1.0", "effective": "2026-12-01"},
            "house": {"name": both(), "header": both(), "footer": both()},
        },
        "departments.yaml": {"departments": [{"id": f"own-{n}", "code": f"Q{n.upper()}", "title": both()} for n in "abc"]},
        "externals.yaml": {"externals": [{"id": "own-board", "title": both()}]},
        "records.yaml": {"why": "x", "records": [{"id": "own-form", "title": both(), "keeper": "own-clerk"}]},
        "systems.yaml": {
            "why": "x",
            "systems": [{"id": "own-system", "title": both()}, {"id": "own-product", "title": both(), "value": "product"}],
        },
        "clauses.yaml": {"clauses": [both(id="own-clause")]},
        "functions.yaml": {
            "why": "x",
            "functions": [
                _function(texts, "own-function"),
                _function(texts, "complaint-handling"),
                {**_function(texts, "own-control"), "kind": "control"},
            ],
        },
        "kpis.yaml": {
            "why": "x",
            "kpis": [
                {
                    "id": f"own-kpi-{n}",
                    "title": both(),
                    "definition": both(),
                    "unit": "percent",
                    "direction": "higher",
                    "frequency": "month",
                    "formula": "done / planned",
                    "inputs": [both(id="done"), both(id="planned")],
                    "data_source": both(),
                    "target": {"min": 0.9, "why": "x"},
                }
                for n in (1, 2)
            ],
        },
        "statutory.yaml": {
            "positions": [
                {
                    "id": "own-appointment",
                    "title": both(),
                    "roles": ["own-head"],
                    "certificate": both(),
                    "law": [_law(texts)],
                    "duty": both(why="x"),
                }
            ]
        },
        "policies/own-policy.yaml": _policy(texts),
        f"stores/{STORE}.yaml": _store(texts),
    }
    for role, department, level in (("own-head", "own-a", "director"), ("own-clerk", "own-b", "staff"), ("own-other", "own-c", "staff")):
        files[f"roles/{department}/{role}.yaml"] = _role(texts, role, department, level)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_yaml(data), encoding="utf-8")
    (folder / "opening.yaml").write_text(_yaml(_opening(texts)), encoding="utf-8")
    with (folder / "roster.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["position", "name", "number", "phone"])
        rows.writerows([position, line(), line(), line()] for position in ("own-head", "own-clerk", "own-clerk-2", "own-clerk-2"))
    return texts


def _yaml(data: Any) -> str:
    # JSON is YAML, where its characters are no surrogates.
    return json.dumps(data, indent=1, ensure_ascii=False)


def _function(texts: Texts, id_: str) -> dict[str, Any]:
    own = {"kind": "business", "accountable": "own-head", "responsible": ["own-clerk"], "law": [_law(texts)]}
    return {"id": id_, "title": texts.both(), "definition": texts.both(), **own}


def _law(texts: Texts) -> dict[str, Any]:
    return {"law": texts.both(), "article": texts.line(), "edition": texts.line()}


def _role(texts: Texts, id_: str, department: str, level: str) -> dict[str, Any]:
    both = texts.both
    after = [{"every": "event", "within": "2 days", "after": both()}, {"every": "event", "within": "2 days", "before": both()}]
    use = {"function": "own-function", "records": ["own-form"], "systems": ["own-system", "own-product"], "why": "x"}
    parties: Sequence[dict[str, Any]] = [
        {"role": "own-clerk"}, {"department": "own-c"}, {"external": "own-board"}, {"unit": both()},
    ]  # fmt: skip
    return {
        "id": id_,
        "title": both(),
        "department": department,
        "level": level,
        "purpose": both(why="x"),
        "duties": [
            both(id="work", frequency=after, **use),
            both(id="answer", frequency=[{"every": "day"}], **{**use, "function": "complaint-handling"}),
            both(id="safety", frequency=[{"every": "month"}], **{**use, "function": "safety-and-fire"}),
        ],
        "clauses": [{"clause": "own-clause", "why": "x"}],
        "kpis": {"why": "x", "list": [{"kpi": "own-kpi-1", "weight": 60}, {"kpi": "own-kpi-2", "weight": 40}]},
        "authority": {"why": "x", "list": [both(), both()]},
        "requirements": {"why": "x", "list": [both(kind=kind) for kind in ("education", "experience", "skill", "certificate")]},
        "relations": {"why": "x", "list": [{**both(), "with": party} for party in parties]},
        "career": {"why": "x", "previous": ["own-clerk"], "next": ["own-head"]}
        if id_ == "own-other"
        else {"why": "x", "next": ["own-other"]},
        "conditions": {"why": "x", "list": [both(), both()]},
    }


def _store(texts: Texts) -> dict[str, Any]:
    both, line = texts.both, texts.line
    values = {"product": line(), **{f"complaint-{field}": both() for field in ("phone", "place", "hours", "authority")}}
    return {
        "id": STORE,
        "title": both(),
        "description": both(),
        "business": ["new-cars"],
        "size": {"employees": 6},
        "values": values,
        "policies": ["own-policy"],
        "positions": [
            {"role": "own-head", "reports_to": {"external": "own-board"}, "number": line(), "deputy": "own-clerk"},
            {"role": "own-clerk", "reports_to": "own-head", "also_holds": ["own-other"], "headcount": 3},
            {"role": "own-clerk", "id": "own-clerk-2", "title": both(), "reports_to": "own-head", "also_reports_to": ["own-clerk"]},
        ],
        "accountable": {"own-function": "own-head", "complaint-handling": "own-head", "own-control": "own-head", "hr-and-pay": "own-clerk"},
    }


def _policy(texts: Texts) -> dict[str, Any]:
    both = texts.both
    step = {"actor": [{"role": "own-clerk"}, {"unit": both()}], "output": ["own-form"], "systems": ["own-system"], "why": "x"}
    return {
        "id": "own-policy",
        "title": both(),
        "kind": "workflow",
        "owner": {"unit": both()},
        "function": "own-function",
        "purpose": both(why="x"),
        "rules": [
            both(id="rule", party=[{"external": "own-board"}], frequency=[{"every": "event", "within": "2 days", "after": both()}], why="x")
        ],
        "steps": [
            both(id="ask", **step),
            both(id="approve", part="approves", gate=both(), then="end", limit={"max": 1000, "unit": "yuan"}, **{**step, "else": "ask"}),
            both(id="end", **step),
        ],
    }


def _opening(texts: Texts) -> dict[str, Any]:
    both, line = texts.both, texts.line
    return {
        "reference": line(),
        "organisation": {"name": both(), "url": "https://www.example.com/?a=1&b=2"},
        "site": {
            "name": both(),
            "address": {"country": "CN", "region": both(), "locality": both(), "street": both(), "postal_code": line()},
        },
        "posted": "2027-01-04",
        "valid_through": "2027-02-28",
        "employment_type": ["full-time"],
        "hours": both(),
        "benefits": [both(), both()],
        "contact": {"name": both(), "phone": line(), "how": both()},
    }
