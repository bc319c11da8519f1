"""Household codes: handed out by a coordinator, followed or typed by whoever lives there."""

from __future__ import annotations

import re

import pytest

from bot.domain.place import Place
from tests.services.rosters import HERE, bring, household
from tests.town import Town

pytestmark = pytest.mark.about_households

HOME = Place(HERE, "3号楼", "1", "501")


async def _handed_out(town: Town) -> tuple[str, str]:
    """A code and its link, by button."""
    await bring(town.linli.database, "households", household("住户甲", "13800000001", kinds="独居"))
    wang = await town.coordinator()
    await wang.says(f"/code {HERE}3号楼1单元501")
    assert wang.sees("住户甲（独居")
    await wang.presses("发住户码")
    said = wang.last().text
    code, link = re.search(r"\w{4}-\w{4}", said), re.search(r"https://\S+", said)
    assert code is not None
    assert link is not None
    return code.group(), link.group()


async def test_the_link_tells_where_somebody_lives_and_asks_nothing(town: Town) -> None:
    _, link = await _handed_out(town)
    mei = town.sandbox.person("梅阿姨")
    await mei.follows(link)
    assert mei.sees("对上了，谢谢您")
    assert (await town.member(mei)).home == HOME


async def test_the_code_may_be_typed_however_it_comes(town: Town) -> None:
    code, link = await _handed_out(town)
    mei = await town.person("梅阿姨")
    await mei.says(f" {code.lower().replace('-', ' ')} ")
    assert (await town.member(mei)).home == HOME
    chen = await town.person("陈姐")
    await chen.says(code)
    assert chen.sees("这个码用过了")
    await chen.follows(link)
    assert (await town.member(chen)).home == Place()


async def test_a_wrong_code_is_said_to_be_wrong_and_an_ordinary_word_is_no_code(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says("ABCD-2345")
    assert mei.sees("没有这个码")
    await mei.says("elevator")
    assert not mei.sees("试了好几次")


async def test_somebody_without_the_right_learns_of_no_household(town: Town) -> None:
    await bring(town.linli.database, "households", household("住户甲"))
    mei = await town.resident("梅阿姨")
    await mei.says(f"/code {HERE}3号楼1单元501")
    assert not mei.sees("住户甲")


async def test_an_unknown_door_is_said_to_be_unknown(town: Town) -> None:
    wang = await town.coordinator()
    await wang.says(f"/code {HERE}3号楼1单元999")
    assert wang.sees("这一户没有登记")
