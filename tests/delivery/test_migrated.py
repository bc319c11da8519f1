"""A group that became a supergroup has a new number, and everything goes there."""

from __future__ import annotations

from bot.domain.chat import ChatKind, ChatState
from tests.delivery.office import Office


async def test_a_group_that_became_a_supergroup_is_followed(office: Office) -> None:
    mei = await office.person("梅阿姨")
    group = await office.group(mei, supergroup=False)
    old = group.id
    await office.puts_up(group.id)
    await office.delivers()
    group.migrates()
    await office.changes("有人在办")
    await office.says(old, "明天停水")
    await office.delivers_for(5)
    assert mei.sees("有人在办", in_=group)
    assert mei.sees("明天停水", in_=group)
    async with office.database.look() as uow:
        before, after = await uow.chats.find(old), await uow.chats.find(group.id)
        assert before is not None
        assert after is not None
        assert (before.state, after.state, after.kind) == (
            ChatState.GONE,
            ChatState.ACTIVE,
            ChatKind.BUILDING,
        )


async def test_a_message_for_a_group_that_moved_long_ago_follows_it_too(office: Office) -> None:
    """A parked notice is sent again after the move was heard of by other ways."""
    mei = await office.person("梅阿姨")
    group = await office.group(mei, supergroup=False)
    old = group.id
    group.migrates()
    await office.says(old, "第一条")
    await office.delivers_for(3)
    await office.says(old, "第二条")
    await office.delivers_for(3)
    assert mei.sees("第一条", in_=group)
    assert mei.sees("第二条", in_=group)
    assert len(office.calls("sendMessage")) == 4


async def test_a_group_nobody_bound_is_followed_too(office: Office) -> None:
    mei = await office.person("梅阿姨")
    group = office.sandbox.group("没绑定的群", mei, supergroup=False)
    old = group.id
    group.migrates()
    await office.says(old, "你好")
    await office.delivers_for(3)
    assert mei.sees("你好", in_=group)
    assert len(office.calls("sendMessage")) == 2
