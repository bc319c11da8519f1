"""A leader looks at the team: by name, with what each may do, and nobody else does."""

from __future__ import annotations

from tests.town import TEAM, Town


async def test_the_leader_sees_marks_rest_and_work_in_the_order_of_names(town: Town) -> None:
    chen = await town.volunteer("陈姐", leads=True, may_enter=True)
    for name in ("周叔", "阿明", "林伯"):
        await town.volunteer(name)
    lin = await town.volunteer("小林")
    await lin.says("/rest")
    await lin.presses("1 周")
    await chen.says("/team")
    await chen.presses(TEAM)
    text = chen.last().text
    assert "陈姐 · 可入户 · 力气大" in text
    assert "小林 · 力气大 · 休息到3月11日" in text
    names = [line.split(" · ")[0] for line in text.splitlines()[1:]]
    assert names == ["阿明", "陈姐", "林伯", "小林", "周叔"]


async def test_a_large_team_has_pages_and_a_strange_page_or_reader_gets_nothing(town: Town) -> None:
    chen = await town.volunteer("陈姐", leads=True)
    people = [await town.volunteer(f"志愿者{n:02}") for n in range(15)]
    await chen.says("/team")
    await chen.presses(TEAM)
    assert "志愿者12" not in chen.last().text
    await chen.presses("下一页 ›")
    assert "志愿者12" in chen.last().text
    await town.restart()
    await chen.presses("‹ 上一页")
    for data in (f"tm:{TEAM}", f"tm:{TEAM}:1", f"tm:{TEAM}:x", "tm:没有:0", "tp:1"):
        before = len(people[0].chat())
        press = await people[0].presses_data(data, on=people[0].last())
        assert press.toast is not None, data
        assert press.toast.alert, data
        assert len(people[0].chat()) == before
