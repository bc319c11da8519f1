"""An emergency notice: at once and by night, 平安 or 需要帮助, a board by building, 解除 everywhere."""

from __future__ import annotations

import pytest

from bot.domain.case import CaseState
from bot.domain.kinship import Consent, Kinship, Tie
from bot.domain.member import Role
from bot.domain.place import Place
from bot.domain.role import Ward
from bot.sandbox import Group, Person
from bot.services.charges import give_charge
from bot.storage.knocks import Knocks
from tests.journeys.seeing import buttons
from tests.journeys.test_questions import toast
from tests.services.rosters import bring, household
from tests.town import BUILDING, COMPOUND, Town


async def a_mother(town: Town, daughter: Person) -> None:
    """Somebody's old mother, known by her door alone, who agreed."""
    async with town.linli.database.work() as uow:
        known = (await uow.members.by_telegram([daughter.id]))[daughter.id]
        link = Kinship(known.id or 0, Tie.CHILD, town.clock.now(), Consent.GIVEN, name="郑奶奶")
        link.compound, link.building, link.unit, link.room = COMPOUND, BUILDING, "9", "9901"
        uow.add(link)


async def alarmed(wang: Person, words: tuple[str, ...]) -> None:
    """An emergency notice to the whole compound, sent."""
    await wang.says("/notice")
    await wang.says("台风来了，请待在家里")
    for word in words:
        await wang.presses(word)


def pinned(group: Group) -> bool:
    """Is something on top of it?"""
    return group.chat.pinned is not None


CALLED = ("对象", COMPOUND, "选好了", "问问大家", "报平安", "返回", "发送")


async def test_everybody_is_asked_by_night_and_who_needs_help_is_called_for_without_a_name(
    town: Town,
) -> None:
    wang = await town.coordinator()
    mei = await town.resident("梅阿姨", home=Place(COMPOUND, BUILDING, "2", "501"))
    lin = await town.resident("林伯", home=Place(COMPOUND, BUILDING, "2", "502"))
    group = await town.building_group(mei, lin)
    await town.pass_time(hours=12)  # 22:00
    await alarmed(wang, CALLED)
    assert mei.sees("请报个平安", in_=group)
    assert pinned(group)
    post = mei.last(group)
    assert wang.sees("点名")
    assert "记下您平安" in toast(await mei.presses("平安", in_=group))
    assert "还没有连上家人" in toast(await mei.presses("替家人回答", in_=group))
    assert "报过平安" in toast(await mei.presses("平安", in_=group))
    assert "正在叫值班的人" in toast(await lin.presses("需要帮助", in_=group))
    assert lin.sees("120")
    assert wang.sees("有人求救")
    assert all("林伯" not in one.text and "求救" not in one.text for one in mei.chat(group))
    await town.restart()
    await town.pass_time(seconds=31)
    assert wang.sees("平安 1 · 需要帮助 1")
    assert wang.sees(f"{COMPOUND}\n{BUILDING}　🔴 需要帮助 1 · 平安 1 · 还没消息")
    await lin.presses("平安", in_=group)
    assert wang.sees("林伯刚才说现在平安了")
    await wang.presses("重点户")
    assert wang.sees("重点户（")
    for data in ("nec:1:lift", "nef:1:0", "nec:1:board", "nec:1:x", "nea:9", "neb:9", "nqa:1:emergency"):
        assert toast(await mei.presses_data(data, on=post, in_=group)), data
    await wang.presses("返回")
    await wang.presses("解除")
    await wang.presses("解除")
    assert mei.sees("已解除", in_=group)
    assert mei.sees("2 户报了平安", in_=group)
    assert not pinned(group)
    assert wang.sees("已解除")
    assert "已经解除" in toast(await mei.presses_data("nea:1", on=post, in_=group))
    assert "正在叫" in toast(await mei.presses_data("neb:1", on=post, in_=group))


async def test_family_answers_in_private_and_a_building_head_sees_their_building_alone(town: Town) -> None:
    wang, mei, wu = await town.coordinator(), await town.resident("梅阿姨"), await town.resident("吴师傅")
    group = await town.building_group(mei, wu)
    async with town.linli.database.work() as uow:
        head = (await uow.members.by_telegram([wu.id]))[wu.id]
        head.roles = frozenset({*head.roles, Role.BUILDING_HEAD})
        head.wards = (Ward(Role.BUILDING_HEAD, COMPOUND, BUILDING),)
    await alarmed(wang, CALLED)
    await mei.presses("平安", in_=group)
    board = wang.last()
    await a_mother(town, mei)
    assert "私下问您" in toast(await mei.presses("替家人回答", in_=group))
    await mei.presses("郑奶奶 需要帮助")
    assert mei.sees("郑奶奶：需要帮助，正在叫人")
    assert wang.sees("有人求救")
    assert not wu.sees("郑奶奶", in_=group)
    assert "还没有连上家人" in toast(await wu.presses_data("nee:1:kin:1:help", on=mei.last(group), in_=group))
    await town.restart()
    await mei.presses("郑奶奶 平安")
    assert wang.sees("梅阿姨刚才说家人现在平安了")
    await wu.says("/notices")
    assert buttons(wu.last())[0].startswith("点名")
    await wu.presses("点名「台风来了，请待在家里」")
    assert wu.sees(f"{COMPOUND}\n{BUILDING}　平安 2 · 还没消息")
    assert not wu.sees("重点户（")
    assert toast(await wu.presses_data("nec:1:lift", on=wu.last()))
    assert toast(await wu.presses_data("nef:1:0", on=board if board.chat is wu.last().chat else wu.last()))
    await wu.says("/notice")
    await wu.says("试试")
    await wu.presses("问问大家")
    assert toast(await wu.presses_data("nqa:2:emergency", on=wu.last()))


@pytest.mark.about_households
async def test_who_is_met_at_the_door_is_safe_and_nobody_need_go_once_it_is_over(town: Town) -> None:
    lin, wang = await town.volunteer("林伯", may_enter=True), await town.coordinator()
    rooms = [household(f"婆婆{one}", room=str(one), kinds="独居") for one in (501, 502, 503)]
    await bring(town.linli.database, "households", *rooms)
    async with town.linli.database.work() as uow:
        head = (await uow.members.by_telegram([lin.id]))[lin.id]
        await give_charge(uow, head, "head", [Place(COMPOUND, BUILDING)], None, now=town.clock.now())
    await town.pass_time(minutes=1)
    mei = await town.resident("婆婆501", home=Place(COMPOUND, BUILDING, "1", "501"))
    group = await town.building_group(mei, lin)
    await alarmed(wang, CALLED)
    assert buttons(mei.last(group)) == ["平安", "需要帮助", "替家人回答"]
    stale = await mei.presses_data("ntg:1", on=mei.last(group), in_=group)
    assert "请点【平安】" in toast(stale)
    assert wang.sees("重点户里有 3 户还没消息")
    await mei.presses("平安", in_=group)
    await town.pass_time(seconds=31)
    assert "2 户" in toast(await wang.presses("请人敲门"))
    await town.restart()
    await town.pass_time(minutes=31)
    async with town.linli.database.look() as uow:
        visits = [one.id for one in await Knocks(uow.session, 1).waiting(2)]
    stands = "平安 %d · 需要帮助 %d · 还没消息 %d"
    for ref in visits:
        await lin.presses_data(f"jo:{ref}", on=lin.last())
        await lin.presses("今天")
        if ref == visits[0]:
            await lin.presses("告诉了")
    await town.pass_time(seconds=31)
    assert wang.sees(stands % (2, 0, 1))
    await lin.presses("要帮忙")
    await lin.says("楼道进水了，出不来")
    await town.pass_time(seconds=11)
    assert wang.sees(stands % (2, 1, 0))
    assert wang.sees("楼道进水了")
    async with town.linli.database.look() as uow:
        assert (await uow.cases.get(1)).urgent
    await lin.presses("撤销")
    await town.pass_time(seconds=11)
    assert wang.sees(stands % (2, 0, 1)), "a wrong press: nobody has been there yet"
    async with town.linli.database.look() as uow:
        assert (await uow.cases.get(1)).state is CaseState.WITHDRAWN
    await lin.presses("要帮忙")
    await lin.presses("不用办了")
    await town.pass_time(seconds=11)
    assert wang.sees(stands % (3, 0, 0)), "they were met, and need nothing after all"
    await wang.presses("解除")
    await wang.presses("解除")
    assert "已经解除" in toast(await wang.presses_data("ngf:1", on=wang.last()))
    async with town.linli.database.look() as uow:
        assert await Knocks(uow.session, 1).waiting(1) == []
