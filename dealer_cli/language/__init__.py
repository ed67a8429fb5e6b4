"""The words for people: one catalog of messages a language, by topic, loaded when first spoken."""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping, Sequence
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")

TOPICS = ("labels", "layout", "help", "findings", "answers")
"""The modules of every language; each has one table MESSAGES."""


def decide(argv: Sequence[str], environ: Mapping[str, str] = os.environ) -> Lang:
    """The language of the screen: `--lang`, else DEALER_LANG, else the locale, else English."""
    asked = ""
    for i, word in enumerate(argv):
        if word == "--":
            break
        if word == "--lang" and i + 1 < len(argv):
            asked = argv[i + 1]
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    for choice in (asked, environ.get("DEALER_LANG", ""), locale):
        if choice:
            return "zh" if choice.lower().startswith("zh") else "en"
    return "en"


class Words:
    """The messages of one language."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self._topics: dict[str, Mapping[str, str]] = {}

    def __call__(self, key: str, /, **params: object) -> str:
        """The message `topic.name`, its {fields} filled in. The params are already safe to show."""
        message = self.find(key)
        if message is None:
            raise KeyError(f"no message {key!r} in {self.lang}")
        return message.format(**params) if params else message

    def find(self, key: str) -> str | None:
        """The raw message, or None if the language has none of that name."""
        topic, _, name = key.partition(".")
        messages = self._topics.get(topic)
        if messages is None:
            messages = self._topics[topic] = importlib.import_module(f"dealer_cli.language.{self.lang}.{topic}").MESSAGES
        return messages.get(name)

    def join(self, names: Sequence[str]) -> str:
        """Names in a row: with the list comma of the language."""
        return ("、" if self.lang == "zh" else ", ").join(names)


_current = Words("en")


def speak(lang: Lang) -> None:
    """Choose the language of the screen, before any command is imported."""
    global _current
    _current = Words(lang)


def words() -> Words:
    """The language of the screen."""
    return _current
