"""Sentences of roles that hold a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dealer_cli.checks.facts import Placed, RoleFacts
from dealer_cli.model.words import Statement
from dealer_cli.reading.faults import Fault


@dataclass(frozen=True)
class Phrases:
    """What is looked for, in each language.

    A pattern is a row of alternatives that begin with a letter, so that `re` can skip to these letters;
    the English one is looked for without its word boundaries first, since they would hide that letter.
    """

    zh: re.Pattern[str]
    en: re.Pattern[str]
    hint: re.Pattern[str]

    @classmethod
    def of(cls, zh: str, en: str) -> Phrases:
        """Phrases from two patterns; English in small letters."""
        return cls(re.compile(zh), re.compile(en), re.compile(en.replace(r"\b", "")))

    def found_in(self, statement: Statement) -> tuple[str, str] | None:
        """The first language in which a sentence has one, and the phrase."""
        found = self.zh.search(statement.zh) if statement.zh else None
        if found:
            return "zh", found.group()
        english = statement.en.lower() if statement.en else ""
        found = self.en.search(english) if self.hint.search(english) else None
        return ("en", found.group()) if found else None


def faults_of(code: str, facts: RoleFacts, statements: Iterable[Placed[Statement]], phrases: Phrases) -> Iterator[Fault]:
    """One fault a sentence with a phrase, at the sentence; the first language that has one."""
    for statement in statements:
        found = phrases.found_in(statement.record)
        if found:
            lang, phrase = found
            name = getattr(statement.record, "id", None) or str(statement.steps[0])
            yield Fault(code, statement.place(lang), {"role": facts.role.id, "phrase": phrase}, entities=(facts.role.id, name, phrase))
