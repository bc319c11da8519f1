"""/visits: a coordinator sees who is looked after, pairs helpers and pauses visits, two people at a time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.sandbox import Person
from tests.journeys.seeing import buttons
from tests.services.rosters import bring, household
from tests.town import Town

pytestmark = pytest.mark.about_households


async def care_list(town: Town) -> Person:
    """A coordinator before the list of one household."""
    await bring(town.linli.database, "households", household("郑奶奶", "13800000001", kinds="独居"))
    wang = await town.coordinator()
    await wang.says("/visits")
    return wang


async def test_an_empty_list_says_what_to_do_next(town: Town) -> None:
    wang = await town.coordinator()
    await wang.says("探访")
    assert wang.sees("把住户名单")


async def test_the_list_names_who_is_due_and_that_nobody_is_paired(town: Town) -> None:
    wang = await care_list(town)
    assert wang.sees("郑奶奶：下次")
    assert wang.sees("没有结对的人")


async def test_a_resident_sees_no_list(town: Town) -> None:
    await care_list(town)
    mei = await town.resident("梅阿姨")
    await mei.says("/visits")
    assert not mei.sees("郑奶奶")


async def test_a_helper_is_paired_by_button_and_told(town: Town) -> None:
    lin = await town.volunteer("林伯", may_enter=True)
    await town.volunteer("小林")
    wang = await care_list(town)
    await wang.presses("3号楼 501 郑奶奶")
    await wang.presses("结对")
    assert not any("小林" in label for label in buttons(wang.last()))
    await wang.presses("林伯")
    assert wang.sees("结对：林伯")
    assert lin.sees("请您跟一户人家结对")
    await wang.presses("不再结对 林伯")
    assert wang.sees("还没有结对的人")


async def test_without_anybody_who_may_enter_the_coordinator_hears_how_to_get_there(town: Town) -> None:
    await town.volunteer("小林")
    wang = await care_list(town)
    await wang.presses("3号楼 501 郑奶奶")
    await wang.presses("结对")
    assert wang.sees("给队员记上【可入户】")


async def test_a_pause_takes_two_people_and_ends_by_itself(town: Town) -> None:
    li = await town.coordinator("李社工")
    wang = await care_list(town)
    await wang.presses("3号楼 501 郑奶奶")
    await wang.presses("暂停")
    await wang.presses("住院")
    assert wang.sees("要另一位点头")
    assert "是的" not in buttons(wang.last())
    await town.restart()
    await li.presses("是的")
    assert wang.sees("暂停探访（住院）")
    town.clock.move(timedelta(days=22))
    await town.pass_time(hours=1)
    await wang.says("/visits")
    await wang.presses("3号楼 501 郑奶奶")
    assert not wang.sees("暂停探访")


@pytest.mark.parametrize(("language", "words"), [("zh-hant", "探訪名單"), ("en", "Care list")])
async def test_the_list_speaks_the_readers_language(town: Town, language: str, words: str) -> None:
    await bring(town.linli.database, "households", household("郑奶奶", kinds="独居"))
    wang = await town.coordinator(language=language)
    await wang.says("/visits")
    assert wang.sees(words)
