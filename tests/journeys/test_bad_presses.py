"""Presses that mean nothing, come from nowhere, or are not for whoever makes them; commands in the wrong place."""

from __future__ import annotations

import pytest

from bot.domain.draft import DraftState
from tests.journeys.bad_input import LANGUAGES, cases, failed, mei_of, ours, said
from tests.town import Town


async def test_a_press_that_means_nothing_is_answered_in_the_persons_language(
    town: Town, language: str
) -> None:
    mei = await mei_of(town, language)
    await mei.says("3号楼2单元楼道灯不亮了")
    before = mei.last().text
    stale, unknown = said(town, language, "no-stale-button"), said(town, language, "no-such-task", no="99")
    for data in ("x", "", "cl:1:2:3:4", "cl:99", "☃" * 30, "x" * 500, "\x00"):
        press = await mei.presses_data(data, on=mei.last())
        assert press.toast is not None
        assert press.toast.text == (unknown if data == "cl:99" else stale)
    assert mei.last().text == before
    assert await failed(town) == []


async def test_a_press_on_a_message_that_is_gone_is_answered_too(town: Town, language: str) -> None:
    mei = await mei_of(town, language)
    await mei.says("3号楼2单元楼道灯不亮了")
    preview = mei.last()
    preview.deleted = True
    press = await mei.presses_data(preview.buttons[0][0].data or "", on=preview)
    assert press.toast is not None
    assert press.toast.text
    assert await failed(town) == []


@pytest.mark.parametrize(("label", "key"), [("认领", "no-not-in-team"), ("我也遇到了", "no-your-own-case")])
async def test_a_press_without_the_right_changes_nothing_and_says_why(
    town: Town, language: str, label: str, key: str
) -> None:
    mei, chen = await mei_of(town, language), await town.volunteer("陈姐")
    team, building = await town.team_group(chen, mei), await town.building_group(mei)
    await mei.says("/report 楼道灯不亮了", in_=building)
    group = team if label == "认领" else building
    press = await mei.presses(label, in_=group)
    assert press.toast is not None
    args = {"team": "x"} if key == "no-not-in-team" else {}
    start = said(town, language, key, **args).partition("x")[0]
    assert press.toast.text.startswith(start)
    assert press.toast.alert
    assert not [text for text in ours(group) if press.toast.text in text]


async def test_somebody_elses_draft_and_somebody_elses_case_cannot_be_touched(town: Town) -> None:
    mei, qiang = await mei_of(town), await town.resident("阿强")
    await mei.says("3号楼2单元楼道灯不亮了")
    await qiang.says("你好")
    for data in ("ds:1", "dd:1", "dk:1", "dl:1:0:1"):
        press = await qiang.presses_data(data, on=qiang.last())
        assert press.toast is not None
        assert press.toast.alert, data
    async with town.linli.database.look() as uow:
        draft = await uow.drafts.get(1)
    assert (draft.state, draft.sensitive) == (DraftState.OPEN, False)
    await mei.presses("提交")
    press = await qiang.presses_data("wd:1", on=qiang.last())
    assert press.toast is not None
    assert press.toast.alert
    assert [case.is_open for case in await cases(town)] == [True]


COMMANDS = [
    ("/bind 3号楼", False, "no-coordinators-only"),
    ("/bind 3号楼", True, "no-coordinators-only"),
    ("/todo", False, "no-coordinators-only"),
    ("/todo", True, "no-coordinators-only"),
    ("/whatever", False, "unknown-command"),
    ("/mine", True, None),
    ("/tasks", True, None),
    ("/rest", True, None),
    ("/lang", True, None),
    ("/invite", True, None),
]


async def test_a_command_in_the_wrong_chat_or_by_the_wrong_person_is_answered_in_private(
    town: Town, language: str
) -> None:
    mei = await mei_of(town, language)
    group = await town.building_group(mei)
    for command, in_group, key in COMMANDS:
        heard = len(mei.chat())
        await mei.says(command, in_=group if in_group else None)
        assert len(mei.chat()) > heard, command
        answer = mei.last()
        assert answer.sender.is_bot, command
        if key is not None:
            assert answer.text == said(town, language, key)
    assert ours(group) == []
    assert await failed(town) == []


async def test_a_coordinator_who_binds_in_private_is_told_where(town: Town, language: str) -> None:
    wang = await town.coordinator(language=LANGUAGES[language])
    await wang.says("/bind 3号楼")
    assert wang.last().text == said(town, language, "no-groups-only")
