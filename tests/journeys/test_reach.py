"""Whom a notice reached: 收到 by building, 替家人收到, 我家需要帮忙, and knocks where nobody answered."""

from __future__ import annotations

import pytest

from bot.domain.household import Kin, Relation
from bot.domain.kinship import Consent, Kinship, Tie
from bot.domain.place import Place
from bot.sandbox import Person
from bot.services.charges import give_charge
from bot.storage.knocks import Knocks
from tests.journeys.seeing import buttons, first
from tests.services.rosters import bring, household
from tests.town import BUILDING, COMPOUND, Town


async def told(town: Town, wang: Person, text: str = "明天停水") -> None:
    """A notice to the whole compound."""
    await wang.says("/notice")
    await wang.says(text)
    await wang.presses("对象")
    await wang.presses(COMPOUND)
    await wang.presses("选好了")
    await wang.presses("发送")


async def kin(town: Town, family: Person, *households: int) -> None:
    """They are family of these homes, with consent."""
    async with town.linli.database.work() as uow:
        known = (await uow.members.by_telegram([family.id]))[family.id]
        for number in households:
            uow.add(Kinship(known.id or 0, Tie.CHILD, town.clock.now(), Consent.GIVEN, household_id=number))


async def test_readers_count_where_they_live_and_who_has_not_said_where_counts_apart(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    lin = await town.resident("林伯", home=Place(COMPOUND, "4号楼"))
    new = await town.person("新来的", started=False)
    three = await town.building_group(mei, lin, new)
    four = await town.building_group(lin, building="4号楼")
    await told(town, wang)
    for person in (mei, lin, new):
        await person.presses("收到", in_=three)
    again = await mei.presses("收到", in_=three)
    assert again.toast is not None
    assert "记着呢" in again.toast.text
    await town.pass_time(seconds=31)
    await mei.presses("收到 · 1", in_=three)
    assert not mei.sees("林伯", in_=three)
    assert mei.sees("另有 1 位收到了，还没说住哪栋", in_=three)
    await lin.presses("收到 · 1", in_=four)
    await wang.presses("谁收到了")
    assert wang.sees("收到 2 人，登记的 2 人里还有 0 人没按")
    assert wang.sees("另有 1 人收到了，还没说住哪栋")
    board = wang.last()
    await town.restart()
    liu = await town.resident("刘姐")
    await liu.says("/notices")
    await liu.presses("明天停水")
    await liu.presses("收到")
    assert liu.sees("记着呢，您收到了")
    await town.pass_time(seconds=31)
    assert "收到 3 人" in board.text
    await liu.presses("按错了")
    await town.pass_time(seconds=31)
    assert "收到 2 人" in board.text
    await mei.presses("收到 · 1", in_=three)


@pytest.mark.about_households
async def test_family_answers_for_the_home_of_their_old_person(town: Town) -> None:
    await bring(
        town.linli.database, "households", household("郑奶奶", kinds="独居"), household("钱爷爷", room="502")
    )
    wang, min_ = await town.coordinator(), await town.resident("小敏", home=Place(COMPOUND, "4号楼"))
    mei = await town.resident("梅阿姨")
    group = await town.building_group(min_, mei)
    await told(town, wang)
    press = await mei.presses("替家人收到", in_=group)
    assert press.toast is not None
    assert "我是家属" in press.toast.text
    await kin(town, min_, 1)
    press = await min_.presses("替家人收到", in_=group)
    assert press.toast is not None
    assert "替家人收到了" in press.toast.text
    await town.pass_time(seconds=31)
    await kin(town, min_, 2)
    await min_.presses("替家人收到", in_=group)
    assert not min_.sees("郑奶奶", in_=group)
    await min_.presses("钱爷爷")
    await min_.presses("✓ 钱爷爷")
    await min_.presses("钱爷爷")
    await wang.presses("谁收到了")
    assert wang.sees("家人替着收到：2 户")
    await town.pass_time(seconds=31)
    await min_.presses("收到 · 2", in_=group)


async def test_who_needs_help_gets_a_case_no_group_sees_and_loses_nothing(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    new = await town.person("新来的", started=False)
    group = await town.building_group(mei, new)
    await told(town, wang)
    before = len(mei.chat(group))
    press = await mei.presses("我家需要帮忙", in_=group)
    assert press.toast is not None
    assert press.toast.alert
    assert "群里看不到" in press.toast.text
    assert wang.sees("通知「明天停水」：我家需要帮忙")
    await mei.says("我妈瘫在床上，存不了水，要人帮忙打水")
    assert wang.sees("存不了水")
    await mei.presses("我家需要帮忙", in_=group)
    assert not mei.sees("#2")
    press = await new.presses("我家需要帮忙", in_=group)
    assert press.toast is not None
    assert press.toast.url is not None
    await town.restart()
    await new.starts(press.toast.url.partition("start=")[2])
    assert new.sees("您家要帮忙，我记下了（#2）")
    await new.presses("不用办了")
    assert len(mei.chat(group)) == before
    await wang.presses("谁收到了", on=first(wang, "发完了"))
    assert wang.sees("要帮忙：1 户")


@pytest.mark.about_households
async def test_silence_becomes_knocks_and_what_is_said_at_the_door_counts_apart(town: Town) -> None:
    lin, wang = await town.volunteer("林伯", may_enter=True), await town.coordinator()
    await bring(
        town.linli.database,
        "households",
        household("郑奶奶", kinds="独居"),
        household("钱爷爷", room="502", kinds="低保"),
        household("孙婆婆", room="503", kinds="独居"),
        household("李家", room="504", kinds="低保"),
        household("周家", room="505", kinds="低保"),
        household("没人问", room="506"),
    )
    async with town.linli.database.work() as uow:
        head = (await uow.members.by_telegram([lin.id]))[lin.id]
        await give_charge(uow, head, "head", [Place(COMPOUND, BUILDING)], None, now=town.clock.now())
    await town.pass_time(minutes=1)
    mei = await town.resident("周家", home=Place(COMPOUND, BUILDING, "1", "505"))
    group = await town.building_group(mei, lin)
    await told(town, wang)
    desk = first(wang, "发完了")
    await mei.presses("收到", in_=group)
    await wang.presses("谁收到了", on=desk)
    assert "关怀名单上还有 4 户没有回音" in desk.text
    press = await wang.presses("请人敲门", on=desk)
    assert press.toast is not None
    assert "4 户" in press.toast.text
    again = await wang.presses_data("ngf:1", on=desk)
    assert again.toast is not None
    assert "已经请人去了" in again.toast.text
    assert "还要上门：4 户" in desk.text
    assert "没有回音" not in desk.text
    await town.restart()
    await town.pass_time(hours=1)
    assert not mei.sees("郑奶奶", in_=group)
    await knocks(town, lin, "郑奶奶", "告诉了")
    assert "上门告诉了：1 户" in desk.text
    await knocks(town, lin, "钱爷爷", "没人应")
    assert "敲门没人应、没去成：1 户" in desk.text
    assert not wang.sees("没联系上")
    await knocks(town, lin, "孙婆婆", "没人应")
    assert lin.sees("别急，一步一步来")
    await knocks(town, lin, "李家", "要帮忙")
    assert lin.sees("要帮什么")
    await lin.says("没有力气打水")
    assert wang.sees("没有力气打水")
    assert "要帮忙：1 户" in desk.text
    await lin.says("我的楼")
    assert lin.sees("「明天停水」收到 1 人，还有 0 人没按，1 户要帮忙")


@pytest.mark.about_households
async def test_a_building_head_sends_somebody_to_the_doors_of_their_own_building_alone(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    wu, xu = [await town.resident(name) for name in ("吴师傅", "徐师傅")]
    rows = [household("郑奶奶", kinds="独居"), household("钱爷爷", room="502", kinds="独居")]
    rows[1][3] = "1号楼"
    await bring(town.linli.database, "households", *rows)
    async with town.linli.database.work() as uow:
        people = await uow.members.by_telegram([wu.id, xu.id])
        for person, building in ((wu, BUILDING), (xu, "8号楼")):
            await give_charge(
                uow, people[person.id], "head", [Place(COMPOUND, building)], None, now=town.clock.now()
            )
    await town.pass_time(minutes=1)
    await town.building_group(mei)
    await wang.says("/notice")
    await wang.says("明天停水")
    for word in ("对象", "选楼栋", "1号楼", "3号楼", "返回", "选好了", "发送"):
        await wang.presses(word)
    for other in (mei, xu):
        await other.says("/help")
        forged = await other.presses_data("ngf:1", on=other.last())
        assert forged.toast is not None
        assert forged.toast.alert
    await xu.says("我的楼")
    assert not any("敲门" in label for label in buttons(xu.last()))
    await wu.says("我的楼")
    press = await wu.presses("敲门：明天停水")
    assert press.toast is not None
    assert "1 户" in press.toast.text
    await town.pass_time(minutes=1)
    async with town.linli.database.look() as uow:
        visits = await Knocks(uow.session, 1).waiting(9)
        assert [
            home.place.building for home in await uow.households.many([one.household_id for one in visits])
        ] == [BUILDING]
    await wu.says("我的楼")
    assert not any("敲门" in label for label in buttons(wu.last())), "nobody is left there"


async def knocks(town: Town, person: Person, whose: str, what: str) -> None:
    """They say they go there today, and what came of it."""
    async with town.linli.database.look() as uow:
        visits = {one.household_id: one.id for one in await Knocks(uow.session, 1).waiting(20)}
        homes = await uow.households.many(visits)
        [ref] = [visits[home.id] for home in homes if home.present[0].name == whose]
    await person.presses_data(f"jo:{ref}", on=person.last())
    await person.presses("今天")
    assert person.sees("请把这条通知带到：「明天停水」")
    await person.presses(what)


@pytest.mark.about_households
async def test_a_notice_taken_back_lets_off_whoever_was_to_knock(town: Town) -> None:
    lin, wang = await town.volunteer("林伯", may_enter=True), await town.coordinator()
    await bring(town.linli.database, "households", household("郑奶奶", kinds="独居"))
    await town.pass_time(minutes=1)
    await town.building_group(lin)
    await told(town, wang)
    desk = first(wang, "发完了")
    await wang.presses("谁收到了", on=desk)
    press = await lin.presses_data("ngf:1", on=lin.last())
    assert press.toast is not None
    await wang.presses("请人敲门", on=desk)
    await town.pass_time(minutes=31)
    await wang.presses("返回", on=desk)
    await wang.presses("撤回", on=desk)
    await wang.presses("撤回", on=desk)
    await lin.says("/rounds")
    assert not lin.sees("约 5 分钟")


@pytest.mark.about_households
async def test_old_people_told_in_private_are_knocked_for_where_nobody_answered_also_without_telegram(
    town: Town,
) -> None:
    lin, wang = await town.volunteer("林伯", may_enter=True), await town.coordinator()
    rows = [household("郑奶奶", kinds="独居"), household("孙婆婆", room="503", kinds="独居")]
    rows += [household("周婆婆", room="505", kinds="独居"), household("钱家", room="502", kinds="低保")]
    await bring(town.linli.database, "households", *rows)
    await town.pass_time(minutes=1)
    zheng, zhou = await town.resident("郑奶奶", home=Place(COMPOUND, BUILDING)), await town.resident("周婆婆")
    async with town.linli.database.work() as uow:
        for person, number in ((zheng, 1), (zhou, 3)):
            known = (await uow.members.by_telegram([person.id]))[person.id]
            uow.add(Kin(known.id or 0, number, Relation.LIVES_THERE, town.clock.now()))
    await wang.says("/notice")
    await wang.says("明天降温，别出门")
    await wang.presses("对象")
    await wang.presses("私下发给")
    await wang.presses("独居老人")
    await wang.presses("返回")
    await wang.presses("选好了")
    assert wang.sees("将发到 0 个群、约 2 人")
    assert wang.sees("有 1 户还没人跟我说过话")
    await wang.presses("发送")
    await zheng.presses("收到")
    assert not lin.sees("降温")
    stranger = await lin.presses_data("ngd:1", on=lin.last())
    assert stranger.toast is not None
    assert not lin.sees("降温")
    await wang.presses("谁收到了")
    assert wang.sees("收到 1 人，登记的 2 人里还有 1 人没按")
    assert wang.sees("关怀名单上还有 2 户没有回音")
    await wang.presses("请人敲门")
    await town.restart()
    await town.pass_time(hours=1)
    assert wang.sees("还要上门：2 户")
    assert zhou.sees("明天降温")
