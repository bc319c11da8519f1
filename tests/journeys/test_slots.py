"""How many go, and who may: a leader's 多 1 人 and 少 1 人, and what a task asks of whoever takes it."""

from __future__ import annotations

from bot.sandbox import Group, Person
from tests.journeys.crew import FLAT, crew
from tests.journeys.seeing import buttons
from tests.town import TEAM, Town


async def toast(person: Person, label: str, group: Group | None = None) -> str:
    """What the answer to a press on that button says."""
    press = await person.presses(label, in_=group)
    return press.toast.text if press.toast else ""


async def open_card(town: Town) -> tuple[Person, Person, Person, Group]:
    """A lift's follow-up in the team's group; and its card in private with the team's leader."""
    chen, lin, group = await crew(town)
    boss = await town.volunteer("黄队长", leads=True)
    await town.pass_time(hours=5)
    assert boss.sees("还没有")
    return chen, lin, boss, group


async def test_a_leader_asks_for_more_and_for_fewer_and_all_cards_say_so(town: Town) -> None:
    chen, lin, boss, group = await open_card(town)
    assert "少 1 人" not in buttons(boss.last())
    assert await toast(boss, "多 1 人") == "好，2 人去。"
    assert "还差 2 人" in group.messages[-1].text
    await chen.presses("认领", in_=group)
    assert "还差 1 人" in group.messages[-1].text
    await town.restart()
    assert await toast(boss, "少 1 人") == "好，1 人去。"
    assert group.messages[-1].text.endswith("陈姐去，谢谢。")
    assert not group.messages[-1].buttons
    assert "少 1 人" not in buttons(boss.last())
    await boss.presses("多 1 人")
    await lin.presses("认领", in_=group)
    assert lin.sees(FLAT)
    assert group.messages[-1].text.endswith("陈姐、小林去，谢谢。")


async def test_fewer_than_who_already_goes_is_refused_also_by_an_old_button(town: Town) -> None:
    chen, lin, boss, group = await open_card(town)
    await boss.presses("多 1 人")
    await chen.presses("认领", in_=group)
    await lin.presses("认领", in_=group)
    card = boss.last()
    for data, answer in (("cs:1:1", "不能再少了"), ("cs:1:0", "不能再少了"), ("cs:1:2147483647", "最多")):
        await boss.presses_data(data, on=card)
        assert answer in boss.toasts[-1].text
    await lin.presses_data("cs:1:3", on=lin.last())
    assert "队长或协调员" in lin.toasts[-1].text
    assert group.messages[-1].text.endswith("陈姐、小林去，谢谢。")
    await chen.presses("办好了")
    await lin.presses("办好了")
    await boss.presses_data("cs:1:3", on=card)
    assert "已经结束了" in boss.toasts[-1].text


async def test_where_two_must_go_together_nobody_makes_it_one(town: Town) -> None:
    team = "退役军人应急突击队"
    chen = await town.volunteer("陈姐", team)
    group = await town.team_group(chen, team=team)
    wang = await town.coordinator()
    mei = await town.resident("梅阿姨")
    await mei.says("/report 想请人帮忙搬一下柜子")
    await mei.presses("提交")
    await wang.presses_data("vs:task:1", on=wang.last())
    card = wang.last()
    assert "少 1 人" not in buttons(card)
    await wang.presses_data("cs:1:1", on=card)
    assert "2 个人一起去" in wang.toasts[-1].text
    assert "还差 2 人" in group.messages[-1].text
    await wang.presses("多 1 人")
    assert "少 1 人" in buttons(card)


async def test_a_home_is_entered_only_by_who_was_let(town: Town) -> None:
    plain = await town.volunteer("小林")
    trusted = await town.volunteer("陈姐", may_enter=True)
    group = await town.team_group(plain, trusted)
    mei = await town.resident("梅阿姨")
    await mei.says("/report 想请人上门理发")
    await mei.presses("提交")
    assert "可入户" in group.messages[-1].text
    assert "可入户的队员" in await toast(plain, "认领", group)
    assert not plain.sees(FLAT)
    assert "交给您了" in await toast(trusted, "认领", group)
    assert trusted.sees(FLAT)


async def test_carrying_is_for_who_is_marked_as_strong_and_the_card_says_so(town: Town) -> None:
    team = "退役军人应急突击队"
    slight = await town.volunteer("小林", team, strong=False)
    chen = await town.volunteer("陈姐", team, leads=True)
    group = await town.team_group(slight, chen, team=team)
    mei = await town.resident("梅阿姨")
    await mei.says("/report 想请人帮忙搬一下柜子")
    await mei.presses("提交")
    assert "需要力气" in group.messages[-1].text
    assert "力气大的队员" in await toast(slight, "认领", group)
    place = (await town.member(slight)).in_team(team)
    assert place is not None
    mate = await town.volunteer("老周", team)
    for nobody in (mate, slight, mei):
        press = await nobody.presses_data(f"tk:{place.id}:strong:1", on=nobody.last())
        assert press.toast is not None
        assert press.toast.alert
    await chen.says("/team")
    await chen.presses(team)
    await chen.presses("小林")
    await chen.presses("力气大")
    assert chen.sees("力气大 · 陈姐 今天")
    await town.restart()
    assert "交给您了" in await toast(slight, "认领", group)


async def test_a_task_that_needs_a_certificate_goes_only_to_who_has_one_and_two_go(town: Town) -> None:
    team = "水上救援队"
    plain = await town.volunteer("小林", team)
    able = [await town.volunteer(name, team, certified=True) for name in ("陈姐", "老周")]
    group = await town.team_group(plain, *able, team=team)
    mei = await town.resident("梅阿姨")
    await mei.says("/report 河边有孩子在野泳")
    await mei.presses("提交")
    assert "持证的队员" in await toast(plain, "认领", group)
    assert "交给您了" in await toast(able[0], "认领", group)
    assert "还差 1 人" in group.messages[-1].text
    assert "已经在您手上" in await toast(able[0], "认领", group)
    await able[1].presses("认领", in_=group)
    assert "陈姐、老周去" in group.messages[-1].text


async def test_nobody_takes_a_fourth_task_before_one_is_done(town: Town) -> None:
    chen = await town.volunteer("陈姐")
    group = await town.team_group(chen)
    mei = await town.resident("梅阿姨")
    for what in ("电梯坏了", "门禁坏了", "路灯坏了", "水管爆了"):
        await mei.says(f"/report 3号楼{what}")
        await mei.presses("提交")
    cards = [message for message in group.messages if "认领" in buttons(message)]
    assert len(cards) == 4
    for card in cards[:3]:
        await chen.presses_data(card.buttons[0][0].data or "", on=card, in_=group)
    await chen.presses_data(cards[3].buttons[0][0].data or "", on=cards[3], in_=group)
    assert chen.toasts[-1].text == "手上已经有 3 件了，先办好一件，再来接。"
    await town.restart()
    await chen.presses("办好了")
    await chen.presses("认领", in_=group)
    assert "交给您了" in chen.toasts[-1].text


async def test_who_rests_is_told_how_to_come_back(town: Town) -> None:
    chen, _, group = await crew(town)
    await chen.says("/rest")
    assert await toast(chen, "认领", group) == "您在休息。想回来，先发 /rest，再点一次。"
    await chen.says("/rest")
    assert "交给您了" in await toast(chen, "认领", group)


async def test_the_link_that_finishes_a_claim_says_who_was_quicker(town: Town) -> None:
    chen, _, group = await crew(town)
    zhou = await town.volunteer("老周", started=False)
    await zhou.joins(group)
    press = await zhou.presses("认领", in_=group)
    assert press.toast is not None
    await chen.presses("认领", in_=group)
    await town.restart()
    await zhou.follows(press.toast.url or "")
    assert zhou.sees("陈姐已经接了，谢谢您。")
    assert not zhou.sees(FLAT)
    stranger = await town.person("路人", started=False)
    await stranger.follows(press.toast.url or "")
    assert not stranger.sees(FLAT)
    assert stranger.sees(TEAM) or stranger.sees("陈姐已经接了")
