"""Coming in, choosing home and language, joining a team, being invited."""

from __future__ import annotations

import pytest

from bot.domain.member import Role
from bot.domain.place import Place
from bot.services.invites import make_invite
from bot.ui.commands import command_lists
from bot.wire.commands import publish_commands
from tests.town import BUILDING, COMPOUND, TEAM, Town

CODE = "c" * 43


async def _invite(town: Town, role: Role, team: str | None = None) -> str:
    async with town.linli.database.work() as uow:
        return await make_invite(uow, role, team, by=None, now=town.clock.now(), code=CODE)


@pytest.mark.parametrize(
    ("code", "hello", "menu"),
    [
        ("zh-hans", "您好，我是禾缘社区的 Linli 邻里", ["报一件事", "我的事", "求助", "帮助"]),
        ("zh-hant", "您好，我是禾緣社區的 Linli 鄰里", ["報一件事", "我的事", "求助", "說明"]),
        ("en", "helper of Heyuan Community", ["Report something", "My reports", "SOS", "Help"]),
    ],
)
async def test_a_newcomer_is_welcomed_in_their_language_with_a_keyboard(
    town: Town, code: str, hello: str, menu: list[str]
) -> None:
    mei = await town.person("梅阿姨", language=code)
    assert mei.sees(hello)
    assert mei.keyboard == menu
    assert len(mei.chat()[1].text.splitlines()) <= 5


async def test_home_is_chosen_once_by_two_taps_and_not_asked_again(town: Town) -> None:
    mei = await town.person("梅阿姨")
    assert mei.sees("您家在哪个小区")
    await mei.presses(COMPOUND)
    assert mei.sees(f"{COMPOUND}，您家是哪栋楼")
    press = await mei.presses(BUILDING)
    assert press.toast is not None
    assert press.toast.text == "记下了。"
    assert mei.sees(f"您家：{COMPOUND}{BUILDING}")
    assert not mei.sees("您家在哪个小区")
    before = len(mei.chat())
    await mei.starts()
    assert len(mei.chat()) == before + 2  # Start, and the welcome alone
    await mei.presses("换地方")
    await mei.presses("联发五缘湾1号")
    assert (await town.member(mei)).home == Place(COMPOUND, BUILDING)
    await mei.presses("2号楼")
    assert (await town.member(mei)).home == Place("联发五缘湾1号", "2号楼")


async def test_the_link_on_a_buildings_door_tells_home(town: Town) -> None:
    mei, qiang = town.sandbox.person("梅阿姨"), await town.resident("阿强")
    await mei.starts("b_0_2_2")
    assert mei.sees("Linli 邻里")
    assert mei.sees(f"您家：{COMPOUND}{BUILDING}")
    assert (await town.member(mei)).home == Place(COMPOUND, BUILDING, "2")
    await qiang.starts("b_0_3")
    assert (await town.member(qiang)).building == BUILDING
    await qiang.starts("b_99_x")
    assert qiang.sees("这栋楼我不认得")


async def test_an_unknown_link_is_a_plain_start(town: Town) -> None:
    mei = town.sandbox.person("梅阿姨")
    await mei.starts("what_is_this")
    assert mei.sees("您好，我是禾缘社区的 Linli 邻里")


async def test_writing_without_start_counts_as_start(town: Town) -> None:
    mei = town.sandbox.person("梅阿姨")
    await mei.says("你好")
    assert (await town.member(mei)).reachable
    assert len(mei.chat()) > 1


async def test_who_blocked_us_and_comes_back_is_heard_again(town: Town) -> None:
    mei = await town.person("梅阿姨")
    mei.blocks()
    await town.settle()
    assert not (await town.member(mei)).reachable
    mei.unblocks()
    await town.settle()
    assert (await town.member(mei)).reachable


async def test_a_language_applies_at_once_to_cards_words_and_keyboard(town: Town) -> None:
    mei = await town.person("梅阿姨")
    await mei.says("/lang")
    await mei.presses("English")
    assert mei.sees("All right, English from now on.")
    assert mei.keyboard == ["Report something", "My reports", "SOS", "Help"]
    assert mei.sees("Which language would you like?")
    await mei.says("语言")
    await mei.presses("繁體中文")
    assert mei.keyboard[0] == "報一件事"
    card = next(message for message in mei.chat() if "想用哪種語言" in message.text)
    assert (await mei.presses_data("pl:tlh", on=card)).toast is not None
    assert (await town.member(mei)).language == "zh-TW"


async def test_words_do_what_commands_do(town: Town) -> None:
    mei = await town.person("梅阿姨")
    for said, answer in (
        ("帮助", "怎么用"),
        ("说明。", "怎么用"),
        ("我家", "您家在哪个小区"),
        ("加入服务队", "想加入哪支队"),
    ):
        await mei.says(said)
        assert answer in mei.last().text, said


async def test_help_fits_the_role_and_its_buttons_lead_on(town: Town) -> None:
    mei, wang = await town.person("梅阿姨"), await town.coordinator()
    lin = await town.volunteer("小林", leads=True)
    shown = {}
    for person in (mei, lin, wang):
        await person.says("/help")
        shown[person.name] = person.last().text
    assert "队长" not in shown["梅阿姨"]
    assert "/invite" not in shown["小林"]
    assert "/team" in shown["小林"]
    assert "/invite" in shown["王社工"]
    await mei.presses("加入服务队")
    assert mei.sees("想加入哪支队")
    await wang.presses("队员")
    await wang.presses(TEAM)
    assert wang.sees(f"「{TEAM}」有 1 人")


async def test_a_volunteer_asks_and_the_first_who_answers_lets_them_in(town: Town) -> None:
    wang, chen = await town.coordinator(), await town.volunteer("陈姐", leads=True)
    other = await town.volunteer("老李", team="水上救援队", leads=True)
    lin = await town.resident("小林")
    await lin.says("/join")
    press = await lin.presses(TEAM)
    assert press.toast is not None
    assert "已经问队长了" in press.toast.text
    assert wang.sees("小林（源昌鑫海湾3号楼）想加入")
    assert chen.sees("小林（源昌鑫海湾3号楼）想加入")
    assert not other.sees("想加入「爱")
    asking = wang.last()
    await chen.presses("同意")
    assert lin.sees(f"「{TEAM}」同意了")
    assert "待认领" in lin.keyboard
    assert wang.sees(f"小林 是「{TEAM}」的队员，陈姐同意的")
    place = (await town.member(lin)).in_team(TEAM)
    assert place is not None
    late = await wang.presses_data(f"tn:{place.id}", on=asking)
    assert late.toast is not None
    assert late.toast.text == "陈姐已经答过了，谢谢您。"


async def test_what_a_leader_vouched_for_shows_on_the_card_and_can_be_taken_back(town: Town) -> None:
    chen, lin = await town.volunteer("陈姐", leads=True), await town.volunteer("小林")
    await chen.says("/team")
    await chen.presses(TEAM)
    await chen.presses("小林")
    await chen.presses("可入户")
    place = (await town.member(lin)).in_team(TEAM)
    assert place is not None
    assert place.may_enter
    await chen.presses("✓ 可入户")
    place = (await town.member(lin)).in_team(TEAM)
    assert place is not None
    assert not place.may_enter


async def test_rest_and_back_by_command_word_and_button(town: Town) -> None:
    lin, mei = await town.volunteer("小林"), await town.person("梅阿姨")
    await lin.says("/rest")
    assert (await town.member(lin)).resting
    assert lin.sees("您先歇着")
    await lin.presses("我回来了")
    assert not (await town.member(lin)).resting
    await lin.says("休息")
    assert (await town.member(lin)).resting
    await mei.says("/rest")
    assert "还没加入服务队" in mei.last().text


async def test_a_coordinator_makes_a_link_and_whoever_follows_it_is_in(town: Town) -> None:
    wang, lin = await town.coordinator(), town.sandbox.person("小林")
    await wang.says("/invite")
    await wang.presses("志愿者")
    await wang.presses("阳光姐姐")
    link = next(word for word in wang.last().text.split() if word.startswith("https://t.me/"))
    await lin.follows(link)
    assert lin.sees("欢迎加入「阳光姐姐」")
    assert "待认领" in lin.keyboard
    late = await town.person("小吴")
    await late.follows(link)
    assert late.sees("这个邀请链接用过了")
    assert "待认领" not in late.keyboard


async def test_the_first_coordinator_comes_by_the_programs_own_link(town: Town) -> None:
    wang = town.sandbox.person("王社工")
    await wang.starts(await _invite(town, Role.COORDINATOR))
    assert wang.sees("您现在是协调员了")
    assert wang.keyboard == ["报一件事", "我的事", "待办", "求助"]
    await wang.starts(f"inv_{CODE}")
    assert not wang.sees("用过了")


async def test_an_invite_is_too_old_after_a_day(town: Town) -> None:
    lin = await town.person("小林")
    payload = await _invite(town, Role.COORDINATOR)
    await town.pass_time(hours=25)
    await lin.starts(payload)
    assert lin.sees("这个邀请链接过期了")
    assert not (await town.member(lin)).coordinates


async def test_a_forged_press_gives_nobody_a_right(town: Town) -> None:
    mei = await town.person("梅阿姨")
    card = mei.last()
    for data in (
        "ti:coordinator:",
        "ti:admin:",
        "tr:volunteer",
        "po:invite",
        "po:crews",
        "tm:阳光姐姐",
        "tp:1",
        "ty:1",
        "ph:x:y",
    ):
        before = len(mei.chat())
        press = await mei.presses_data(data, on=card)
        assert press.toast is not None, data
        assert press.toast.alert, data
        assert len(mei.chat()) == before, data
    assert not (await town.member(mei)).coordinates


async def test_everything_chosen_is_still_there_after_a_restart(town: Town) -> None:
    wang, lin = await town.coordinator(), await town.resident("小林")
    await lin.says("/join")
    await lin.presses(TEAM)
    await town.restart()
    await wang.presses("同意")
    assert lin.sees(f"「{TEAM}」同意了")


async def test_telegram_is_told_the_commands_and_a_refusal_is_no_disaster(town: Town) -> None:
    await publish_commands(town.linli.bot, command_lists())
    told = [one for one in town.sandbox.requests if one.method.lower() == "setmycommands"]
    assert [one.status for one in told] == [200] * 6
    town.sandbox.fault("setMyCommands", "500")
    await publish_commands(town.linli.bot, command_lists())
