"""A store's values in texts: `$oem` stands for the brand. Plain substitution; no text is a template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dealer_cli.model.store import Store

_VALUE = re.compile(r"\$([a-z][a-z0-9]*(?:-[a-z0-9]+)*)")


def values_of(store: Store | None, lang: str) -> dict[str, str]:
    """A store's values in a language."""
    if store is None:
        return {}
    return {key: value if isinstance(value, str) else value.say(lang) for key, value in store.values.items()}


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its values put in; one that the store lacks stays as it is, for `check` to report."""
    if "$" not in text:
        return text
    return _VALUE.sub(lambda match: values.get(match.group(1), match.group()), text)


def names_in(text: str) -> Iterator[str]:
    """The values that a text mentions."""
    return (match.group(1) for match in _VALUE.finditer(text))
