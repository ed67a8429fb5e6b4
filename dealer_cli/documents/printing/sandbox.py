"""Jinja for templates that come from outside: they see the picture, and nothing of Python.

A plain environment runs code (`cycler.__init__.__globals__.os.popen`), prints missing words as
nothing, and lets `<` swallow the rest of a Word paragraph. Here nothing is global, attributes are
fields of the picture, a missing word is an error, everything is escaped, and the text has an end.
Time and memory are bounded by `guarded`, for templates that are not the shipped ones.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, Undefined, UndefinedError, meta, nodes, pass_eval_context
from jinja2.compiler import CodeGenerator
from jinja2.environment import Template
from jinja2.exceptions import SecurityError
from jinja2.filters import do_join, make_attrgetter
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

from dealer_cli.documents.picture.shapes import shape_of
from dealer_cli.documents.printing.braces import strays_of_text
from dealer_cli.documents.printing.errors import Cause, TemplateFault
from dealer_cli.documents.printing.inlined import Inlined, Spelling, beyond

FILTERS = frozenset(
    [
        "abs",
        "capitalize",
        "count",
        "d",
        "default",
        "e",
        "escape",
        "first",
        "float",
        "groupby",
        "int",
        "join",
        "last",
        "length",
        "list",
        "lower",
        "map",
        "max",
        "min",
        "reject",
        "rejectattr",
        "replace",
        "reverse",
        "round",
        "select",
        "selectattr",
        "sort",
        "string",
        "sum",
        "title",
        "trim",
        "truncate",
        "unique",
        "upper",
        "wordcount",
    ]
)
"""The filters that templates may use. Left out: `safe` and what else goes past escaping, `random`, and what makes text of any length."""

MAX_TEXT = 32 * 1024 * 1024
"""Characters of one rendered part; the longest of ours has 200,000."""

_TEXTS = (str, int, float, Undefined, type(None))
"""What may be printed: an undefined word says by itself that it is none."""


_FAILURES = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RuntimeError, AttributeError, AssertionError)
"""What may go wrong in a template while it is rendered."""


_OF_A_LOOP = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0", "previtem", "nextitem", "cycle", "changed"}
)
"""What a loop tells of itself."""


class Whole(TemplateError):
    """A list or a group of fields where a text is to be printed: Python's way of writing it would stand on paper."""


class NoEntry(UndefinedError):
    """An entry that a list has not, which may have it in another document."""


def _markup(text: str) -> str:
    return str(escape(text))


def _must_be_text(value: Any) -> None:
    if isinstance(value, _TEXTS):
        return
    if isinstance(value, Mapping):
        raise Whole(", ".join(map(str, islice(value, 8))))
    raise Whole("[…]" if not isinstance(value, Macro) else f"{value.name}(…)")


@pass_eval_context
def _join(context: nodes.EvalContext, value: Any, d: str = "", attribute: str | int | None = None) -> str:
    """Jinja's `join`, of texts only."""
    entries = list(value)
    if attribute is not None:
        entries = list(map(make_attrgetter(context.environment, attribute), entries))
    if all(type(text) is str for text in (d, *entries)):
        return d.join(entries)
    for entry in entries:
        _must_be_text(entry)
    text: str = do_join(context, entries, d)
    return text


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment in which a dot leads to a field, never to a method."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, spell: Callable[[str], str] = _markup) -> None:
        """`spell`: how the format writes a text so that none of it is taken for markup."""
        super().__init__(undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True)
        self.spell = Spelling(spell, _must_be_text)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS} | {"join": _join}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a mapping, or a fact of a loop."""
        if type(obj) is dict:
            return obj[attribute] if attribute in obj else self.undefined(hint=attribute)
        if type(obj) is LoopContext and attribute in _OF_A_LOOP:
            return getattr(obj, attribute)
        if isinstance(obj, Undefined) and not attribute.startswith("_"):
            # What is missing is told, not what was wanted of it.
            return obj
        return self.unsafe_undefined(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """The same for brackets; and the entries of a list."""
        if isinstance(obj, (dict, list, tuple, str)):
            try:
                return obj[argument]
            except (LookupError, TypeError):
                lists = isinstance(obj, (list, tuple)) and isinstance(argument, int)
                return self.undefined(hint=f"[{argument}]", exc=NoEntry) if lists else self.undefined(hint=str(argument))
        return self.getattr(obj, argument) if isinstance(argument, str) else super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """None: what a loop tells of itself is all that has a dot and is no field."""
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        """A template's own macros, and `loop`."""
        # Calling what is undefined says so by itself.
        return isinstance(obj, (Macro, LoopContext, Undefined)) or isinstance(getattr(obj, "__self__", None), LoopContext)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers of everyday size; never `"x" * 10**9`."""
        if operator == "**" or not all(isinstance(side, (int, float)) for side in (left, right)):
            raise SecurityError(f"'{operator}' works on numbers only" if operator != "**" else "'**' is not allowed")
        return super().call_binop(context, operator, left, right)


class Compiled:
    """A text that became a template; whatever goes wrong in it comes as a `TemplateFault`."""

    def __init__(self, environment: Sandbox, text: str, template: str, part: str, shown: Callable[[str], str] = str.strip) -> None:
        self._lines = text.split("\n")
        self._names = template, part
        self._shown = shown
        try:
            tree = environment.parse(text)
            for node in tree.find_all(nodes.ScopedEvalContextModifier):
                raise TemplateSyntaxError("autoescape cannot be switched off", node.lineno)
            shape = shape_of(Path(template).stem)
            unknown = sorted(meta.find_undeclared_variables(tree) - shape.keys()) if shape is not None else ()
            if unknown:
                line = next((name.lineno for name in tree.find_all(nodes.Name) if name.name == unknown[0]), 0)
                raise self._fault("unknown-word", unknown[0], line)
            self._environment, self._text = environment, text
            self._straight = self._compiled(tree, CodeGenerator if beyond(tree) else Inlined)
        except TemplateSyntaxError as error:
            raise self._syntax(environment, text, error) from None
        except MemoryError:
            # Jinja computes at once what depends on nothing; so does Python's parser of many brackets.
            raise self._fault("out-of-memory", "1024 MB", 0) from None
        except (SyntaxError, RecursionError, ValueError, OverflowError) as error:
            # Brackets in brackets, loops in loops: too deep for Jinja's parser, or for Python's.
            raise self._fault("failed", str(error) or type(error).__name__, 0) from None

    def render(self, picture: Mapping[str, Any]) -> str:
        """The text of one document."""
        try:
            return self._whole(picture)
        except SecurityError as error:
            raise self._fault("forbidden", str(error), _line(error)) from None
        except Whole as error:
            raise self._fault("whole", str(error), _line(error)) from None
        except UndefinedError as error:
            if isinstance(error, NoEntry) or _EMPTY.search(str(error)):
                raise self._no_entry(str(error), _line(error)) from None
            raise self._fault("undefined", str(error), _line(error)) from None
        except MemoryError:
            raise self._fault("out-of-memory", "1024 MB", 0) from None
        except _FAILURES as error:
            raise self._fault("failed", str(error) or type(error).__name__, _line(error)) from None

    def _compiled(self, source: str | nodes.Template, generator: type[CodeGenerator]) -> Template:
        environment = self._environment.overlay()
        environment.code_generator_class = generator
        template: Template = environment.from_string(source)
        # The compiled text calls `escape` for every value; here that is the format's own way.
        template.root_render_func.__globals__["escape"] = self._environment.spell
        return template

    @cached_property
    def _careful(self) -> Template:
        return self._compiled(self._text, CodeGenerator)

    def _whole(self, picture: Mapping[str, Any]) -> str:
        try:
            return self._bounded(self._straight.root_render_func(self._straight.new_context(dict(picture), shared=True)))
        except _FAILURES:
            # Whether that is a fault, and which, Jinja's own code tells.
            return self._bounded(self._careful.generate(picture))

    def _bounded(self, pieces: Iterator[str]) -> str:
        """The text, unless it has no end."""
        texts = []
        size = 0
        for text in pieces:
            size += len(text)
            if size > MAX_TEXT:
                raise self._fault("too-long", f"{MAX_TEXT // 1024 // 1024} MB", 0)
            texts.append(text)
        return "".join(texts)

    def _syntax(self, environment: Sandbox, text: str, error: TemplateSyntaxError) -> TemplateFault:
        """The fault; where a block lacks its end, Jinja tells the end of the text or of a block around it, which helps nobody."""
        if (error.message or "").startswith(("Unexpected end of template", "Encountered unknown tag")):
            from dealer_cli.documents.printing.tags import parse

            # Of blocks within each other the innermost is named first.
            for at, why in parse(environment, text)[1]:
                if "has no 'end" in why:
                    return self._fault("syntax", why, text.count("\n", 0, at) + 1)
        return self._fault("syntax", error.message or "", error.lineno)

    def _no_entry(self, told: str, line: int) -> TemplateFault:
        """The fault, with the entry as the template writes it."""
        text = self._lines[line - 1] if 0 < line <= len(self._lines) else ""
        found = re.search(rf"[\w.]+\s*{re.escape(told)}(?:\.\w+)*", text)
        filtered = _EMPTY.search(told)
        if filtered:
            found = re.search(rf"[\w.]+\s*\|\s*{filtered.group(1)}\b", text)
        return self._fault("no-entry", found.group() if found else told, line)

    def _fault(self, cause: Cause, detail: str, line: int) -> TemplateFault:
        near = self._shown(self._lines[line - 1]) if 0 < line <= len(self._lines) else ""
        template, part = self._names
        return TemplateFault(template, part or str(line or ""), cause, detail, near)


def text_template(data: bytes, name: str, spell: Callable[[str], str]) -> Compiled:
    """A template that is a text as a whole, from the bytes of its file. Raises `TemplateFault` and `UnicodeDecodeError`."""
    text = data.decode("utf-8-sig")
    _must_have_whole_tags(text, name)
    return Compiled(Sandbox(spell), text, name, "")


def _must_have_whole_tags(text: str, template: str) -> None:
    """What Jinja takes for text and was meant as a tag would be printed as it is. Raises `TemplateFault`."""
    for stray in strays_of_text(text):
        line = text.count("\n", 0, stray.at) + 1
        raise TemplateFault(template, str(line), stray.cause, stray.written, text.split("\n")[line - 1].strip())


_EMPTY = re.compile(r"No (first|last) item, sequence was empty")


def _line(error: BaseException) -> int:
    """The line of the template in which an error arose; Jinja puts it in the traceback."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in ("<template>", "<unknown>")]
    return (frames[-1].lineno or 0) if frames else 0
