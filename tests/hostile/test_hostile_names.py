"""Names, keys and titles that would move a cursor, hide a letter or speak to a CI are shown for what they are."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

NASTY = {
    "escape": "a\x1b[31mb",
    "terminal title": "\x1b]0;pwned\x07",
    "line break": "a\n::error file=x::pwned",
    "carriage return": "a\rb",
    "C1": "a\x9b31mb",
    "right to left": "a\u202eb",
    "isolate": "a\u2067b",
    "no width": "a\u200bb",
    "line separator": "a\u2028b",
    "tag letters": "a\U000e0041b",
    "command": "::error::pwned",
    "old command": "##[error]pwned",
}
BARE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e0fff]")


def harmless(ran: Ran) -> None:
    for text in (ran.out, ran.err):
        assert not BARE.search(text), repr(text)
        assert not re.search(r"(?m)^\s*::", text), "a line that a CI would obey"
        assert "##[" not in text


@pytest.mark.parametrize("nasty", NASTY.values(), ids=NASTY)
def test_asked_for(dealer: Callable[..., Ran], small: Path, nasty: str) -> None:
    for words in (["who", nasty], ["show", nasty], ["tree", nasty], ["list", nasty], ["who", "店总", "--store", nasty], ["jd", nasty]):
        ran = dealer(*words, "--catalog", small)
        assert ran.code == 2
        harmless(ran)


@pytest.mark.parametrize("nasty", NASTY.values(), ids=NASTY)
def test_name_of_a_file(dealer: Callable[..., Ran], small: Path, nasty: str) -> None:
    (small / "roles" / "sales" / f"{nasty}.yaml").write_text("id: [", encoding="utf-8")
    (small / "stores" / f"{nasty}.yaml").write_text("id: x\ntitle: {zh: a}\npositions: [{role: b}]\n", encoding="utf-8")
    (small / "stores" / f"{nasty}.yml").write_text("", encoding="utf-8")
    for words in (["check"], ["list", "stores"], ["list", "roles"], ["who", "nobody"]):
        harmless(dealer(*words, "--catalog", small))


@pytest.mark.parametrize("nasty", NASTY.values(), ids=NASTY)
def test_name_of_the_folder(dealer: Callable[..., Ran], small: Path, nasty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (small / "stores" / "small-4s.yaml").write_text("id: [", encoding="utf-8")
    folder = small.rename(small.parent / nasty)
    monkeypatch.chdir(small.parent)
    for words in (["check"], ["tree"]):
        harmless(dealer(*words, "--catalog", folder.name))


def test_a_folder_that_is_named_in_a_sentence(dealer: Callable[..., Ran]) -> None:
    harmless(dealer("schema", "--check", "--out", "".join(NASTY.values())))


@pytest.mark.parametrize("nasty", [text for text in NASTY.values() if not re.search("[\x00-\x1f\x7f-\x9f\u2028\ufeff]", text)])
def test_in_the_data(dealer: Callable[..., Ran], small: Path, nasty: str) -> None:
    role = small / "roles" / "sales" / "showroom-manager.yaml"
    text = role.read_text(encoding="utf-8")
    for old in ("展厅经理", "Showroom manager", "能带队", "Leads a team", "核准限额以内的成交优惠", "展厅主管"):
        assert old in text
        text = text.replace(old, f"'{nasty}'" if old == "展厅主管" else f'"{nasty}"')
    role.write_text(text, encoding="utf-8")
    for words in (["who", "showroom-manager"], ["show", "showroom-manager"], ["tree"], ["list", "roles"], ["check"]):
        for lang in ("zh", "en"):
            ran = dealer(*words, "--catalog", small, lang=lang)
            assert ran.code == 0 or words == ["check"], ran
            harmless(ran)


@pytest.mark.parametrize("nasty", [text for text in NASTY.values() if "\x00" not in text])
def test_in_a_key(dealer: Callable[..., Ran], small: Path, nasty: str) -> None:
    store = small / "stores" / "small-4s.yaml"
    written = "".join(f"\\U{ord(character):08x}" for character in nasty)
    for key in (f'"{written}"', f"'{nasty}'"):
        store.write_text(store.read_text(encoding="utf-8").replace("business:", f"{key}: x\n# business:", 1), encoding="utf-8")
        ran = dealer("check", "--catalog", small)
        assert ran.code == 1
        harmless(ran)
