"""Signs without words: a reaction, "typing…"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox.access import find_message, readable_chat, writable_chat
from bot.sandbox.parameters import Params
from bot.sandbox.refusals import bad_request

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

_ACTIONS = (
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document "
    "choose_sticker find_location record_video_note upload_video_note record_audio upload_audio"
)
_EMOJI = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 "
    "🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 "
    "🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ "
    "🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 "
    "🤷‍♂ 🤷 🤷‍♀ 😡 "
)
ACTIONS = frozenset(_ACTIONS.split())
REACTIONS = frozenset(_EMOJI.split())


def set_message_reaction(sandbox: Sandbox, params: Params) -> bool:
    """setMessageReaction: at most one, of those Telegram knows; none takes it away."""
    chat = readable_chat(sandbox, params)
    message = find_message(chat, params.number("message_id"), "message to react")
    reactions = params.tree("reaction", "reaction types") or []
    if not isinstance(reactions, list):
        raise bad_request("expected an Array of ReactionType")
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    for reaction in reactions:
        if not isinstance(reaction, dict) or reaction.get("type") not in ("emoji", "custom_emoji"):
            raise bad_request("can't parse ReactionType: invalid reaction type specified")
        if str(reaction.get("emoji", "")).rstrip("\ufe0f") not in REACTIONS:
            raise bad_request("REACTION_INVALID")
    message.reactions = reactions
    sandbox.journal.note("edit", lambda: {"message": message})
    return True


def send_chat_action(sandbox: Sandbox, params: Params) -> bool:
    """sendChatAction."""
    if params.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    writable_chat(sandbox, params)
    return True
