"""The poster on a building's door: scanned by newcomers, neighbours, people who moved, and years later."""

from __future__ import annotations

import pytest

from bot.domain.door import door_payload
from bot.domain.place import Place
from tests.town import BUILDING, COMPOUND, Town

HERE = door_payload(Place(COMPOUND, BUILDING))
UNIT = door_payload(Place(COMPOUND, BUILDING, "2"))
THERE = Place("联发五缘湾1号", "2号楼", "1")
OLD = door_payload(Place("拆了的小区", "9号楼"))


async def test_a_newcomer_who_scans_the_poster_has_a_home_with_its_unit(town: Town) -> None:
    mei = town.sandbox.person("梅阿姨")
    await mei.starts(UNIT)
    assert mei.sees("您好，我是禾缘社区的 Linli 邻里")
    assert mei.sees(f"您家：{COMPOUND}{BUILDING}2单元")
    assert not mei.sees("您家在哪个小区")
    assert (await town.member(mei)).home == Place(COMPOUND, BUILDING, "2")


async def test_the_buildings_poster_leaves_unit_and_flat_as_they_are(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    for payload in (HERE, UNIT):
        await mei.starts(payload)
        assert (await town.member(mei)).home == Place(COMPOUND, BUILDING, "2", "1502")
        assert "您家" in mei.last().text


async def test_a_units_poster_adds_the_unit_to_a_building_already_known(town: Town) -> None:
    mei = await town.resident("梅阿姨", home=Place(COMPOUND, BUILDING))
    await mei.starts(UNIT)
    assert (await town.member(mei)).unit == "2"


async def test_who_lives_elsewhere_is_asked_before_anything_changes_also_over_a_restart(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.starts(door_payload(THERE))
    assert "您搬过来了吗" in mei.last().text
    assert (await town.member(mei)).home == Place(COMPOUND, BUILDING, "2", "1502")
    await town.restart()
    await mei.presses("搬到这里")
    assert (await town.member(mei)).home == THERE, "the flat stays behind with the old home"
    assert "您家：联发五缘湾1号2号楼1单元" in mei.last().text


async def test_who_only_passed_by_stays_at_home_and_the_question_is_gone(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.starts(door_payload(THERE))
    await mei.presses("没搬家")
    assert (await town.member(mei)).home == Place(COMPOUND, BUILDING, "2", "1502")
    assert f"您家：{COMPOUND}{BUILDING}" in mei.last().text
    assert not mei.sees("搬到这里")


async def test_another_unit_of_the_same_building_is_asked_about_too(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.starts(door_payload(Place(COMPOUND, BUILDING, "1")))
    await mei.presses("搬到这里")
    assert (await town.member(mei)).home == Place(COMPOUND, BUILDING, "1")


@pytest.mark.parametrize(
    ("code", "asks", "move", "old"),
    [
        ("zh-hans", "您搬过来了吗", "搬到这里", "这张海报旧了"),
        ("zh-hant", "您搬過來了嗎", "搬到這裡", "這張海報舊了"),
        ("en", "Have you moved there?", "Moved here", "This poster is an old one"),
    ],
)
async def test_it_speaks_all_three_languages(town: Town, code: str, asks: str, move: str, old: str) -> None:
    mei = await town.resident("梅阿姨", language=code)
    await mei.starts(OLD)
    assert mei.sees(old)
    await mei.starts(door_payload(THERE))
    assert asks in mei.last().text
    await mei.presses(move)
    assert (await town.member(mei)).home == THERE


async def test_an_old_poster_is_answered_kindly_with_buttons_to_choose_from(town: Town) -> None:
    mei = town.sandbox.person("梅阿姨")
    await mei.starts(OLD)
    assert mei.sees("这张海报旧了")
    await mei.presses(COMPOUND)
    await mei.presses(BUILDING)
    assert (await town.member(mei)).home == Place(COMPOUND, BUILDING)
    await mei.starts(OLD)
    assert mei.sees("您家没有变")


async def test_a_question_that_the_playbook_no_longer_knows_changes_nothing(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.starts(door_payload(THERE))
    question = mei.last()
    forged = "pm:" + OLD.removeprefix("d_")
    press = await mei.presses_data(forged, on=question)
    assert press.toast is not None
    assert "这栋楼我不认得" in press.toast.text
    await mei.presses("没搬家")
    stale = await mei.presses_data("ps", on=question)
    assert stale.toast is not None
    assert "旧了" in stale.toast.text
    assert (await town.member(mei)).building == BUILDING
