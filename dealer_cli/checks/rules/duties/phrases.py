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
    """What is looked for, in each language."""

    zh: re.Pattern[str]
    en: re.Pattern[str]

    @classmethod
    def of(cls, zh: str, en: str) -> Phrases:
        """Phrases from two patterns; English in any case."""
        return cls(re.compile(zh), re.compile(en, re.IGNORECASE))


def faults_of(code: str, facts: RoleFacts, statements: Iterable[Placed[Statement]], phrases: Phrases) -> Iterator[Fault]:
    """One fault a sentence with a phrase, at the sentence; the first language that has one."""
    for statement in statements:
        for lang, text, pattern in (("zh", statement.record.zh, phrases.zh), ("en", statement.record.en, phrases.en)):
            found = pattern.search(text) if text else None
            if found:
                params = {"role": facts.role.id, "phrase": found.group()}
                name = getattr(statement.record, "id", None) or str(statement.steps[0])
                yield Fault(code, statement.place(lang), params, entities=(facts.role.id, name, found.group()))
                break
