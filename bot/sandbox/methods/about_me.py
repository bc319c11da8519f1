"""What the bot says about itself: its account, its command menu."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from bot.sandbox.access import find_chat
from bot.sandbox.bot_api import user_json
from bot.sandbox.parameters import Params
from bot.sandbox.refusals import Json, bad_request

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def get_me(sandbox: Sandbox, params: Params) -> Json:
    """getMe."""
    return {
        **user_json(sandbox.bot),
        "can_join_groups": True,
        "can_read_all_group_messages": sandbox.reads_all,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(sandbox: Sandbox, params: Params) -> bool:
    """setMyCommands: at most 100 commands of small Latin letters, each described in 1 to 256 characters."""
    commands = params.tree("commands", "commands")
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    kept: list[Json] = []
    for command in commands:
        if not isinstance(command, dict) or not {"command", "description"} <= command.keys():
            raise bad_request("can't parse BotCommand: expected an Object")
        name, description = str(command["command"]).removeprefix("/"), str(command["description"])
        if not _COMMAND.fullmatch(name):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        kept.append({"command": name, "description": description})
    sandbox.settings.commands[_shelf(sandbox, params)] = kept
    return True


def get_my_commands(sandbox: Sandbox, params: Params) -> list[Json]:
    """getMyCommands: for exactly that scope and language."""
    return sandbox.settings.commands.get(_shelf(sandbox, params), [])


def delete_my_commands(sandbox: Sandbox, params: Params) -> bool:
    """deleteMyCommands: wider scopes show through again."""
    sandbox.settings.commands.pop(_shelf(sandbox, params), None)
    return True


def _shelf(sandbox: Sandbox, params: Params) -> tuple[str, str]:
    scope = params.tree("scope", "BotCommandScope") or {"type": "default"}
    if not isinstance(scope, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    if "chat_id" in scope:
        find_chat(sandbox, Params(scope))
    return json.dumps(scope, sort_keys=True), params.text("language_code")


def set_chat_menu_button(sandbox: Sandbox, params: Params) -> bool:
    """setChatMenuButton: kept per chat; 0 is everybody's."""
    button = params.tree("menu_button", "menu button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    sandbox.settings.menu_buttons[params.number("chat_id")] = button
    return True
