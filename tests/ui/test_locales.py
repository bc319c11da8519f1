"""All three languages say the same things, none is said to nobody, and everything fits into Telegram."""

from __future__ import annotations

import re
from datetime import datetime
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest

from bot.ui.bundles import DEFAULT, LANGUAGES
from bot.ui.dynamic import DYNAMIC_KEYS
from bot.ui.i18n import Markup, words_for
from tests.ui.ftl import language
from tests.ui.keys import KEY, NOT_KEYS, beginnings, literals

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 19, 10, tzinfo=ZONE)
LONG = {
    "text": 1_500,
    "remark": 1_000,
    "body": 1_500,
}  # what people write themselves; everything else is a name
TAGS = {"a", "b", "blockquote", "code", "pre", "i", "s", "tg-spoiler", "u"}
LABELS = ("button-", "menu-")
SHORT = ("toast-", "no-")  # answers to a press
LONGER_LABELS = {"button-phoned", "button-on-site", "button-knock-here"}
"""As people say it: 打电话联系上了, 我在现场能帮忙; and how a notice begins."""
PAIRS = (
    "们們 这這 个個 来來 没沒 时時 说說 请請 务務 办辦 谢謝 "
    "报報 队隊 员員 网網 点點 击擊 组組 发發 给給 电電 话話 "
    "号號 楼樓 见見 还還 让讓 对對 应應 间間 开開 关關 处處 "
    "问問 题題 边邊 区區 内內 动動 车車 门門 严嚴 两兩 为為 "
    "么麼 会會 过過 现現 谁誰 吗嗎 无無 写寫 张張 单單 实實 "
    "进進 选選 类類 条條 图圖 记記 认認 语語 变變 愿願 够夠 "
    "业業 协協 调調 陈陳 帮幫 岁歲 险險 场場 长長"
)


def said(name: str, key: str) -> Markup:
    """`key` with long plausible arguments: names of forty characters, numbers in thousands, pages of text."""
    args: dict[str, object] = {}
    moments = language(name).moments(key)
    for variable in language(name).needs(key):
        if variable in moments:
            args[variable] = datetime(2027, 12, 28, 18, 30, tzinfo=ZONE)
        elif variable in ("n", "count", "no", "number"):
            args[variable] = 12_345
        else:
            args[variable] = "王" * LONG.get(variable, 40)
    return words_for(name, ZONE).at(NOW)(key, **args)


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_file_can_be_read_and_no_key_is_said_twice(name: str) -> None:
    assert language(name).broken == []
    assert language(name).twice == []


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_language_has_the_same_keys_in_the_same_files(name: str) -> None:
    ours, theirs = language(name).sentences, language(DEFAULT).sentences
    assert {key: one.file.partition("/")[2] for key, one in ours.items()} == {
        key: one.file.partition("/")[2] for key, one in theirs.items()
    }


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_language_asks_for_the_same_variables(name: str) -> None:
    common = language(name).sentences.keys() & language(DEFAULT).sentences.keys()
    different = {
        key: (language(name).needs(key), language(DEFAULT).needs(key))
        for key in common
        if language(name).needs(key) != language(DEFAULT).needs(key)
    }
    assert different == {}


def test_every_key_the_code_uses_exists() -> None:
    sentences = language(DEFAULT).sentences
    missing = {
        literal: place
        for literal, place in literals()
        if KEY.fullmatch(literal) and literal not in sentences and literal not in NOT_KEYS
    }
    assert missing == {}


def test_every_sentence_is_used() -> None:
    used = {literal for literal, _ in literals()}
    used |= {quoted for one in language(DEFAULT).sentences.values() for quoted in one.quotes}
    unused = [
        key
        for key in language(DEFAULT).sentences
        if key not in used and not key.startswith(tuple(DYNAMIC_KEYS) or ("\0",))
    ]
    assert unused == []


def test_a_key_put_together_at_run_time_is_declared_and_no_more_than_those() -> None:
    found = dict(beginnings())
    undeclared = {begin: place for begin, place in found.items() if begin not in DYNAMIC_KEYS}
    assert undeclared == {}
    assert [begin for begin in DYNAMIC_KEYS if begin not in found] == []
    for begin in DYNAMIC_KEYS:
        assert any(key.startswith(begin) for key in language(DEFAULT).sentences), begin


@pytest.mark.parametrize("name", LANGUAGES)
def test_everything_fits_into_a_telegram_message_and_answers_to_a_press_into_a_toast(name: str) -> None:
    too_long = {}
    for key in language(name).sentences:
        length = len(said(name, key).plain.encode("utf-16-le")) // 2
        if length > (200 if key.startswith(SHORT) else 4096):
            too_long[key] = length
    assert too_long == {}


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_button_has_at_most_six_characters_in_chinese_and_a_short_phrase_in_english(name: str) -> None:
    too_long = []
    for key in language(name).sentences:
        if key.startswith(LABELS) and key not in LONGER_LABELS:
            label = (
                re.sub(r"王+|12,?345|[\s·+]", "", said(name, key).plain)
                if name != "en"
                else said(name, key).plain
            )
            if len(label) > (24 if name == "en" else 6):
                too_long.append(f"{key}: {label}")
    assert too_long == []


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_sentence_is_html_that_telegram_accepts(name: str) -> None:
    for key in language(name).sentences:
        tags = _Tags(key)
        tags.feed(said(name, key))
        tags.close()


def test_simplified_chinese_is_simplified_and_traditional_is_traditional() -> None:
    only_simplified, only_traditional = ({pair[side] for pair in PAIRS.split()} for side in (0, 1))
    for key in language("zh-CN").sentences:
        assert not only_traditional & set(said("zh-CN", key)), key
    for key in language("zh-TW").sentences:
        assert not only_simplified & set(said("zh-TW", key)), key


class _Tags(HTMLParser):
    """Fails on a tag Telegram does not know, one that is not closed and one closed in the wrong order."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, f"{self.key}: <{tag}>"
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1:] == [tag], f"{self.key}: </{tag}>"
        self.open.pop()

    def close(self) -> None:
        super().close()
        assert self.open == [], f"{self.key}: not closed"
