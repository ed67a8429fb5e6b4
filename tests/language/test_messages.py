"""The message catalogs: the same in both languages, whole, formattable, and spoken by the code as they are."""

import ast
import importlib
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from dealer_cli.cli.group import COMMANDS
from dealer_cli.language import LANGS, TOPICS, Words, decide
from dealer_cli.writing.terminal import width

CHINESE = re.compile("[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]")
RAW = {"layout.page"}
"""Messages whose {fields} a template fills in, or Word does."""


def messages(lang: str, topic: str) -> dict[str, str]:
    found: dict[str, str] = importlib.import_module(f"dealer_cli.language.{lang}.{topic}").MESSAGES
    return found


def fields(message: str) -> set[str]:
    """The {fields} of a message; an error where braces do not match or a field is no plain name."""
    names = {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}
    assert all(name.isidentifier() for name in names), message
    return names


def every_module(root: Path, folder: str) -> set[str]:
    return {path.stem for path in (root / "dealer_cli" / "language" / folder).glob("*.py")} - {"__init__"}


def test_every_topic_exists_in_every_language(root: Path) -> None:
    for lang in LANGS:
        assert set(TOPICS) <= every_module(root, lang)
    assert every_module(root, "zh") == every_module(root, "en")


@pytest.mark.parametrize("topic", TOPICS)
def test_the_same_keys_and_fields(topic: str) -> None:
    zh, en = messages("zh", topic), messages("en", topic)
    assert set(zh) == set(en)
    # `th` is the English ordinal; Chinese has none.
    differing = {key for key in zh if (fields(zh[key]) ^ fields(en[key])) - {"th"}}
    assert not differing


@pytest.mark.parametrize("topic", TOPICS)
def test_every_message_can_be_filled_in(topic: str) -> None:
    for lang in LANGS:
        for key, message in messages(lang, topic).items():
            filled = message.format(**dict.fromkeys(fields(message), "X"))
            assert filled.strip() or not message, (lang, key)
            assert "\n" not in filled or topic in ("help", "starter"), (lang, key)


@pytest.mark.parametrize("topic", TOPICS)
def test_english_is_english_and_chinese_chinese(topic: str) -> None:
    for key, message in messages("en", topic).items():
        assert not CHINESE.search(re.sub("《》|⟨[^⟩]*⟩", "", message)), (key, message)
    for key, message in messages("zh", topic).items():
        bare = re.sub(r"\{[^}]*\}", "", message)
        if CHINESE.search(bare):
            assert not re.search("[一-鿿][,;?]|[,;?][一-鿿]", bare), (key, message, "half-width punctuation between Chinese")


def literals(root: Path) -> Iterator[tuple[Path, str, set[str]]]:
    """Every literal `topic.key` that is spoken in the code, with the names that it is filled with."""
    for path in (root / "dealer_cli").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if re.fullmatch("_?say|words|_words", name) and re.fullmatch(r"[a-z]+\.[\w.-]+", node.args[0].value):
                    given = {keyword.arg for keyword in node.keywords if keyword.arg}
                    yield path, node.args[0].value, given if all(keyword.arg for keyword in node.keywords) else {"**"}


def test_everything_said_in_the_code_has_words(root: Path) -> None:
    spoken = list(literals(root))
    assert len(spoken) > 80
    for path, key, given in spoken:
        topic, _, name = key.partition(".")
        assert name in messages("en", topic), (path.name, key)
        if given != {"**"} and key not in RAW:
            missing = fields(messages("en", topic)[name]) - given - {"th"}
            assert not missing, (path.name, key, missing)


def test_every_command_has_a_line_that_fits() -> None:
    longest = max(map(len, COMMANDS))
    for lang in LANGS:
        for name in COMMANDS:
            line = messages(lang, "help")[name]
            assert width(f"  {name:{longest}}  {line}") <= 80, (lang, name)


def test_a_message_that_is_missing_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        Words("en")("answers.nothing-of-the-kind")
    assert Words("zh").find("answers.nothing-of-the-kind") is None


@pytest.mark.parametrize(
    ("argv", "environ", "lang"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "DEALER_LANG": "en"}, "en"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"DEALER_LANG": ""}, "en"),
        (["--lang", "zh"], {"DEALER_LANG": "en"}, "zh"),
        (["--lang=en", "who", "x"], {"DEALER_LANG": "zh"}, "en"),
        (["who", "x", "--lang", "zh"], {}, "zh"),
        (["who", "--lang", "zh", "x"], {}, "zh"),
        (["--lang", "zh", "--lang", "en"], {}, "en"),
        (["who", "--", "--lang", "zh"], {}, "en"),
        (["who", "x", "--lang"], {"DEALER_LANG": "zh"}, "zh"),
        (["--doc-lang", "zh"], {}, "en"),
    ],
)
def test_which_language(argv: list[str], environ: dict[str, str], lang: str) -> None:
    assert decide(argv, environ) == lang
