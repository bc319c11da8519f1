"""Words: keys in, sentences out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.ui import bundles, i18n
from bot.ui.i18n import Markup, Words, WordsError, language_of, words_for

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 19, 10, tzinfo=ZONE)
SENTENCES = {
    "zh-CN": """
hello = 您好，<b>{ $name }</b>
number = 编号 #{ $no }，{ $n } 人
due = { DAY($due) }回话，{ $due }前
only-here = 只有中文
state = { $state ->
    [open] 待认领
   *[done] 办好了
}
ready = { $ready ->
    [yes] 好
   *[no] 没好
}
card = 事情
    .short = 短，{ $name }
""",
    "en": """
hello = Hello <b>{ $name }</b>
number = No. { $no }, { $n ->
    [one] one person
   *[other] { $n } people
}
""",
}


class State(Enum):
    """What a task may be."""

    OPEN = "open"


@pytest.fixture(autouse=True)
def _invented_sentences(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for language in bundles.LANGUAGES:
        (tmp_path / language).mkdir()
        (tmp_path / language / "test.ftl").write_text(SENTENCES.get(language, ""), "utf-8")
        real = (bundles.LOCALES / language / "common.ftl").read_text("utf-8")
        (tmp_path / language / "common.ftl").write_text(real, "utf-8")
    monkeypatch.setattr(bundles, "LOCALES", tmp_path)
    bundles.bundle.cache_clear()
    yield
    bundles.bundle.cache_clear()


@pytest.fixture
def words() -> Words:
    return words_for("zh-CN", ZONE).at(NOW)


@pytest.fixture
def _forgiving(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "strict", False)


def test_an_argument_is_escaped_and_the_sentence_is_not(words: Words) -> None:
    assert words("hello", name="<i>&\"'") == "您好，<b>&lt;i&gt;&amp;&quot;&#x27;</b>"


def test_markup_is_not_escaped_twice(words: Words) -> None:
    assert words("hello", name=words("hello", name="&")) == "您好，<b>您好，<b>&amp;</b></b>"
    assert words("hello", name=Markup("<i>李</i>")) == "您好，<b><i>李</i></b>"


def test_a_toast_or_a_button_gets_plain_text(words: Words) -> None:
    assert words.plain("hello", name="A&B <李>") == "您好，A&B <李>"


def test_numbers_have_commas_only_where_something_is_counted() -> None:
    assert Words("zh-CN", ZONE)("number", no=1024, n=1024) == "编号 #1024，1,024 人"
    assert Words("en", ZONE)("number", no=1024, n=1) == "No. 1024, one person"


def test_a_moment_reads_as_the_sentence_asks(words: Words) -> None:
    assert words("due", due=datetime(2026, 11, 19, 18, tzinfo=ZONE)) == "今天回话，今天 18:00前"


def test_a_moment_without_a_now_is_refused() -> None:
    with pytest.raises(WordsError, match="now"):
        Words("zh-CN", ZONE)("due", due=NOW)


def test_an_enum_a_yes_and_a_playbook_s_words_can_be_arguments(words: Words) -> None:
    assert words("state", state=State.OPEN) == "待认领"
    assert words("ready", ready=True) == "好"
    names = {"zh-CN": "电梯", "en": "Lift"}
    assert words("hello", name=names) == "您好，<b>电梯</b>"
    assert Words("en", ZONE)("hello", name=names) == "Hello <b>Lift</b>"
    assert Words("zh-TW", ZONE).language == "zh-TW"


def test_a_very_long_argument_arrives_whole(words: Words) -> None:
    assert words.plain("hello", name="长" * 9_000) == "您好，" + "长" * 9_000


def test_an_attribute_has_its_own_key(words: Words) -> None:
    assert words("card.short", name="李") == "短，李"
    assert words.has("card.short")
    assert not words.has("card.long")
    assert not words.has("nothing")


@pytest.mark.usefixtures("_forgiving")
def test_what_a_language_does_not_say_is_said_in_simplified_chinese() -> None:
    assert Words("en", ZONE)("only-here") == "只有中文"
    assert Words("en", ZONE).has("only-here")
    assert Words("tlh", ZONE)("only-here") == "只有中文"


@pytest.mark.usefixtures("_forgiving")
def test_a_person_gets_something_even_when_an_argument_or_the_key_is_missing(words: Words) -> None:
    assert words("hello").startswith("您好")
    assert words("hello", name=None).startswith("您好")
    assert words("no-such-<key>") == "no-such-&lt;key&gt;"


@pytest.mark.parametrize(
    ("key", "args"), [("nothing", {}), ("hello", {}), ("hello", {"name": None}), ("due", {"due": 3})]
)
def test_in_tests_what_cannot_be_said_is_an_error(words: Words, key: str, args: dict[str, object]) -> None:
    with pytest.raises(WordsError):
        words(key, **args)


@pytest.mark.parametrize(
    ("code", "language"),
    [
        (None, "zh-CN"),
        ("zh-hans", "zh-CN"),
        ("zh", "zh-CN"),
        ("zh-hant", "zh-TW"),
        ("zh_HK", "zh-TW"),
        ("zh-Hant-TW", "zh-TW"),
        ("en-GB", "en"),
        ("fr", "zh-CN"),
    ],
)
def test_a_newcomer_is_met_in_the_nearest_language(code: str | None, language: str) -> None:
    assert language_of(code) == language


@pytest.mark.parametrize(("language", "between"), [("zh-CN", "、"), ("en", ", ")])
def test_names_stand_beside_one_another_as_the_language_divides_them(language: str, between: str) -> None:
    words = Words(language, ZONE)
    assert words.listed(["陈<姐>", Markup("<b>小林</b>")]) == f"陈&lt;姐&gt;{between}<b>小林</b>"
    assert f"<b>陈姐{between}小&amp;林</b>" in words("hello", name=["陈姐", "小&林"])
    assert words.listed([]) == ""
