"""Sentences of roles that hold a phrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dealer_cli.checks.facts import Placed, RoleFacts
from dealer_cli.model.wording import Phrases
from dealer_cli.model.words import Statement
from dealer_cli.reading.faults import Fault


def faults_of(code: str, facts: RoleFacts, statements: Iterable[Placed[Statement]], phrases: Phrases) -> Iterator[Fault]:
    """One fault a sentence with a phrase, at the sentence; the first language that has one."""
    for statement in statements:
        found = phrases.found_in(statement.record)
        if found:
            lang, phrase = found
            name = getattr(statement.record, "id", None) or str(statement.steps[0])
            yield Fault(code, statement.place(lang), {"role": facts.role.id, "phrase": phrase}, entities=(facts.role.id, name, phrase))
