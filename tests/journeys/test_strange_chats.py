"""Groups that throw us out, cards that vanish, admins without a name, channels."""

from __future__ import annotations

from sqlalchemy import select

from bot.domain.chat import ChatState
from bot.storage.machinery import inbox
from tests.journeys.bad_input import cases, failed, mei_of, ours, said
from tests.town import Town


async def test_a_bot_that_is_removed_midway_goes_on_with_the_case(town: Town) -> None:
    mei, chen, wang = await mei_of(town), await town.volunteer("陈姐"), await town.coordinator()
    group, team = await town.building_group(mei), await town.team_group(chen)
    await mei.says("/report 楼道灯不亮了", in_=group)
    await mei.removes_bot(group)
    await chen.presses("认领", in_=team)
    await chen.presses("办好了")
    assert any("已解决" in button.text for row in mei.last().buttons for button in row)
    assert wang.sees(group.title)
    async with town.linli.database.look() as uow:
        chat = await uow.chats.find(group.id)
    assert chat is not None
    assert chat.state is ChatState.GONE
    await mei.adds_bot(group, admin=True)
    assert mei.last(group).text != said(town, "zh-CN", "group-ask"), "it is still the building's"
    await mei.presses("已解决")
    assert mei.sees("修好了", in_=group)


async def test_a_card_somebody_deleted_comes_back_when_there_is_news(town: Town) -> None:
    mei, chen = await mei_of(town), await town.volunteer("陈姐")
    group, team = await town.building_group(mei), await town.team_group(chen)
    await mei.says("/report 楼道灯不亮了", in_=group)
    mei.last(group).deleted = True
    chen.last(team).deleted = True
    assert not mei.sees("#1", in_=group)
    async with town.linli.database.work() as uow:
        uow.touch("task:1")
        (await uow.cases.get(1)).followers = 1
        uow.touch("case:1")
    await town.settle()
    assert mei.sees("#1", in_=group)
    await town.pass_time(minutes=1)
    assert await failed(town) == []


async def test_an_anonymous_admins_report_is_filed_without_a_name(town: Town) -> None:
    mei = await mei_of(town)
    group = await town.building_group(mei)
    await mei.says_anonymously("/report 楼道灯不亮了", in_=group)
    [case] = await cases(town)
    assert case.reporter_id is None
    assert mei.sees("#1", in_=group)


async def test_an_anonymous_admin_has_no_authority_and_is_shown_the_way(town: Town) -> None:
    wang = await town.coordinator()
    group = town.sandbox.group("还没绑定的群", wang)
    await wang.says_anonymously("/bind 3号楼", in_=group)
    assert ours(group) == [said(town, "zh-CN", "group-help")]
    async with town.linli.database.look() as uow:
        assert not await uow.chats.bound()


async def test_what_an_anonymous_admin_says_to_neighbours_is_not_answered(town: Town) -> None:
    mei = await mei_of(town)
    group = await town.building_group(mei)
    await mei.says("/report 楼道灯不亮了", in_=group)
    before = ours(group)
    await mei.says_anonymously("大家早上好", in_=group)
    assert ours(group) == before


async def test_a_channels_post_is_not_ours(town: Town) -> None:
    post = {"message_id": 1, "date": 1, "chat": {"id": -1_009, "type": "channel", "title": "新闻"}}
    town.sandbox.queue_raw({"channel_post": {**post, "text": "/report 着火了"}})
    await town.settle()
    assert await cases(town) == []
    async with town.linli.database.look() as uow:
        assert (await uow.session.scalars(select(inbox.c.id))).all() == []
