"""Every name that the sources and the roles print is found first, in both scripts and by sound; typos come close."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealer_cli.model.catalog import Catalog, NotFound
from dealer_cli.model.names import Ambiguous, find_role, normal

HERE = Path(__file__).parent

pytestmark = pytest.mark.slow


def answers(catalog: Catalog, typed: str, store: str | None = None) -> tuple[str, ...]:
    """The role that is found, the candidates, or the nearest three: what a person sees, best first."""
    try:
        return (find_role(catalog, typed, store),)
    except Ambiguous as several:
        return several.candidates
    except NotFound as missing:
        return missing.nearest


def rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def test_every_name_is_found_first_and_several_are_never_guessed(catalog: Catalog) -> None:
    wrong = []
    for typed, store, how, *roles in rows("names.tsv"):
        found = answers(catalog, typed, store or None)
        right = found == (roles[0],) if how == "is" else set(found) & set(roles) if len(roles) == 1 else set(found) >= set(roles)
        if not right:
            wrong.append((typed, store, roles, found))
    assert not wrong
    assert len(rows("names.tsv")) > 1000


def misspelt(title: str) -> set[str]:
    """The title with a character left out, or two neighbours in each other's place."""
    left_out = {title[:at] + title[at + 1 :] for at in range(len(title))}
    swapped = {title[:at] + title[at + 1] + title[at] + title[at + 2 :] for at in range(len(title) - 1)}
    return (left_out | swapped) - {title}


def test_the_role_is_among_the_first_three_for_a_typo_at_any_place(catalog: Catalog) -> None:
    names = {normal(name.text) for name in catalog.role_names} | {normal(row[0]) for row in rows("names.tsv")}
    far = []
    tried = 0
    for number, (title, roles, *by_ear) in enumerate(rows("typos.tsv")):
        # Every tenth, another tenth in each title: all of them take as long as a twentieth of all tests.
        chosen = sorted(misspelt(title))[number % 10 :: 10]
        # What is left may be another's name: 销售部经理 without 部 is 销售经理, and then that is the answer.
        for typed in [typo for typo in chosen if normal(typo) not in names] + by_ear:
            tried += 1
            found = answers(catalog, typed)[:3]
            if not set(found) & set(roles.split("|")):
                far.append((title, typed, found))
    assert not far
    assert tried > 220


def test_what_only_sounds_alike_is_offered_and_never_taken(catalog: Catalog) -> None:
    for title, _, first, *_ in [row for row in rows("typos.tsv")[::7] if len(row) > 2]:
        with pytest.raises((NotFound, Ambiguous)):
            find_role(catalog, first)
        assert title
