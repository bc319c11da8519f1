"""The keyboard that stays below a private chat: at most four buttons, by role, and the words that mean the same."""

from __future__ import annotations

from telegram import ReplyKeyboardMarkup

from bot.domain.member import Member
from bot.ui.i18n import LANGUAGES, Words

MENU_KEYS = ("menu-report", "menu-mine", "menu-tasks", "menu-todo", "menu-sos", "menu-help")


def menu_keys(member: Member) -> list[str]:
    """Which buttons this person has."""
    keys = ["menu-report", "menu-mine"]
    if member.coordinates:
        return [*keys, "menu-todo", "menu-sos"]
    if member.volunteers:
        return [*keys, "menu-tasks", "menu-sos"]
    return [*keys, "menu-sos", "menu-help"]


def menu_for(member: Member, words: Words) -> ReplyKeyboardMarkup:
    """Two in a row, for thumbs."""
    labels = [words.plain(key) for key in menu_keys(member)]
    return ReplyKeyboardMarkup(
        [labels[i : i + 2] for i in range(0, len(labels), 2)], resize_keyboard=True, is_persistent=True
    )


def menu_labels(key: str, words_in: dict[str, Words]) -> list[str]:
    """A button's label in every language, so that the word works whatever the language."""
    return [words_in[language].plain(key) for language in LANGUAGES]
