"""The keyboard that stays below a private chat: at most four buttons, by role; and words that mean the same.

    MessageHandler(menu_filter("menu-mine"), on_mine)     # the button 我的事, or those words typed
    MessageHandler(word_filter("words-lang"), on_lang)    # 语言, 換語言, language

In private the words of any of our languages will do, whatever language the person chose.
"""

from __future__ import annotations

import re

from telegram import Message, ReplyKeyboardMarkup
from telegram.ext import filters

from bot.domain.member import Member
from bot.domain.rights import Verb, may, may_some
from bot.ui.bundles import LANGUAGES, typed
from bot.ui.i18n import Words

MENU = {
    "menu-report": "words-report",
    "menu-mine": "words-mine",
    "menu-tasks": "words-tasks",
    "menu-todo": "words-todo",
    "menu-building": "words-building",
    "menu-sos": "words-sos",
    "menu-help": "words-help",
}
"""Button → the other words for it, with 、 between them."""
_AROUND = " \t\n\u3000。.!！?？~～,，"


def menu_keys(member: Member) -> list[str]:
    """Which buttons this person has."""
    keys = ["menu-report", "menu-mine"]
    if may(member, Verb.TODO):
        return [*keys, "menu-todo", "menu-sos"]
    if may_some(member, Verb.BUILDING):
        return [*keys, "menu-building", "menu-sos"]
    if may_some(member, Verb.CLAIM):
        return [*keys, "menu-tasks", "menu-sos"]
    return [*keys, "menu-sos", "menu-help"]


def menu_for(member: Member, words: Words) -> ReplyKeyboardMarkup:
    """Two in a row, for thumbs."""
    labels = [words.plain(key) for key in menu_keys(member)]
    return ReplyKeyboardMarkup(
        [labels[i : i + 2] for i in range(0, len(labels), 2)], resize_keyboard=True, is_persistent=True
    )


def menu_filter(key: str) -> filters.BaseFilter:
    """A private message that is this button of the keyboard, or its word, in any of our languages."""
    return filters.ChatType.PRIVATE & _Said({*_said(key), *_said(MENU[key])})


def label_filter(key: str) -> filters.BaseFilter:
    """A private message that is this button of the keyboard and not its word, in any of our languages."""
    return filters.ChatType.PRIVATE & _Said(_said(key))


def word_filter(key: str) -> filters.BaseFilter:
    """A private message that is one of these words, in any of our languages."""
    return filters.ChatType.PRIVATE & _Said(_said(key))


def _said(key: str) -> set[str]:
    return {_plain(word) for language in LANGUAGES for word in typed(language, key).split("、")}


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.strip(_AROUND)).casefold()


class _Said(filters.MessageFilter):
    """Exactly one of these words, but for spaces, case and a full stop."""

    def __init__(self, words: set[str]) -> None:
        super().__init__()
        self._words = words

    def filter(self, message: Message) -> bool:
        """PTB's question."""
        return bool(message.text) and _plain(message.text or "") in self._words
