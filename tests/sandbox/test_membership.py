"""Groups change: who is in them, what the bot is there, and their ids."""

from __future__ import annotations

from bot.sandbox import Group, Person, Sandbox
from bot.sandbox.refusals import Json
from tests.sandbox.conftest import ask, hears, refused


def _change(update: Json) -> tuple[str, str]:
    change = update["my_chat_member"]
    return change["old_chat_member"]["status"], change["new_chat_member"]["status"]


async def test_adding_the_bot_tells_it_who_did_and_what_it_is(sandbox: Sandbox, mei: Person) -> None:
    group = sandbox.group("试1号楼", mei, with_bot=False)
    await mei.adds_bot(group, admin=True)

    change, service = await hears(sandbox)
    assert change["my_chat_member"]["from"]["id"] == mei.id
    assert _change(change) == ("left", "administrator")
    assert service["message"]["new_chat_members"][0]["id"] == sandbox.bot.id
    assert group.bot_admin


async def test_removing_the_bot_tells_it_once_and_then_it_hears_nothing(
    sandbox: Sandbox, mei: Person, building: Group
) -> None:
    await mei.removes_bot(building)
    (change,) = await hears(sandbox)
    assert _change(change) == ("member", "kicked")
    await mei.says("/report 电梯坏了", in_=building)
    assert await hears(sandbox) == []


async def test_blocking_and_unblocking_are_told(sandbox: Sandbox, mei: Person) -> None:
    await mei.starts()
    await hears(sandbox)
    mei.blocks()
    mei.unblocks()
    assert [_change(update) for update in await hears(sandbox)] == [
        ("member", "kicked"),
        ("kicked", "member"),
    ]


async def test_becoming_an_admin_is_told(sandbox: Sandbox, building: Group) -> None:
    building.bot_admin = True
    (change,) = await hears(sandbox)
    assert _change(change) == ("member", "administrator")


async def test_who_is_in_a_group_can_be_asked(
    sandbox: Sandbox, mei: Person, chen: Person, building: Group
) -> None:
    building.makes_admin(chen)
    chat = {"chat_id": building.id}
    admins = await ask(sandbox, "getChatAdministrators", **chat)
    assert [(admin["user"]["id"], admin["status"]) for admin in admins] == [
        (mei.id, "creator"),
        (chen.id, "administrator"),
    ]
    assert await ask(sandbox, "getChatMemberCount", **chat) == 3
    stranger = sandbox.person("试路人")
    statuses = [
        (await ask(sandbox, "getChatMember", **chat, user_id=who))["status"]
        for who in (mei.id, sandbox.bot.id, stranger.id)
    ]
    assert statuses == ["creator", "member", "left"]
    assert await refused(sandbox, "getChatMember", **chat, user_id=5) == (400, "Bad Request: user not found")


async def test_a_group_that_becomes_a_supergroup_keeps_its_people_and_their_view(
    sandbox: Sandbox, mei: Person
) -> None:
    group = sandbox.group("试小群", mei, supergroup=False)
    await mei.says("/report 电梯坏了", in_=group)
    old = group.id
    await hears(sandbox)
    group.migrates()

    before, after = (update["message"] for update in await hears(sandbox))
    assert (before["chat"]["id"], before["migrate_to_chat_id"]) == (old, group.id)
    assert (after["chat"]["id"], after["migrate_from_chat_id"]) == (group.id, old)
    assert after["chat"]["type"] == "supergroup"
    assert mei.sees("电梯坏了", in_=group)
    await mei.says("/report 还是坏的", in_=group)
    assert (await hears(sandbox))[0]["message"]["chat"]["id"] == group.id


async def test_commands_and_reactions_and_typing_are_accepted_as_telegram_accepts_them(
    sandbox: Sandbox, mei: Person
) -> None:
    said = await mei.starts()
    commands = [{"command": "report", "description": "报一件事"}]
    await ask(sandbox, "setMyCommands", commands=commands, language_code="zh")
    assert await ask(sandbox, "getMyCommands", language_code="zh") == commands
    assert await ask(sandbox, "getMyCommands") == []
    bad = [{"command": "报事", "description": "报一件事"}]
    assert await refused(sandbox, "setMyCommands", commands=bad) == (400, "Bad Request: BOT_COMMAND_INVALID")

    where = {"chat_id": mei.id, "message_id": said.id}
    await ask(sandbox, "setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": "👍"}])
    assert said.reactions == [{"type": "emoji", "emoji": "👍"}]
    wrong = [{"type": "emoji", "emoji": "🏠"}]
    assert await refused(sandbox, "setMessageReaction", **where, reaction=wrong) == (
        400,
        "Bad Request: REACTION_INVALID",
    )
    await ask(sandbox, "sendChatAction", chat_id=mei.id, action="typing")
    await ask(sandbox, "setChatMenuButton", chat_id=mei.id, menu_button={"type": "commands"})
