"""两长四员, /who and 我的楼, as neighbours, heads and coordinators live with them."""

from __future__ import annotations

import pytest

from bot.domain.member import Role
from bot.domain.place import Place
from bot.sandbox import Person
from bot.services.charges import give_charge
from tests.journeys.seeing import buttons
from tests.journeys.test_notices import written
from tests.services.rosters import bring, household
from tests.town import BUILDING, COMPOUND, Town

HERE = Place(COMPOUND, BUILDING)


async def head_of(town: Town, name: str = "吴师傅", place: Place = HERE, duty: str = "head") -> Person:
    """Somebody in charge."""
    person = await town.resident(name, home=place)
    async with town.linli.database.work() as uow:
        member = (await uow.members.by_telegram([person.id]))[person.id]
        await give_charge(uow, member, duty, [place], None, now=town.clock.now())
    await person.says("/help")
    return person


async def test_a_coordinator_makes_somebody_head_of_a_building_by_a_link(town: Town) -> None:
    wang, wu = await town.coordinator(), await town.resident("吴师傅")
    await wang.says("/invite")
    for label in ("两长四员", COMPOUND, BUILDING, "＋楼栋长", "发链接"):
        await wang.presses(label)
    link = next(word for word in wang.last().text.split() if word.startswith("https://t.me/"))
    await wu.follows(link)
    assert wu.sees("您现在是3号楼的楼栋长了")
    assert wu.keyboard == ["报一件事", "我的事", "我的楼", "🆘 求助"]
    assert Role.BUILDING_HEAD in (await town.member(wu)).roles
    await wang.says("/who")


async def test_somebody_without_telegram_is_on_the_list_by_name_and_comes_off_it_again(town: Town) -> None:
    wang, mei = await town.coordinator(), await town.resident("梅阿姨")
    await wang.says("/invite")
    for label in ("两长四员", COMPOUND, BUILDING, "＋调解员", "写名字"):
        await wang.presses(label)
    await wang.says("赵伯，周末上午")
    await mei.says("/who")
    assert "调解员　赵伯，周末上午" in mei.last().text
    await wang.presses("✕ 赵伯")
    await wang.presses("不再是了")
    await mei.says("谁负责")
    assert "赵伯" not in mei.last().text


async def test_a_number_is_shown_only_where_its_owner_wishes_and_never_in_a_group(town: Town) -> None:
    wu, mei = await head_of(town), await town.resident("梅阿姨")
    group = await town.building_group(wu, mei)
    await wu.says("我的楼")
    await wu.presses("我的职责")
    await wu.presses("改时间")
    await wu.says("每天 18:00–20:00")
    await wu.presses("显示电话")
    await wu.says("138 0000 0000")
    await mei.says("/who")
    assert "楼栋长　吴师傅，每天 18:00–20:00，电话 138 0000 0000" in mei.last().text
    await mei.says("/who", in_=group)
    assert "吴师傅，每天 18:00–20:00" in mei.last(group).text
    assert "138" not in mei.last(group).text
    await wu.presses("不显示电话")
    await mei.says("/who")
    assert "138" not in mei.last().text


async def test_my_building_shows_public_facts_and_never_what_is_sensitive(town: Town) -> None:
    wu, mei = await head_of(town), await town.resident("梅阿姨", phone="+86 139 0000 0000")
    await mei.says("电梯坏了，我住1502")
    await mei.presses("提交")
    await mei.says("楼上夫妻吵架打人，要调解")
    await mei.presses("提交")
    await wu.says("我的楼")
    text = wu.last().text
    assert "没办完的 1 件" in text
    assert "#1" in text
    for private in ("1502", "梅阿姨", "139", "#2", "电梯坏了"):
        assert private not in text, private


async def test_a_head_writes_to_the_own_group_alone_and_takes_it_back(town: Town) -> None:
    wu, mei = await head_of(town), await town.resident("梅阿姨")
    group = await town.building_group(wu, mei)
    other = await town.building_group(mei, building="1号楼")
    await wu.says("我的楼")
    await wu.presses("发到楼栋群")
    await wu.says("明天上午洗水箱，请存水")
    assert not mei.sees("洗水箱", in_=group)
    await wu.presses("发送")
    assert mei.sees("明天上午洗水箱，请存水\n\n—— 吴师傅", in_=group)
    assert not mei.sees("洗水箱", in_=other)
    press = await wu.presses_data("ntb:1:all:0", on=wu.last())
    assert press.toast is not None
    await wu.presses("撤回")
    await wu.presses("撤回")
    assert not mei.sees("洗水箱", in_=group)


async def test_a_head_chases_a_party_and_notes_what_it_said(town: Town) -> None:
    wang, wu, mei = await town.coordinator(), await head_of(town), await town.resident("梅阿姨")
    await mei.says("电梯坏了")
    await mei.presses("提交")
    await wu.says("我的楼")
    await wu.presses("催办 #1")
    assert wang.sees("吴师傅在催 #1")
    again = await wu.presses("催办 #1")
    assert again.toast is not None
    assert "催过了" in again.toast.text
    await wu.presses("回话 #1")
    await wu.says("配件明天到，后天装好")
    assert mei.sees("#1 有回话了：\n配件明天到，后天装好")


async def test_my_building_says_which_notices_are_not_read_yet_and_by_how_many(town: Town) -> None:
    wang, wu, mei = await town.coordinator(), await head_of(town), await town.resident("梅阿姨", home=HERE)
    group = await town.building_group(wang, wu, mei)
    await written(town, wang, "明天上午停水，请大家早点存水")
    await wang.presses("发送")
    await wu.says("我的楼")
    assert "📢「明天上午停水，请大家早点存水」收到 0 人，还有 2 人没按。" in wu.last().text
    for person in (mei, wu):
        await person.presses("收到", in_=group)
        await wu.says("我的楼")
        assert ("收到 1 人，还有 1 人没按" in wu.last().text) == (person is mei)
    assert "停水" not in wu.last().text, "everybody has read it"


async def test_a_neighbour_with_a_forged_press_learns_nothing_of_a_building(town: Town) -> None:
    await head_of(town)
    mei = await town.resident("梅阿姨")
    await town.building_group(mei)
    await mei.says("/help")
    for data in (
        "bb:3",
        "bp:3",
        "hb:3",
        "ha:3:0",
        "hi:3:0",
        "hw:3:0",
        "he:1:1",
        "hn:1:1",
        "hh:1",
        "bc:1",
        "br:1",
        "hb:99999",
    ):
        before = len(mei.chat())
        press = await mei.presses_data(data, on=mei.last())
        if data not in ("hn:1:1", "hh:1"):
            assert press.toast is not None, data
            assert press.toast.alert, data
            assert len(mei.chat()) == before, data


async def test_nobody_elses_hours_or_number_are_changed(town: Town) -> None:
    await head_of(town)
    mei = await town.resident("梅阿姨", phone="+86 139 0000 0000")
    press = await mei.presses_data("hn:1:1", on=mei.last())
    assert press.toast is not None
    await mei.says("/who")
    assert "139" not in mei.last().text


async def hardship(town: Town) -> None:
    """A household in hardship, on the list."""
    await bring(town.linli.database, "households", household("孙阿姨", "13800000009", kinds="低保"))


@pytest.mark.about_households
async def test_a_branch_secretary_is_named_for_a_compound_and_asked_for_the_visits_of_that_post(
    town: Town,
) -> None:
    wang, hong, mei = await town.coordinator(), await town.person("洪书记"), await town.resident("梅阿姨")
    await wang.says("/invite")
    for label in ("两长四员", COMPOUND, "整个小区"):
        await wang.presses(label)
    assert "＋楼栋长" not in buttons(wang.last())
    await wang.presses("＋支部书记")
    await wang.presses("发链接")
    await hong.follows(next(word for word in wang.last().text.split() if word.startswith("https://t.me/")))
    assert hong.sees(f"您现在是{COMPOUND}的支部书记了")
    await mei.says("/who")
    assert "支部书记　洪书记" in mei.last().text
    await hardship(town)
    await town.restart()
    await town.pass_time(minutes=1)
    assert hong.sees("上门探望 · 源昌鑫海湾 · 3月31日前"), (
        "named after the quarter's visit was due, there is the rest of it"
    )
    await hong.presses("今天")
    assert hong.sees("501")
    await hong.presses("见到了")
    assert hong.sees("她怎么样")
    await wang.says("/visits")
    await wang.presses("完成情况")
    assert wang.sees("还没有人当党小组长：源昌鑫海湾3号楼。这些探访先由社区的人去")
    assert "还没有人当支部书记" not in wang.last().text
