"""A volunteer says when: resting for a while, and the hours at which they want to be asked."""

from __future__ import annotations

from bot.sandbox import Person
from tests.town import Town

LIFT = "/report 3号楼电梯坏了"


async def _reports(town: Town, what: str = LIFT) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says(what)
    await mei.presses("提交")


def _offered(person: Person) -> bool:
    return person.sees("认领") or any("认领" in str(message.buttons) for message in person.chat())


async def test_a_week_of_rest_ends_by_itself_also_after_a_restart(town: Town) -> None:
    lin = await town.volunteer("小林")
    await lin.says("/rest")
    await lin.presses("1 周")
    assert lin.sees("3月11日 10:00我再找您")
    await town.restart()
    await town.pass_time(days=6, hours=23)
    assert (await town.member(lin)).resting
    await town.pass_time(hours=1)
    assert not (await town.member(lin)).resting
    assert lin.sees("您歇好了吗")


async def test_whoever_wants_to_be_asked_at_weekends_gets_the_card_on_saturday(town: Town) -> None:
    lin = await town.volunteer("小林")
    await lin.says("/rest")
    await lin.presses("我回来了")
    await lin.presses("什么时候找我")
    for slot in ("✓ 平时上午", "✓ 平时下午", "✓ 平时晚上"):
        await lin.presses(slot)
    await _reports(town)
    await town.restart()
    await town.pass_time(days=2)
    assert not _offered(lin)
    await town.pass_time(days=1)
    assert _offered(lin)


async def test_one_time_always_stays_and_strangers_and_forged_times_change_nothing(town: Town) -> None:
    lin, mei = await town.volunteer("小林"), await town.person("梅阿姨")
    await lin.says("/rest")
    await lin.presses("什么时候找我")
    card = lin.last()
    for slot in ("平时上午", "平时下午", "平时晚上", "周末上午", "周末下午"):
        await lin.presses(f"✓ {slot}")
    press = await lin.presses("✓ 周末晚上")
    assert press.toast is not None
    assert "总得留一个时候" in press.toast.text
    for who, data in ((mei, "pw:weekday_morning:1"), (lin, "pw:midnight:1"), (lin, "pr:1:400")):
        press = await who.presses_data(data, on=card if who is lin else mei.last())
        assert press.toast is not None
        assert press.toast.alert
    assert (await town.member(lin)).hours == ("weekend_evening",)
    assert (await town.member(mei)).hours == ()


async def test_a_team_without_a_group_is_asked_in_steps_until_somebody_claims(town: Town) -> None:
    people = [await town.volunteer(f"志愿者{n}") for n in range(7)]
    await _reports(town)
    assert [_offered(one) for one in people] == [True] * 5 + [False] * 2
    await town.restart()
    await town.pass_time(minutes=16)
    assert all(_offered(one) for one in people)
    await people[6].presses("认领")
    assert people[0].sees("志愿者6去，谢谢")
