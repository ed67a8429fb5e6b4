"""Templates as straight Python say what Jinja's own code says; and Word files put together from packed entries are zip files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import TemplateError

from dealer_cli.documents.checking.check import check, templates_in
from dealer_cli.documents.printing.errors import TemplateFault
from dealer_cli.documents.printing.package import file_of, packed
from dealer_cli.documents.printing.sandbox import Compiled, Sandbox
from dealer_cli.model.layout import shipped

FRAGMENTS = [
    "a {{ post.title }} b {{ post.number }}",
    "{% if post.title %}{{ post.title }}{% else %}-{% endif %}",
    "{% for duty in duties %}{{ loop.index }}. {{ duty.text }}{{ duty.mark }}{% if not loop.last %}; {% endif %}{% endfor %}",
    "{% for duty in duties if duty.mark %}{{ duty['text'] }}{% else %}none{% endfor %}",
    "{% for duty in duties %}{% for name in duty.names %}<i>{{ name }}</i>{% endfor %}{% endfor %}",
    "{% macro row(duty) %}<b>{{ duty.text }}</b>{% endmacro %}{% for duty in duties %}{{ row(duty) }}{% endfor %}",
    "{% macro box() %}[{{ caller() }}]{% endmacro %}{% call box() %}{{ post.title }}{% endcall %}",
    "{% set shown = post.title %}{{ shown }}{{ shown|upper }}",
    "{% set both %}<u>{{ post.title }}</u>{% endset %}{{ both }}",
    "{% filter upper %}{{ post.title }}x{% endfilter %}",
    "{% set own = {'text': post.title} %}{{ own.text }}",
    "{% macro m() %}<{{ post.title }}>{% endmacro %}{% set own = {'text': m()} %}{{ own.text }}{{ post.title }}",
    "{% for duty in duties %}{{ duty.names|join(', ') }}{% endfor %}",
    "{{ duties|map(attribute='text')|join(post.title) }}",
    "{{ duties[0].text }}",
    "{{ (duties|first).text }}",
    "{{ post.missing }}",
    "{{ post.missing is defined }}{{ post.missing|default('none') }}",
    "{{ nothing.text }}",
    "{{ duties }}",
    "{{ post }}",
    "{{ post.title.text }}",
    "{{ post.number + 1 }}",
    "{% for duty in duties|sort(attribute='text') %}{{ duty.text }}{% endfor %}",
    "{% for mark, group in duties|groupby('mark') %}{{ mark }}{{ group|length }}{% endfor %}",
    "{% for duty in duties recursive %}{{ duty.text }}{% endfor %}",
    "{% block part %}{{ post.title }}{% endblock %}",
    "{{ loop }}",
    "{{ post.title ~ post.number }}",
]
"""What templates do, and what they had better not do."""

words = st.text(st.sampled_from("ab<>&'\"\n{}%岗é"), max_size=6)
duties = st.lists(st.fixed_dictionaries({"text": words, "mark": words, "names": st.lists(words, max_size=3)}), max_size=3)
pictures = st.fixed_dictionaries({"post": st.fixed_dictionaries({"title": words, "number": st.integers(0, 9)}), "duties": duties})


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=4), pictures)
def test_a_template_says_what_jinja_says(fragments: list[str], picture: dict[str, Any]) -> None:
    """The same text, or an error where Jinja has one."""
    text = "\n".join(fragments)
    try:
        said: str | None = Sandbox().from_string(text).render(picture)
    except (TemplateError, TypeError, LookupError):
        said = None
    if said is None or "{{ duties }}" in text or "{{ post }}" in text:
        # Jinja would write a list as Python does.
        with pytest.raises(TemplateFault):
            Compiled(Sandbox(), text, "own", "").render(picture)
    else:
        assert Compiled(Sandbox(), text, "own", "").render(picture) == said


def test_no_fragment_is_always_an_error_or_always_fine() -> None:
    """The fragments reach both ways."""
    picture = {"post": {"title": "<a>", "number": 1}, "duties": [{"text": "x", "mark": "*", "names": ["y"]}]}
    failing = set()
    for text in FRAGMENTS:
        try:
            Compiled(Sandbox(), text, "own", "").render(picture)
        except TemplateFault:
            failing.add(text)
    assert failing == {"{{ post.missing }}", "{{ nothing.text }}", "{{ duties }}", "{{ post }}", "{{ post.title.text }}", "{{ loop }}"}


@pytest.mark.parametrize("path", templates_in(shipped("templates")), ids=lambda path: path.name)
def test_no_shipped_template_is_rendered_twice(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template of ours is rendered in one go, with everything in it and with nothing."""
    monkeypatch.setattr(Compiled, "_careful", property(lambda self: pytest.fail("rendered once more")))
    assert check(path, on_paper=False) == []


@given(st.dictionaries(st.text(st.characters(codec="utf-8", exclude_characters="\0/"), min_size=1, max_size=8), st.binary(max_size=200)))
def test_packed_parts_are_read_back(parts: dict[str, bytes]) -> None:
    """Every part under its name, whole, in whichever group it was."""
    names = list(parts)
    groups = [{name: parts[name] for name in names[:1]}, {name: parts[name] for name in names[1:]}]
    with zipfile.ZipFile(io.BytesIO(file_of([packed(group) for group in groups]))) as package:
        assert package.testzip() is None
        assert {entry.filename: package.read(entry) for entry in package.infolist()} == parts
