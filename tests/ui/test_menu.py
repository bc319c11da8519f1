"""The keyboard below a private chat, the words that mean the same, and the list behind 「/」."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from telegram import Chat, Message, Update
from telegram.ext import filters

from bot.domain.member import Member, Role
from bot.ui.commands import command_lists
from bot.ui.i18n import LANGUAGES, words_for
from bot.ui.menu import MENU, menu_filter, menu_for, word_filter

NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
MINE, LANG = menu_filter("menu-mine"), word_filter("words-lang")


def _hears(filter_: filters.BaseFilter, text: str, kind: str = Chat.PRIVATE) -> bool:
    message = Message(1, NOW, Chat(7, kind), text=text)
    return bool(filter_.check_update(Update(1, message=message)))


@pytest.mark.parametrize(
    "text", ["我的事", " 我的事。", "我的事情", "My reports", "my  REPORTS", "進度", "mine!"]
)
def test_a_button_s_label_and_its_words_mean_the_same_in_every_language(text: str) -> None:
    assert _hears(MINE, text)


@pytest.mark.parametrize("text", ["我的事还没办", "我的", "", "/mine", "语言"])
def test_a_sentence_that_only_begins_so_is_no_button(text: str) -> None:
    assert not _hears(MINE, text)


def test_in_a_group_these_words_are_neighbours_talk() -> None:
    assert _hears(LANG, "语言")
    assert not _hears(LANG, "语言", Chat.SUPERGROUP)


def test_no_word_means_two_things() -> None:
    said: dict[str, str] = {}
    for label, words in MENU.items():
        for language in LANGUAGES:
            for key in (label, words):
                for word in words_for(language, UTC).plain(key).casefold().split("、"):
                    assert said.setdefault(word, label) == label, word


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", [Role.RESIDENT, Role.VOLUNTEER, Role.COORDINATOR])
def test_nobody_has_more_than_four_buttons_and_everybody_can_call_for_help(language: str, role: Role) -> None:
    member = Member(7, "梅阿姨")
    if role is Role.VOLUNTEER:
        member.join("阳光姐姐", NOW)
    else:
        member.grant(role, NOW)
    words = words_for(language, UTC)
    labels = [key.text for row in menu_for(member, words).keyboard for key in row]
    assert len(labels) == 4
    assert words.plain("menu-sos") in labels


def test_telegram_s_limits_for_the_list_of_commands_are_kept() -> None:
    for one in command_lists():
        assert 1 <= len(one.commands) <= 100
        for name, words in one.commands:
            assert 1 <= len(name) <= 32
            assert 1 <= len(words) <= 256
