"""家属: linked to an old person with that person's own word, at the telephone or at the door."""

from __future__ import annotations

import re

from bot.domain.place import Place
from bot.domain.role import Role
from bot.sandbox import Person
from tests.journeys.seeing import buttons, first
from tests.town import BUILDING, COMPOUND, Town

DOOR = Place(COMPOUND, BUILDING, "2", "502")


async def _asks(person: Person, what: str) -> None:
    await person.says("/family")
    await person.presses("我是家属")
    await person.presses("儿女")
    await person.says(what)


async def _code(elder: Person) -> str:
    await elder.says("家人")
    await elder.presses("给家人的码")
    found = re.search(r"\d{3} \d{3} \d{3}", elder.last().text)
    assert found is not None
    return found.group()


async def _linked(town: Town) -> tuple[Person, Person]:
    li = await town.resident("李奶奶", home=DOOR, phone="13800000000")
    min_ = await town.resident("小敏", home=Place(COMPOUND, "4号楼", "1", "301"))
    await _asks(min_, await _code(li))
    await li.presses("同意")
    return li, min_


async def test_by_a_code_and_her_own_consent(town: Town) -> None:
    li = await town.resident("李奶奶", home=DOOR, phone="13800000000")
    min_ = await town.resident("小敏")
    code = await _code(li)
    await _asks(min_, code)
    assert "已经问老人了" in min_.last().text
    assert "小敏 说是您的儿女" in li.last().text
    assert buttons(li.last()) == ["同意", "拒绝"]
    assert Role.FAMILY not in (await town.member(min_)).roles
    await town.restart()
    await li.presses("同意")
    assert "老人同意了" in min_.last().text
    assert Role.FAMILY in (await town.member(min_)).roles
    other = await town.resident("骗子")
    await _asks(other, code)
    assert "用过" in other.last().text, "a code is good once"
    async with town.linli.database.look() as uow:
        [link] = await uow.kin.family_of(member_id=(await town.member(li)).id)
        assert link.family_id == (await town.member(min_)).id


async def test_family_reports_for_her_without_saying_where(town: Town) -> None:
    li, min_ = await _linked(town)
    await min_.says("报一件事")
    await min_.presses("替李奶奶报")
    await min_.says("旧沙发没地方扔")
    assert "替 李奶奶 报的，电话 +86 138 0000 0000" in min_.last().text
    assert "3号楼2单元502" in min_.last().text
    await min_.says("报一件事")
    await min_.presses("替李奶奶报")
    await min_.says("晕倒了")
    assert min_.sees("120")
    assert not li.sees("晕倒")


async def test_what_she_reports_is_told_only_while_she_wants_it(town: Town) -> None:
    li, min_ = await _linked(town)
    await li.says("旧沙发没地方扔")
    await li.presses("提交")
    await town.pass_time(minutes=1)
    assert not min_.sees("李奶奶 报的")
    await li.presses("我的事告诉他", on=first(li, "连上了"))
    await town.pass_time(minutes=1)
    assert min_.sees("#1 李奶奶 报的")
    assert not min_.sees("旧沙发"), "what it is about, not her words"
    await li.presses("不告诉他了", on=first(li, "连上了"))
    await li.says("楼道灯不亮")
    await li.presses("提交")
    await town.pass_time(minutes=1)
    assert not min_.sees("#2 李奶奶 报的")


async def test_either_may_end_it_and_the_hat_goes_with_it(town: Town) -> None:
    li, min_ = await _linked(town)
    await li.presses("解除", on=first(li, "连上了"))
    assert "解除" in min_.last().text
    assert Role.FAMILY not in (await town.member(min_)).roles
    await min_.says("报一件事")
    assert buttons(min_.last()) == ["替别人报"]
    await _asks(min_, await _code(li))
    await li.presses("拒绝")
    assert "没同意" in min_.last().text


async def test_for_somebody_without_telegram_a_coordinator_asks_at_the_door(town: Town) -> None:
    wang = await town.coordinator()
    min_, qiang = await town.resident("小敏"), await town.resident("阿强")
    await _asks(min_, "她住三楼")
    assert "没看明白" in min_.last().text
    await min_.says("3号楼502李奶奶 13800000000")
    assert "当面问老人" in min_.last().text
    card = first(wang, "请您当面问一声")
    assert "李奶奶，源昌鑫海湾3号楼502，+86 138 0000 0000" in card.text
    yes = next(key for row in card.buttons for key in row if key.text == "老人同意").data or ""
    for person in (qiang, min_):
        forged = await person.presses_data(yes, on=person.last())
        assert forged.toast is not None
        assert "老人自己说" in forged.toast.text
    await wang.says("/todo")
    assert "等人当面问" in wang.last().text
    assert "李奶奶" not in wang.last().text
    await town.restart()
    await wang.presses("老人同意", on=first(wang, "请您当面问一声"))
    assert not wang.sees("李奶奶"), "taken back"
    assert "老人同意了" in min_.last().text
    async with town.linli.database.look() as uow:
        [link] = await uow.kin.elders_of((await town.member(min_)).id)
        assert link.recorded_by == (await town.member(wang)).id
    stale = await wang.presses_data(yes, on=wang.last())
    assert stale.toast is not None
    assert "已经答过了" in stale.toast.text


async def test_guessing_codes_ends_soon(town: Town) -> None:
    min_ = await town.resident("小敏")
    await _asks(min_, "000 000 001")
    for n in range(2, 6):
        assert "这个码不对" in min_.last().text
        await min_.says(f"000 000 00{n}")
    await min_.says("000 000 006")
    assert "这个码不对" not in min_.last().text


async def _waits_at_the_door(town: Town) -> tuple[Person, Person]:
    """A coordinator who has it before them, and who wants to be linked."""
    wang, min_ = await town.coordinator(), await town.resident("小敏")
    await _asks(min_, "3号楼502李奶奶 13800000000")
    return wang, min_


async def test_a_coordinator_sends_a_volunteer_to_ask_who_sees_the_door_only_after_a_yes(town: Town) -> None:
    chen = await town.volunteer("陈姐", may_enter=True)
    await town.volunteer("小林")
    wang, min_ = await _waits_at_the_door(town)
    await wang.presses("请人去问", on=first(wang, "请您当面问一声"))
    assert "陈姐" in buttons(wang.last())
    assert "小林" not in buttons(wang.last()), "may not enter homes"
    await wang.presses("陈姐")
    assert "想请您去源昌鑫海湾3号楼" in chen.last().text
    assert not chen.sees("李奶奶")
    assert not chen.sees("502")
    await town.restart()
    await wang.says("/todo")
    assert "等人当面问" not in wang.last().text, "somebody has it"
    await chen.presses("好", on=first(chen, "想请您去"))
    assert "李奶奶，源昌鑫海湾3号楼502" in chen.last().text
    await chen.presses("老人同意", on=chen.last())
    assert "老人同意了" in min_.last().text
    assert not chen.sees("李奶奶"), "taken back"
    async with town.linli.database.look() as uow:
        [link] = await uow.kin.elders_of((await town.member(min_)).id)
        assert link.recorded_by == (await town.member(chen)).id


async def test_who_is_sent_and_cannot_go_gives_it_back_and_a_stranger_takes_nothing(town: Town) -> None:
    chen, qiang = await town.volunteer("陈姐", may_enter=True), await town.resident("阿强")
    wang, min_ = await _waits_at_the_door(town)
    await wang.presses("请人去问", on=first(wang, "请您当面问一声"))
    pick = next(key for row in wang.last().buttons for key in row if key.text == "陈姐").data or ""
    await wang.presses("陈姐")
    go = next(key for row in chen.last().buttons for key in row if key.text == "好").data or ""
    for person in (qiang, min_):
        for data in (pick, go):
            forged = await person.presses_data(data, on=person.last())
            assert forged.toast is not None
            assert not person.sees("李奶奶，源昌")
    await chen.presses("去不了", on=first(chen, "想请您去"))
    assert "不用您去了" in chen.last().text
    stale = await chen.presses_data(go, on=chen.last())
    assert stale.toast is not None
    assert not chen.sees("李奶奶")
    assert "李奶奶，源昌鑫海湾3号楼502" in wang.last().text
    await wang.says("/todo")
    assert "等人当面问" in wang.last().text
