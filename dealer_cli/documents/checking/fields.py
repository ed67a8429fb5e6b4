"""Fields that do not exist, found in a template's tree without rendering it: in loops and macros too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Union

from jinja2 import nodes

from dealer_cli.documents.picture.shapes import Shape
from dealer_cli.documents.printing.errors import Cause
from dealer_cli.documents.printing.sandbox import FILTERS, Sandbox

DEPTH = 50
"""Calls of macros within macros that are followed."""

_LOOP = frozenset(
    ["index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0", "previtem", "nextitem", "cycle", "changed"],
)
_SAME = frozenset(["list", "sort", "reverse", "select", "reject", "selectattr", "rejectattr", "unique", "default", "d"])
_ONE = frozenset(["first", "last", "min", "max"])
_OF_TEXT = frozenset(["capitalize", "e", "escape", "lower", "replace", "string", "title", "trim", "truncate", "upper", "wordcount"])
_BY_FIELD = frozenset(["selectattr", "rejectattr"])


class _Unknown:
    """What cannot be told before rendering; everything is allowed of it."""


class _Loop:
    """The variable `loop`."""


class _Macro(NamedTuple):
    node: nodes.Macro


Kind = Union[Shape, _Unknown, _Loop, _Macro]
Scope = dict[str, Kind]

UNKNOWN = _Unknown()
TEXT: Shape = ""


class Unfit(NamedTuple):
    """A field, a filter or a statement that templates may not use."""

    line: int
    cause: Cause
    name: str
    """What is written: the last word of the field."""
    detail: str
    known: tuple[str, ...] = ()
    """What could have been written."""


def unfit(tree: nodes.Template, shape: Mapping[str, Shape] | None, sandbox: Sandbox) -> list[Unfit]:
    """Everything in a template that does not fit the fields of its kind, each once a line; any field where these are unknown."""
    walk = _Walk(sandbox, shape)
    walk.body(tree.body, dict(shape or {}))
    for macro in walk.uncalled():
        walk.macro(macro, [], {}, dict(shape or {}))
    return list(dict.fromkeys(sorted(walk.found, key=lambda one: one.line)))


class _Walk:
    def __init__(self, sandbox: Sandbox, shape: Mapping[str, Shape] | None) -> None:
        self.found: list[Unfit] = []
        self._sandbox = sandbox
        self._open = shape is None
        self._macros: dict[str, nodes.Macro] = {}
        self._called: set[str] = set()
        self._seen: set[tuple[str, tuple[int, ...]]] = set()
        self._depth = 0

    def uncalled(self) -> list[nodes.Macro]:
        """Macros that nothing calls; their parameters may be anything."""
        return [macro for name, macro in self._macros.items() if name not in self._called]

    def body(self, statements: list[nodes.Node], scope: Scope) -> None:
        """Statements in their order; names that they set hold for those behind them."""
        for statement in statements:
            if isinstance(statement, nodes.Macro):
                self._macros[statement.name] = statement
                scope[statement.name] = _Macro(statement)
        for statement in statements:
            self._statement(statement, scope)

    def macro(self, macro: nodes.Macro, given: list[Kind], named: Mapping[str, Kind], scope: Scope) -> None:
        """A macro's body, for what it is called with."""
        inner = dict(scope)
        for i, parameter in enumerate(macro.args):
            inner[parameter.name] = given[i] if i < len(given) else named.get(parameter.name, UNKNOWN)
        key = macro.name, tuple(id(inner[parameter.name]) for parameter in macro.args)
        if key in self._seen or self._depth >= DEPTH:
            return
        self._seen.add(key)
        self._depth += 1
        self.body(macro.body, inner | dict.fromkeys(("varargs", "kwargs", "caller"), UNKNOWN))
        self._depth -= 1

    def _statement(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, nodes.For):
            self._loop(node, scope)
        elif isinstance(node, nodes.If):
            self._kind(node.test, scope)
            for part in (node.body, node.elif_, node.else_):
                self.body(part, scope)  # type: ignore[arg-type]
        elif isinstance(node, nodes.Assign):
            self._bind(node.target, self._kind(node.node, scope), scope)
        elif isinstance(node, nodes.AssignBlock):
            self.body(node.body, dict(scope))
            self._bind(node.target, TEXT, scope)
        elif isinstance(node, nodes.With):
            inner = dict(scope)
            for target, value in zip(node.targets, node.values, strict=True):
                self._bind(target, self._kind(value, scope), inner)
            self.body(node.body, inner)
        elif isinstance(node, (nodes.CallBlock, nodes.FilterBlock)):
            self._kind(node.call if isinstance(node, nodes.CallBlock) else node.filter, scope)
            self.body(node.body, dict(scope))
        elif isinstance(node, (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
            self._say(node, "forbidden", type(node).__name__.lower(), "a template may not read another one")
        elif isinstance(node, nodes.ScopedEvalContextModifier):
            self._say(node, "syntax", "autoescape", "autoescape cannot be switched off")
        elif isinstance(node, nodes.Output):
            for printed in node.nodes:
                before = len(self.found)
                kind = self._kind(printed, scope)
                if len(self.found) == before:
                    self._must_be_text(printed, kind)
        elif not isinstance(node, nodes.Macro):
            for child in node.iter_child_nodes():
                self._statement(child, scope) if isinstance(child, nodes.Stmt) else self._kind(child, scope)

    def _must_be_text(self, node: nodes.Expr, kind: Kind) -> None:
        if isinstance(kind, (str, _Unknown)):
            return
        shown = node
        while isinstance(shown, (nodes.Or, nodes.And, nodes.Filter)):
            if isinstance(shown, nodes.Filter):
                if shown.node is None:
                    break
                shown = shown.node
            else:
                shown = shown.left
        self._say(shown, "whole", _last(shown), _written(shown))

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        over = self._kind(node.iter, scope)
        if isinstance(over, Mapping):
            self._say(node, "undefined", _last(node.iter), f"'{_written(node.iter)}' is no list; its fields are {', '.join(over)}")
        inner = dict(scope)
        self._bind(node.target, _entry(over), inner)
        inner["loop"] = _Loop()
        if node.test is not None:
            self._kind(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, dict(scope))

    def _bind(self, target: nodes.Node, kind: Kind, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = kind
        else:
            scope.update(dict.fromkeys((name.name for name in target.find_all(nodes.Name)), UNKNOWN))

    def _kind(self, node: nodes.Node, scope: Scope) -> Kind:
        """What an expression is, and everything in it that does not fit."""
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self._field(node, self._kind(node.node, scope), node.attr)
        if isinstance(node, nodes.Getitem):
            return self._entry_of(node, scope)
        if isinstance(node, nodes.Filter):
            return self._filter(node, scope)
        if isinstance(node, nodes.Call):
            return self._call(node, scope)
        if isinstance(node, nodes.Test) and node.name not in self._sandbox.tests:
            self._say(node, "syntax", node.name, f"No test named {node.name!r}", tuple(self._sandbox.tests))
        kinds = [self._kind(child, scope) for child in node.iter_child_nodes()]
        if isinstance(node, nodes.Concat):
            for child, kind in zip(node.nodes, kinds, strict=True):
                self._must_be_text(child, kind)
        if isinstance(node, (nodes.Or, nodes.And)):
            return next((kind for kind in kinds if kind is not UNKNOWN and kind != TEXT), TEXT if TEXT in kinds else UNKNOWN)
        if isinstance(node, (nodes.List, nodes.Tuple)):
            return [kinds[0]] if kinds and not isinstance(kinds[0], (_Unknown, _Loop, _Macro)) else UNKNOWN
        return TEXT if isinstance(node, (nodes.TemplateData, nodes.Const, nodes.Concat)) else UNKNOWN

    def _name(self, node: nodes.Name, scope: Scope) -> Kind:
        if node.name not in scope:
            if not self._open:
                self._say(node, "unknown-word", node.name, node.name, tuple(name for name in scope if name != "loop"))
            return UNKNOWN
        return scope[node.name]

    def _field(self, node: nodes.Node, of: Kind, name: str) -> Kind:
        if isinstance(of, Mapping):
            if name not in of:
                self._say(node, "undefined", name, _written(node), tuple(of))
                return UNKNOWN
            return of[name]
        if isinstance(of, _Loop):
            if name not in _LOOP:
                self._say(node, "undefined", name, _written(node), tuple(sorted(_LOOP)))
        elif isinstance(of, str):
            self._say(node, "undefined", name, f"{_written(node)}: a text has no fields")
        elif not isinstance(of, (_Unknown, _Macro)):
            self._say(node, "undefined", name, f"{_written(node)}: this is a list; its entries are reached by a loop")
        return UNKNOWN

    def _entry_of(self, node: nodes.Getitem, scope: Scope) -> Kind:
        of = self._kind(node.node, scope)
        index = node.arg
        if isinstance(index, nodes.Slice):
            return of
        if isinstance(index, nodes.Const) and isinstance(index.value, str) and isinstance(of, Mapping):
            return self._field(node, of, index.value)
        self._kind(index, scope)
        return _entry(of)

    def _filter(self, node: nodes.Filter, scope: Scope) -> Kind:
        of = self._kind(node.node, scope) if node.node is not None else TEXT
        named: dict[str, nodes.Expr] = {str(keyword.key): keyword.value for keyword in node.kwargs}
        for value in (*node.args, *named.values()):
            self._kind(value, scope)
        if node.name not in FILTERS:
            self._say(node, "syntax", node.name, f"No filter named {node.name!r}", tuple(sorted(FILTERS)))
            return UNKNOWN
        entry = _entry(of)
        first = node.args[0] if node.args else None
        field = named.get("attribute") if node.name in ("map", "sort", "groupby", "unique", "sum", "min", "max", "join") else None
        field = first if node.name in _BY_FIELD else field
        reached: Kind = entry
        if isinstance(field, nodes.Const) and isinstance(field.value, str):
            for step in field.value.split("."):
                reached = self._field(node, reached, step) if isinstance(reached, Mapping) else UNKNOWN
        if node.name == "join" and isinstance(reached, (Mapping, list)):
            self._say(node, "whole", "join", f"{_written(node.node)}|join" if node.node is not None else "join")
        if node.name in _OF_TEXT and node.node is not None:
            self._must_be_text(node.node, of)
        if node.name == "map":
            return [reached] if field is not None and not isinstance(reached, (_Unknown, _Loop, _Macro)) else UNKNOWN
        if node.name in _SAME:
            return of
        return entry if node.name in _ONE else UNKNOWN if node.name == "groupby" else TEXT

    def _call(self, node: nodes.Call, scope: Scope) -> Kind:
        given = [self._kind(value, scope) for value in node.args]
        named = {keyword.key: self._kind(keyword.value, scope) for keyword in node.kwargs}
        called = self._kind(node.node, scope)
        if isinstance(called, _Macro):
            self._called.add(called.node.name)
            self.macro(called.node, given, named, scope)
            return TEXT
        if isinstance(called, (str, Mapping)):
            self._say(node, "forbidden", _last(node.node), f"'{_written(node.node)}' cannot be called")
        return UNKNOWN

    def _say(self, node: nodes.Node, cause: Cause, name: str, detail: str, known: tuple[str, ...] = ()) -> None:
        self.found.append(Unfit(node.lineno, cause, name, detail, known))


def _entry(of: Kind) -> Kind:
    """What a list holds."""
    return of[0] if isinstance(of, (list, tuple)) else UNKNOWN


def _written(node: nodes.Node) -> str:
    """A field as the template writes it."""
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Filter):
        # A filter that names a field names it as a text.
        named = [value for value in (*node.args, *(keyword.value for keyword in node.kwargs)) if isinstance(value, nodes.Const)]
        return f"{node.name}({', '.join(repr(value.value) for value in named)})"
    if isinstance(node, nodes.Getitem):
        return f"{_written(node.node)}[{node.arg.value if isinstance(node.arg, nodes.Const) else '…'}]"
    return node.name if isinstance(node, nodes.Name) else "…"


def _last(node: nodes.Node) -> str:
    return _written(node).rpartition(".")[2]
