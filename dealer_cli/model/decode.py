"""Located data to records: strict, complete, and every fault at its place.

A decoder is compiled once from a record's annotations. It refuses unknown keys, null, and every
conversion; it goes on after a fault, so that one run names all of them. The faults here are the S
family; what references mean is judged later, by `checks`.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeVar, Union

from dealer_cli.model.record import REQUIRED, AtLeast, Form, Ref, record_fields, yaml_key
from dealer_cli.reading.bounds import MAX_FAULTS
from dealer_cli.reading.faults import Fault, Place
from dealer_cli.reading.tree import Document, Mapping, Mark, Sequence, Tree

T = TypeVar("T")

_BAD: Any = object()

_KINDS: dict[type, str] = {
    str: "text",
    int: "integer",
    float: "number",
    bool: "boolean",
    type(None): "null",
    Mapping: "mapping",
    Sequence: "list",
}


class _Faults:
    """The faults of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.names = document.names
        self.list: list[Fault] = []
        # Only a file with a comment behind something can lose a text to it.
        self.swallowing = " #" in document.text or "\t#" in document.text

    @property
    def full(self) -> bool:
        return len(self.list) >= MAX_FAULTS

    def add(self, code: str, mark: Mark, variant: str = "", **params: str | int | tuple[str, ...]) -> Any:
        if not self.full:
            self.list.append(Fault(code, self.document.at(mark), params, variant=variant))
        return _BAD

    def wrong(self, value: Tree, mark: Mark, expected: tuple[str, ...]) -> Any:
        found = _KINDS[type(value)]
        shown = str(value).lower() if isinstance(value, bool) else str(value) if isinstance(value, (str, int, float)) else ""
        return self.add("S003", mark, found if found == "null" else "", expected=expected, found=found, value=shown)


Decoder = Callable[[Tree, Mark, _Faults], Any]

_cache: dict[Any, Decoder] = {}


def decode(document: Document, kind: type[T]) -> tuple[T | None, list[Fault]]:
    """A document as a record of `kind`, and every fault found; the record is None if there is one."""
    faults = _Faults(document)
    result = _decoder(kind)(document.data, document.mark, faults)
    return (None if result is _BAD else result), faults.list


def _decoder(annotation: Any) -> Decoder:
    found = _cache.get(annotation)
    if found is None:
        found = _cache[annotation] = _compile(annotation)
    return found


def _compile(annotation: Any) -> Decoder:
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        inner, *constraints = typing.get_args(annotation)
        return _constrained(_decoder(inner), constraints)
    if origin is Literal:
        return _choice(typing.get_args(annotation))
    if origin is tuple:
        return _listed(_decoder(typing.get_args(annotation)[0]))
    if origin is dict:
        return _keyed(*(_decoder(part) for part in typing.get_args(annotation)))
    if origin in (Union, types.UnionType):
        return _union([part for part in typing.get_args(annotation) if part is not type(None)])
    if record_fields(annotation):
        return _record(annotation)
    return _scalar(annotation)


def _scalar(kind: type) -> Decoder:
    expected = (_KINDS[kind],)

    def decode_scalar(value: Tree, mark: Mark, faults: _Faults) -> Any:
        return value if type(value) is kind else faults.wrong(value, mark, expected)

    return decode_scalar


def _constrained(inner: Decoder, constraints: list[Any]) -> Decoder:
    form = next((c for c in constraints if isinstance(c, Form)), None)
    bounds = next((c for c in constraints if isinstance(c, AtLeast)), None)

    ref = next((c for c in constraints if isinstance(c, Ref)), None)
    if ref is not None:
        return _named(_constrained(inner, [c for c in constraints if c is not ref]), ref.kind, form)

    if form is not None and form.name == "text":
        return _prose(inner)

    if form is not None:
        known = form.known

        def decode_form(value: Tree, mark: Mark, faults: _Faults) -> Any:
            if value.__class__ is str and value in known:  # most ids have been met before
                return value
            result = inner(value, mark, faults)
            if result is _BAD or form.accepts(result):
                return result
            return faults.add("S005", mark, value=result, form=form.name, example=form.example)

        return decode_form

    if bounds is None:
        return inner

    def decode_bounded(value: Tree, mark: Mark, faults: _Faults) -> Any:
        result = inner(value, mark, faults)
        if result is _BAD or bounds.accepts(result):
            return result
        shown = str(result) if isinstance(result, (int, float)) else str(len(result))
        variant = "number" if isinstance(result, (int, float)) else "short"
        most = "" if bounds.most is None else str(bounds.most)
        return faults.add("S006", mark, variant, value=shown, least=bounds.least, most=most)

    return decode_bounded


def _named(inner: Decoder, kind: str, form: Form | None) -> Decoder:
    """The name of something defined elsewhere, which the document remembers to mention."""

    known: frozenset[str] | set[str] = form.known if form else frozenset()

    def decode_named(value: Tree, mark: Mark, faults: _Faults) -> Any:
        if value.__class__ is str:
            faults.names.add((kind, value))
            if value in known:
                return value
        return inner(value, mark, faults)

    return decode_named


def _prose(inner: Decoder) -> Decoder:
    """A text for people: not blank, and nothing of it lost to a comment behind it."""

    def decode_prose(value: Tree, mark: Mark, faults: _Faults) -> Any:
        result = value if value.__class__ is str else inner(value, mark, faults)
        if result is _BAD:
            return result
        if not result or result[0].isspace() or result[-1].isspace():
            return faults.add("S005", mark, "blank", value=result, form="text", example="")
        if faults.swallowing and (lost := _swallowed(faults.document, mark)):
            if not faults.full:
                faults.list.append(lost)
            return _BAD
        return result

    return decode_prose


def _swallowed(document: Document, mark: Mark) -> Fault | None:
    """The comment behind a plain text, which a reader takes for a part of it."""
    end = mark.end_mark
    source = document.line(end.line + 1)
    behind = source[end.column :]
    comment = behind.lstrip()
    if mark.style or comment == behind or not comment.startswith("#"):
        return None
    return Fault("S007", Place(document.path, end.line + 1, len(source) - len(comment) + 1, len(source) + 1), {"text": comment})


def _choice(choices: tuple[Any, ...], also: tuple[str, ...] = ()) -> Decoder:
    """One of several words or numbers; `also` is what the other alternatives of a union take, in signs."""
    kinds = {type(choice) for choice in choices}
    expected = tuple(_KINDS[kind] for kind in kinds)
    words = tuple(str(choice) for choice in choices)
    allowed = frozenset(choices)

    def decode_choice(value: Tree, mark: Mark, faults: _Faults) -> Any:
        if type(value) not in kinds:
            return faults.wrong(value, mark, expected)
        if value in allowed:
            return value
        near = () if faults.full else nearest(str(value), words)
        return faults.add("S004", mark, value=str(value), choices=(*also, *words), nearest=near)

    return decode_choice


def _listed(inner: Decoder) -> Decoder:
    def decode_list(value: Tree, mark: Mark, faults: _Faults) -> Any:
        if type(value) is not Sequence:
            return faults.wrong(value, mark, ("list",))
        results = [inner(entry, at, faults) for entry, at in zip(value, value.marks, strict=True)]
        return _BAD if any(result is _BAD for result in results) else tuple(results)

    return decode_list


def _keyed(key_decoder: Decoder, inner: Decoder) -> Decoder:
    def decode_keyed(value: Tree, mark: Mark, faults: _Faults) -> Any:
        if type(value) is not Mapping:
            return faults.wrong(value, mark, ("mapping",))
        results = {}
        good = True
        for key, entry in value.items():
            key_mark, at = value.marks[key]
            decoded_key = key_decoder(key, key_mark, faults)
            decoded = inner(entry, at, faults)
            if decoded_key is _BAD or decoded is _BAD:
                good = False
            results[key] = decoded
        return results if good else _BAD

    return decode_keyed


def _union(parts: list[Any]) -> Decoder:
    if len(parts) == 1:
        return _decoder(parts[0])
    by_kind: dict[type, Decoder] = {}
    also = tuple(f"{bounds.least}…{bounds.most or ''}" for part in parts for bounds in typing.get_args(part) if isinstance(bounds, AtLeast))
    for part in parts:
        decoder = _choice(typing.get_args(part), also) if typing.get_origin(part) is Literal else _decoder(part)
        for kind in _kinds_of(part):
            by_kind.setdefault(kind, decoder)
    expected = tuple(dict.fromkeys(_KINDS[kind] for kind in by_kind))

    def decode_union(value: Tree, mark: Mark, faults: _Faults) -> Any:
        decoder = by_kind.get(type(value))
        return faults.wrong(value, mark, expected) if decoder is None else decoder(value, mark, faults)

    return decode_union


def _kinds_of(annotation: Any) -> set[type]:
    """The kinds of data that an alternative takes; alternatives of one union never share one."""
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        return _kinds_of(typing.get_args(annotation)[0])
    if origin is Literal:
        return {type(choice) for choice in typing.get_args(annotation)}
    if origin in (Union, types.UnionType):
        return {kind for part in typing.get_args(annotation) for kind in _kinds_of(part)} - {type(None)}
    if origin is tuple:
        return {Sequence}
    if origin is dict or record_fields(annotation):
        return {Mapping}
    return {annotation}


def _record(kind: type[Any]) -> Decoder:
    table: dict[str, tuple[str, Decoder]] = {}
    defaults: dict[str, Any] = {}
    required: list[str] = []
    for name, field in record_fields(kind).items():
        table[yaml_key(name)] = (name, _decoder(field.annotation))
        if field.default is REQUIRED:
            required.append(yaml_key(name))
        else:
            defaults[name] = field.default
    one_of = getattr(kind, "__one_of__", ())
    new, set_attribute = object.__new__, object.__setattr__

    def decode_record(value: Tree, mark: Mark, faults: _Faults) -> Any:
        if type(value) is not Mapping:
            return faults.wrong(value, mark, ("mapping",))
        values = dict(defaults)
        good = True
        for key, entry in value.items():
            known = table.get(key)
            if known is None:
                _unknown(value, key, table, faults)
                good = False
                continue
            name, decoder = known
            result = decoder(entry, value.marks[key][1], faults)
            if result is _BAD:
                good = False
            else:
                values[name] = result
        for key in required:
            if key not in value:
                faults.add("S002", mark, key=key)
                good = False
        if one_of and sum(key in value for key in one_of) != 1:
            faults.add("S008", mark, choices=one_of)
            good = False
        if not good:
            return _BAD
        # A frozen dataclass sets its fields one call each; here they are already checked.
        made = new(kind)
        set_attribute(made, "__dict__", values)
        return made

    return decode_record


def _unknown(value: Mapping, key: str, table: dict[str, Any], faults: _Faults) -> None:
    variant = "comma" if value.flow and value[key] is None else ""
    near = () if faults.full else nearest(key, tuple(table))
    faults.add("S001", value.marks[key][0], variant, key=key, nearest=near, choices=tuple(table))


def nearest(word: str, words: tuple[str, ...], most: int = 1) -> tuple[str, ...]:
    """The words that are most like one, best first; none if none is like it."""
    import difflib

    return tuple(difflib.get_close_matches(word[:100], words, most, 0.6))


def root_place(document: Document) -> Place:
    """Where a fault about a whole document points."""
    return document.at(document.mark)
