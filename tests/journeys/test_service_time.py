"""时长: said by who did it, confirmed by who leads, seen by nobody else, and put on paper when asked for."""

from __future__ import annotations

from bot.sandbox import Person
from tests.town import Town

TEAM = "绿禾缘快乐环保社"


async def _done(town: Town) -> tuple[Person, Person, Person]:
    """小林 has done a task of 陈姐's team."""
    wang = await town.coordinator()
    chen, lin = await town.volunteer("陈姐", TEAM, leads=True), await town.volunteer("小林", TEAM)
    mei = await town.resident("梅阿姨")
    await mei.says("/report 旧沙发没人收")
    await mei.presses("提交")
    await lin.presses_data("cl:1", on=lin.last())
    await town.pass_time(minutes=40)
    await lin.presses_data("cd:1", on=lin.last())
    return wang, chen, lin


async def test_who_did_it_says_how_long_and_the_leader_confirms_it(town: Town) -> None:
    wang, chen, lin = await _done(town)
    assert lin.sees("大概花了多久")
    press = await lin.presses("60 分")
    assert press.toast is not None
    assert "60 分钟" in press.toast.text
    await lin.presses("别的时长")
    await lin.says("一个半小时")
    assert lin.sees("记了 90 分钟")
    await lin.says("我的时长")
    assert lin.sees("还有 1 件等队长核对（1 小时 30 分钟）")
    await town.restart()
    await town.pass_time(hours=23)
    assert chen.sees("等您核对的时长（1 件）")
    assert not wang.sees("等您核对的时长")
    await chen.presses("✓ T1 小林 90 分")
    assert chen.sees("刚核对：T1 小林 90 分钟")
    await lin.says("/hours")
    assert lin.sees("这个月：1 小时 30 分钟")
    await chen.presses("撤销 T1")
    await chen.presses("改")
    await chen.presses("60 分")
    await lin.says("/hours")
    assert lin.sees("这个月：1 小时\n")
    late = await lin.presses_data("zm:1:30", on=lin.last())
    assert late.toast is not None
    assert late.toast.text == "T1 的时长已经核对过了。"


async def test_nobody_else_says_sees_or_confirms_it_and_nobody_their_own(town: Town) -> None:
    _, chen, lin = await _done(town)
    stranger, mate = await town.person("路人"), await town.volunteer("老周")
    for who in (stranger, mate):
        for data in ("zm:1:1000", "zo:1", "zc:1", "zu:1", "zw", "zp:2026", "zg:1", "zn:1", "zm:99:5"):
            before = len(who.chat())
            press = await who.presses_data(data, on=who.last())
            assert press.toast is not None, data
            assert press.toast.alert, data
            assert len(who.chat()) == before, data
    press = await lin.presses_data("zm:1:5000", on=lin.last())
    assert press.toast is not None
    assert "没看懂多久" in press.toast.text
    assert not chen.sees("路人")


async def test_a_confirming_is_undone_for_a_minute_and_no_longer(town: Town) -> None:
    _, chen, _ = await _done(town)
    await chen.presses_data("zm:1:30", on=chen.last())
    await town.pass_time(seconds=90)
    press = await chen.presses_data("zu:1", on=chen.last())
    assert press.toast is not None
    assert "过了一分钟" in press.toast.text


async def test_a_proof_comes_as_a_paper_to_the_person_alone(town: Town) -> None:
    wang, chen, lin = await _done(town)
    await lin.says("/hours")
    press = await lin.presses_data("zp:2026", on=lin.last())
    assert press.toast is not None
    assert "还没有核对过" in press.toast.text
    await chen.presses_data("zm:1:45", on=chen.last())
    await lin.says("/hours")
    await lin.presses("开2026年证明")
    assert chen.sees("小林想要 2026 年的服务时长证明：核对过的 1 件，一共45 分钟")
    assert wang.sees("小林想要 2026 年的服务时长证明")
    await town.restart()
    await chen.presses("开证明")
    assert lin.sees("这是您 2026 年的服务时长证明")
    assert not chen.sees("这是您 2026 年")
    assert wang.sees("小林 2026 年的时长证明，陈姐开了")
    late = await wang.presses_data("zn:1", on=wang.last())
    assert late.toast is not None
    assert "已经有人答过" in late.toast.text


async def test_a_wrong_done_taken_back_takes_its_time_along(town: Town) -> None:
    _, chen, lin = await _done(town)
    await lin.presses_data("uf:1", on=lin.last())
    await lin.says("/hours")
    assert not lin.sees("等队长核对")
    press = await chen.presses_data("zm:1:30", on=chen.last())
    assert press.toast is not None
    assert press.toast.alert
