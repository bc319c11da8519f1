"""A python-telegram-bot Bot on the sandbox, as on Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken

from bot.sandbox import Group, Person, Sandbox, SandboxRequest


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    transport = SandboxRequest(sandbox)
    async with Bot(sandbox.token, request=transport, get_updates_request=SandboxRequest(sandbox)) as bot:
        yield bot


async def test_it_knows_who_it_is(bot: Bot) -> None:
    assert (bot.username, bot.can_read_all_group_messages) == ("linli_bot", False)


async def test_a_card_goes_out_with_its_buttons_and_is_edited(bot: Bot, mei: Person) -> None:
    await mei.starts()
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("认领", callback_data="c:12")]])
    sent = await bot.send_message(mei.id, "<b>T12</b>", parse_mode=ParseMode.HTML, reply_markup=markup)
    assert mei.last().html == "<b>T12</b>"

    press = await mei.presses("认领")
    updates = await bot.get_updates()
    query = updates[-1].callback_query
    assert query is not None
    await query.answer("是您的了")
    assert press.toast is not None
    assert press.toast.text == "是您的了"
    await sent.edit_text("办好了")
    assert mei.last().text == "办好了"
    with pytest.raises(BadRequest, match="Message is not modified"):
        await sent.edit_text("办好了")


async def test_files_go_both_ways(bot: Bot, mei: Person) -> None:
    await mei.sends("photo")
    (update,) = await bot.get_updates()
    assert update.message is not None
    photo = update.message.photo[-1]
    content = await (await photo.get_file()).download_as_bytearray()
    assert content.startswith(b"\xff\xd8")

    sent = await bot.send_document(mei.id, b"a;b", filename="cases.csv", caption="导出")
    assert sent.document is not None
    assert sent.document.file_name == "cases.csv"
    await bot.send_photo(mei.id, photo.file_id)
    album = [InputMediaPhoto(b"one", caption="前"), InputMediaPhoto(photo.file_id)]
    assert len(await bot.send_media_group(mei.id, album)) == 2
    assert sandbox_files(mei) == ["photo", "document", "photo", "photo", "photo"]


def sandbox_files(person: Person) -> list[str]:
    return [message.media.kind for message in person.chat() if message.media]


async def test_refusals_become_ptbs_errors(bot: Bot, sandbox: Sandbox, mei: Person, building: Group) -> None:
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await bot.send_message(mei.id, "您好")
    group = sandbox.group("试小群", mei, supergroup=False)
    old = group.id
    group.migrates()
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(old, "您好")
    assert moved.value.new_chat_id == group.id
    stranger = Bot("123456:not-this-one", request=SandboxRequest(sandbox))
    with pytest.raises(InvalidToken):
        await stranger.initialize()


async def test_every_kind_of_update_can_be_read(
    bot: Bot, sandbox: Sandbox, mei: Person, chen: Person, building: Group
) -> None:
    building.bot_admin = True
    await bot.get_updates(allowed_updates=["message", "chat_member", "my_chat_member", "callback_query"])
    for kind in ("photo", "voice", "video", "document"):
        await mei.sends(kind, in_=building)
    await mei.says_anonymously("/todo", building)
    await chen.leaves(building)
    await chen.joins(building)
    await mei.removes_bot(building)
    updates = await bot.get_updates()
    assert len(updates) == 11
    assert {update.effective_chat.id for update in updates if update.effective_chat} == {building.id}
