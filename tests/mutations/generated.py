"""Random small catalogs in which nothing is wrong: a tree of positions, one role and one function each."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from dealer_cli.model.role import LEVELS

Files = dict[str, Any]
"""The data of every file of a catalog, by its name."""

LEAST_DEPTH = 4
"""Positions one below the other in every catalog, so that every fault finds its place."""


@dataclass(frozen=True)
class Tree:
    """Who reports to whom: position to superior, the root to nobody, superiors first."""

    above: tuple[int | None, ...]

    def depth(self, position: int) -> int:
        above = self.above[position]
        return 0 if above is None else 1 + self.depth(above)

    def department(self, position: int) -> str:
        """Everybody sits with the head on the second level; the root sits alone."""
        above = self.above[position]
        return "dep-0" if above is None else f"dep-{position}" if self.depth(position) == 1 else self.department(above)


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Trees of four to twelve positions; the first four stand one below the other."""
    above: list[int | None] = [None, *range(LEAST_DEPTH - 1)]
    for position in range(LEAST_DEPTH, draw(st.integers(LEAST_DEPTH, 12))):
        tree = Tree(tuple(above))
        above.append(draw(st.sampled_from([other for other in range(position) if tree.depth(other) < len(LEVELS) - 1])))
    return Tree(tuple(above))


@st.composite
def catalogs(draw: st.DrawFn) -> Files:
    """Files of a catalog without a fault."""
    tree = draw(trees())
    seats = range(len(tree.above))
    figures = draw(st.integers(3, 6))
    departments = sorted({tree.department(i) for i in seats})
    files: Files = {
        "catalog.yaml": {
            "name": text(draw, "目录"),
            "version": "1.0",
            "default_store": "only",
            "languages": ["zh", "en"],
            "limits": {"span": 12, "depth": 7},
        },
        "departments.yaml": {
            "departments": [{"id": d, "code": "D" + chr(65 + int(d[4:])), "title": named(d, "部门")} for d in departments]
        },
        "functions.yaml": {
            "why": "common practice",
            "functions": [
                *({"id": f"work-{i}", "title": named(f"work {i}", "职能"), "kind": "business"} for i in seats),
                {"id": "safety-and-fire", "title": named("safety", "安全"), "kind": "business"},
            ],
        },
        "kpis.yaml": {"why": "common practice", "kpis": [indicator(i) for i in range(figures)]},
        "records.yaml": {"why": "common practice", "records": [{"id": "book", "title": named("book", "登记"), "keeper": "role-1"}]},
        "systems.yaml": {"why": "common practice", "systems": [{"id": "crm", "title": named("CRM", "系统"), "value": "crm"}]},
        "externals.yaml": {"externals": [{"id": "board", "title": named("board", "董事会")}]},
        "clauses.yaml": {"clauses": [{"id": "other-tasks", **named("other tasks", "其他工作")}]},
        "policies/rule.yaml": {
            "id": "rule",
            "title": named("rule", "制度"),
            "kind": "workflow",
            "steps": [{"id": f"step-{i}", **text(draw, "步骤"), "actor": [{"role": f"role-{i}"}], "why": "common practice"} for i in seats],
        },
        "stores/only.yaml": {
            "id": "only",
            "title": named("only store", "小店"),
            "values": {"crm": "DS"},
            "policies": ["rule"],
            "positions": [position(draw, tree, i) for i in seats],
            "accountable": {**{f"work-{i}": f"role-{i}" for i in seats}, "safety-and-fire": "role-0"},
        },
    }
    for i in seats:
        files[f"roles/{tree.department(i)}/role-{i}.yaml"] = role(draw, tree, i, figures)
    return files


def position(draw: st.DrawFn, tree: Tree, i: int) -> dict[str, Any]:
    above = tree.above[i]
    made: dict[str, Any] = {"role": f"role-{i}", "reports_to": {"external": "board"} if above is None else f"role-{above}"}
    if above is not None and draw(st.booleans()):
        made["headcount"] = draw(st.sampled_from([1, 2, "unknown"]))
    others = [other for other in range(len(tree.above)) if other not in (i, above)]
    if draw(st.booleans()):
        made["also_reports_to"] = [{"position": f"role-{draw(st.sampled_from(others))}", "why": "a project"}]
    if draw(st.booleans()):
        made["deputy"] = f"role-{draw(st.sampled_from(others))}"
    return made


def role(draw: st.DrawFn, tree: Tree, i: int, figures: int) -> dict[str, Any]:
    duty = {"zh": f"{words(i)}并登记", "en": f"Does the work {letters(i)} and writes it down", "function": f"work-{i}"}
    safety = {"id": "own-safety", "zh": f"遵守{words(i)}的安全规定", "en": f"Keeps the safety rules of {letters(i)}"}
    used = draw(st.permutations(range(figures)))[: draw(st.integers(3, figures))]
    weights = parts_of_100(draw, len(used))
    return {
        "id": f"role-{i}",
        "title": named(f"role {i}", "岗位"),
        "department": tree.department(i),
        "level": LEVELS[tree.depth(i)],
        "purpose": {**text(draw, "目的"), "why": "common practice"},
        "duties": [
            {"id": "work", **duty, "records": ["book"], "systems": ["crm"], "why": "common practice"},
            {**safety, "part": "responsible" if i == 0 else "supports", "function": "safety-and-fire", "why": "asked by law"},
        ],
        "kpis": {"why": "common practice", "list": [{"kpi": f"figure-{k}", "weight": w} for k, w in zip(used, weights, strict=True)]},
        "requirements": {"why": "common practice", "list": [{"kind": "education", **text(draw, "学历")}]},
        "career": {"next": [f"role-{0 if tree.above[i] is None else tree.above[i]}"], "why": "common practice"},
    }


def indicator(i: int) -> dict[str, Any]:
    return {
        "id": f"figure-{i}",
        "title": named(f"figure {i}", "指标"),
        "definition": named(f"share {i}", "比例"),
        "unit": "percent",
        "direction": "higher",
        "frequency": "month",
        "formula": f"done_{i} / due_{i}",
        "inputs": [{"id": f"{part}_{i}", **named(f"{part} {i}", word)} for part, word in (("done", "完成"), ("due", "应做"))],
        "data_source": named(f"book {i}", "台账"),
        "target": {"min": 0.9},
    }


def parts_of_100(draw: st.DrawFn, count: int) -> list[int]:
    """Weights of at least one that add up to 100."""
    cuts = sorted(draw(st.sets(st.integers(1, 99), min_size=count - 1, max_size=count - 1)))
    return [end - start for start, end in zip([0, *cuts], [*cuts, 100], strict=True)]


def text(draw: st.DrawFn, word: str) -> dict[str, str]:
    """A sentence in both languages."""
    number = draw(st.integers(1, 99))
    return {"zh": f"{word}{number}", "en": f"Sentence number {number}"}


def named(english: str, chinese: str) -> dict[str, str]:
    """A name in both languages, which nothing else has."""
    return {"zh": f"{chinese}（{english}）", "en": english}


def words(i: int) -> str:
    """Chinese words that no other number has."""
    return "".join(chr(0x5000 + 64 * i + 7 * k) for k in range(5))


def letters(i: int) -> str:
    """English words that no other number has."""
    return " ".join(chr(97 + i) * 3 + end for end in ("ra", "lo", "mi"))


def write(files: Files, folder: Path, order: random.Random | None = None) -> Path:
    """The files in a folder; with `order`, files and keys in another order, and with comments."""
    names = list(files)
    if order:
        order.shuffle(names)
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # What stands twice in the data is written twice, and not as an alias.
        data = json.loads(json.dumps(files[name]))
        data = data if order is None else shuffled(data, order)
        made = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
        path.write_text(made if order is None else f"# {name}\n\n{made}# the end\n", encoding="utf-8")
    return folder


def shuffled(data: Any, order: random.Random) -> Any:
    """The same data, the keys of every mapping in another order."""
    if isinstance(data, list):
        return [shuffled(part, order) for part in data]
    if not isinstance(data, dict):
        return data
    keys = list(data)
    order.shuffle(keys)
    return {key: shuffled(data[key], order) for key in keys}
