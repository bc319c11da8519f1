"""Coming in, choosing home and language, finding one's way."""

from __future__ import annotations

import pytest

from bot.domain.place import Place
from bot.ui.commands import command_lists
from bot.wire.commands import publish_commands
from tests.town import BUILDING, COMPOUND, TEAM, Town


@pytest.mark.parametrize(
    ("code", "hello", "menu"),
    [
        ("zh-hans", "您好，我是禾缘社区的 Linli 邻里", ["报一件事", "我的事", "🆘 求助", "帮助"]),
        ("zh-hant", "您好，我是禾緣社區的 Linli 鄰里", ["報一件事", "我的事", "🆘 求助", "說明"]),
        ("en", "helper of Heyuan Community", ["Report something", "My reports", "🆘 SOS", "Help"]),
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
    assert qiang.sees("这张海报旧了")


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
    assert mei.keyboard == ["Report something", "My reports", "🆘 SOS", "Help"]
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


@pytest.mark.parametrize("language", ["zh-hans", "zh-hant", "en"])
async def test_every_button_of_every_keyboard_does_something(town: Town, language: str) -> None:
    people = [
        await town.resident("梅阿姨", language=language),
        await town.volunteer("陈姐", language=language),
        await town.coordinator(language=language),
    ]
    for person in people:
        await person.says("/help")
        assert len(person.keyboard) == 4
        for label in person.keyboard:
            await person.says(label)
            assert label not in person.last().text.split("\n")[0], "it was taken for a report"


async def test_the_button_for_a_report_asks_for_it_and_the_next_words_are_it(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.presses("报一件事")
    assert "您想反映什么事" in mei.last().text
    assert "/report" not in mei.last().text
    await mei.says("楼道灯不亮")
    assert "我记下的是：楼道灯不亮" in mei.last().text
    await mei.presses("提交")
    await mei.presses("我的事")
    assert "#1 楼道灯不亮" in mei.last().text


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


async def test_telegram_is_told_the_commands_and_a_refusal_is_no_disaster(town: Town) -> None:
    await publish_commands(town.linli.bot, command_lists())
    told = [one for one in town.sandbox.requests if one.method.lower() == "setmycommands"]
    assert [one.status for one in told] == [200] * 6
    town.sandbox.fault("setMyCommands", "500")
    await publish_commands(town.linli.bot, command_lists())
