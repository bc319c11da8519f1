"""The Bot API methods that work here, by their names in lower case; any other name is a 404."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bot.sandbox.methods import (
    about_me,
    albums,
    answering,
    chat_facts,
    copying,
    deleting,
    editing,
    pinning,
    receiving,
    replacing,
    sending,
    small_signs,
)
from bot.sandbox.parameters import Params

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

Method = Callable[["Sandbox", Params], Any]

METHODS: dict[str, Method] = {
    "getme": about_me.get_me,
    "setmycommands": about_me.set_my_commands,
    "getmycommands": about_me.get_my_commands,
    "deletemycommands": about_me.delete_my_commands,
    "setchatmenubutton": about_me.set_chat_menu_button,
    "getupdates": receiving.get_updates,
    "setwebhook": receiving.set_webhook,
    "deletewebhook": receiving.delete_webhook,
    "getwebhookinfo": receiving.get_webhook_info,
    "sendmessage": sending.send_message,
    "sendphoto": sending.send_photo,
    "sendvideo": sending.send_video,
    "sendvoice": sending.send_voice,
    "sendaudio": sending.send_audio,
    "senddocument": sending.send_document,
    "sendanimation": sending.send_animation,
    "sendmediagroup": albums.send_media_group,
    "copymessage": copying.copy_message,
    "forwardmessage": copying.forward_message,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagemedia": replacing.edit_message_media,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": deleting.delete_message,
    "deletemessages": deleting.delete_messages,
    "pinchatmessage": pinning.pin_chat_message,
    "unpinchatmessage": pinning.unpin_chat_message,
    "answercallbackquery": answering.answer_callback_query,
    "setmessagereaction": small_signs.set_message_reaction,
    "sendchataction": small_signs.send_chat_action,
    "getfile": chat_facts.get_file,
    "getchat": chat_facts.get_chat,
    "getchatmember": chat_facts.get_chat_member,
    "getchatadministrators": chat_facts.get_chat_administrators,
    "getchatmembercount": chat_facts.get_chat_member_count,
    "leavechat": chat_facts.leave_chat,
}
