"""How a kind of data is declared: a frozen record whose annotations are the whole definition.

One declaration serves three readers. `decode` turns located data into records and names every
fault; pydantic (strict, unknown keys refused) makes the JSON Schemas from the same annotations;
and the tests hold the two, and jsonschema, against each other. pydantic is imported only where a
schema is made: its import alone costs more than a whole question may.
"""

from __future__ import annotations

import inspect
from typing import Any, NamedTuple, TypeVar, dataclass_transform

T = TypeVar("T")

_REMEMBERED = 10_000
"""Texts that a form remembers to have accepted."""


def yaml_key(field: str) -> str:
    """The YAML key of a field: `from_` stands for `from`, since Python keeps that word."""
    return field[:-1] if field.endswith("_") else field


REQUIRED: Any = object()
"""Stands for the default of a field that has none."""


class RecordField(NamedTuple):
    """A field as it was declared: the annotation, and the default if there is one."""

    annotation: Any
    default: Any = REQUIRED


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Make `cls` a frozen, keyword-only dataclass that refuses unknown keys and conversions.

    The dataclass is completed when something first needs it to be one: writing the methods of
    seventy classes would take half of the time that a question may, and `decode` needs none of them.
    """
    fields: dict[str, RecordField] = {}
    for base in reversed(cls.__mro__[1:]):
        fields.update(base.__dict__.get("__record_fields__", {}))
    for name, annotation in inspect.get_annotations(cls).items():
        default = cls.__dict__.get(name, REQUIRED)
        fields[name] = RecordField(annotation, default)
    cls.__record_fields__ = fields  # type: ignore[attr-defined]
    cls.__pydantic_config__ = CONFIG  # type: ignore[attr-defined]
    cls.__dataclass_fields__ = _Unfinished("__dataclass_fields__")  # type: ignore[attr-defined]
    for name in _METHODS:
        setattr(cls, name, _Unfinished(name))
    cls.__init__ = _init  # type: ignore[method-assign]
    return cls


def record_fields(kind: type[Any]) -> dict[str, RecordField]:
    """The fields of a record, by name, those of its bases first; empty for anything else."""
    found: dict[str, RecordField] = getattr(kind, "__dict__", {}).get("__record_fields__", {})
    return found


CONFIG = {"extra": "forbid", "strict": True, "use_attribute_docstrings": True, "alias_generator": yaml_key}
"""How pydantic is to judge a record."""


def _init(self: Any, **values: Any) -> None:
    """What the dataclass's own constructor will do, without writing one."""
    fields: dict[str, RecordField] = type(self).__record_fields__
    if unknown := values.keys() - fields.keys():
        raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(unknown))}")
    made = {name: values.get(name, field.default) for name, field in fields.items()}
    if missing := [name for name, value in made.items() if value is REQUIRED]:
        raise TypeError(f"{type(self).__name__} needs {', '.join(missing)}")
    object.__setattr__(self, "__dict__", made)


_METHODS = ("__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__")


class _Unfinished:
    """Stands for a part of a dataclass until it is asked for; then the class is completed."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: object, owner: type[Any]) -> Any:
        home = next(base for base in owner.__mro__ if base.__dict__.get(self.name) is self)
        _finish(home)
        value = getattr(owner, self.name)
        return value if instance is None or self.name not in _METHODS else value.__get__(instance, owner)


def _finish(cls: type[Any]) -> None:
    for name in ("__dataclass_fields__", *_METHODS):
        if isinstance(cls.__dict__.get(name), _Unfinished):
            delattr(cls, name)
    del cls.__init__
    import dataclasses

    for name, default in list(cls.__dict__.items()):
        if isinstance(default, dict) and name in cls.__annotations__:
            setattr(cls, name, dataclasses.field(default_factory=dict))
    dataclasses.dataclass(frozen=True, kw_only=True)(cls)


class Form:
    """A constraint on a text: what it must look like, as one pattern for Python and JSON Schema.

    The pattern is ECMA-compatible and anchored; `$(?!\\n)` refuses a trailing newline, which
    Python's `$` alone lets pass.
    """

    def __init__(self, name: str, pattern: str, example: str) -> None:
        self.name = name
        self.pattern = f"^(?:{pattern})$(?!\\n)"
        self.example = example
        self._match: Any = None
        self.known: set[str] = set()
        """Texts that were found to have the form."""

    def accepts(self, text: str) -> bool:
        """Whether the text has this form."""
        # The same ids come again and again: a group names its hundred roles in a thousand stores.
        if text in self.known:
            return True
        if self._match is None:
            import re

            self._match = re.compile(self.pattern).search
        if self._match(text) is None:
            return False
        if len(self.known) < _REMEMBERED:
            self.known.add(text)
        return True

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import PydanticCustomError, core_schema

        def check(text: str) -> str:
            if not self.accepts(text):
                raise PydanticCustomError("form", "not a {name}", {"name": self.name})
            return text

        return core_schema.no_info_after_validator_function(check, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> Any:
        shape = handler(schema)
        shape["pattern"] = self.pattern
        return shape


class DayForm(Form):
    """The form of a day of the calendar; compiling its pattern, which knows February, takes longer than reading a day."""

    def accepts(self, text: str) -> bool:
        """Whether the text is a day from 1900 to 2199, year-month-day."""
        if len(text) != 10 or not text.isascii() or text[4] != "-" or text[7] != "-" or not "19" <= text[:2] <= "21":
            return False
        from datetime import date

        try:
            date.fromisoformat(text)
        except ValueError:
            return False
        return True


class AtLeast:
    """A constraint: the least value of a number, or the least length of a list."""

    def __init__(self, least: int, most: int | None = None) -> None:
        self.least = least
        self.most = most

    def accepts(self, value: Any) -> bool:
        """Whether a number or a list is within the bounds."""
        size = value if isinstance(value, (int, float)) else len(value)
        return size >= self.least and (self.most is None or size <= self.most)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import PydanticCustomError, core_schema

        def check(value: Any) -> Any:
            if not self.accepts(value):
                raise PydanticCustomError("bounds", "out of bounds")
            return value

        return core_schema.no_info_after_validator_function(check, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> Any:
        shape = handler(schema)
        if shape.get("type") == "string":
            # As a pattern, since that is the only way in which Draft 4 can say it of a key.
            shape["pattern"] = f"^[\\s\\S]{{{self.least},{'' if self.most is None else self.most}}}$(?!\\n)"
            return shape
        listed = shape.get("type") == "array"
        shape["minItems" if listed else "minimum"] = self.least
        if self.most is not None:
            shape["maxItems" if listed else "maximum"] = self.most
        return shape


class Ref:
    """Marks an id as the name of something defined elsewhere; `kind` says what."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
