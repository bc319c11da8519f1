"""What Telegram shows behind 「/」, in words."""

from __future__ import annotations

from bot.ui.bundles import DEFAULT, typed
from bot.wire.commands import CommandList

PRIVATE = {
    "report": "command-report",
    "proxy": "command-proxy",
    "mine": "command-mine",
    "sos": "command-sos",
    "hello": "command-hello",
    "notices": "command-notices",
    "tasks": "command-tasks",
    "rounds": "command-rounds",
    "rest": "command-rest",
    "hours": "command-hours",
    "join": "command-join",
    "home": "command-home",
    "logout": "command-logout",
    "family": "command-family",
    "lang": "command-lang",
    "mydata": "command-mydata",
    "forgetme": "command-forgetme",
    "cancel": "command-cancel",
    "help": "command-help",
}
GROUPS = {"report": "command-report", "help": "command-help"}
ADMINS = {**GROUPS, "bind": "command-bind", "unbind": "command-unbind"}
_LANGUAGES = {None: DEFAULT, "en": "en"}
"""Telegram knows zh but not which: here they see simplified Chinese, everywhere else what they chose."""


def command_lists() -> list[CommandList]:
    """For every kind of chat and every language Telegram can tell apart."""
    kinds = {"private": PRIVATE, "groups": GROUPS, "admins": ADMINS}
    return [
        CommandList(scope, code, tuple((name, typed(ours, key)) for name, key in keys.items()))
        for scope, keys in kinds.items()
        for code, ours in _LANGUAGES.items()
    ]
