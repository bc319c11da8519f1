"""Whatever comes in, the person gets a clear answer in their language, and nothing they said is lost."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.domain.case import Addition, Case
from bot.domain.chat import ChatState
from bot.domain.draft import DraftState
from bot.sandbox import Group, Person
from bot.storage.machinery import InboxState, inbox
from bot.ui.i18n import words_for
from tests.town import PLAYBOOK, Town

LANGUAGES = {"zh-CN": "zh-hans", "zh-TW": "zh-hant", "en": "en"}


def said(town: Town, language: str, key: str, **args: object) -> str:
    """A sentence as people of that language read it."""
    return words_for(language, PLAYBOOK.zone).at(town.clock.now()).plain(key, **args)


@pytest.fixture(params=list(LANGUAGES))
def language(request: pytest.FixtureRequest) -> str:
    """Each of ours."""
    return str(request.param)


async def _mei(town: Town, language: str = "zh-CN", *, started: bool = True) -> Person:
    return await town.resident("梅阿姨", language=LANGUAGES[language], started=started)


async def _cases(town: Town) -> list[Case]:
    async with town.linli.database.look() as uow:
        return list(await uow.session.scalars(select(Case)))


async def _failed(town: Town) -> list[InboxState]:
    """Updates that did not end well."""
    async with town.linli.database.look() as uow:
        bad = (InboxState.PENDING, InboxState.DEAD)
        return list(await uow.session.scalars(select(inbox.c.state).where(inbox.c.state.in_(bad))))


def _ours(group: Group) -> list[str]:
    ours = [message for message in group.messages if message.sender.username == "linli_bot"]
    return [message.text for message in ours if not message.deleted]


async def test_an_empty_report_in_a_group_is_answered_in_private(town: Town, language: str) -> None:
    mei = await _mei(town, language)
    group = await town.building_group(mei)
    await mei.says("/report", in_=group)
    assert mei.last().text == said(town, language, "no-empty-report")
    assert _ours(group) == []


async def test_an_empty_report_in_private_asks_what_it_is_about(town: Town, language: str) -> None:
    mei = await _mei(town, language)
    await mei.says("/report   ")
    assert mei.last().text == said(town, language, "report-asked")


async def test_who_cannot_be_answered_in_private_is_shown_the_way_there_once(town: Town) -> None:
    mei = await _mei(town, started=False)
    group = await town.building_group(mei)
    for command in ("/report", "/bind 3号楼", "/todo"):
        await mei.says(command, in_=group)
    assert _ours(group) == [said(town, "zh-CN", "group-help")]
    assert mei.last(group).buttons


async def test_ten_thousand_characters_in_private_are_one_report(town: Town) -> None:
    mei = await _mei(town)
    story = "".join(f"第{number}天楼道灯不亮。" for number in range(1000))[:10_000]
    await mei.says(story)
    await mei.presses("提交")
    [case] = await _cases(town)
    assert case.text.replace("\n", "") == story
    assert "编号 #1" in mei.last().text


async def test_ten_thousand_characters_in_a_group_are_one_report(town: Town) -> None:
    mei = await _mei(town)
    group = await town.building_group(mei)
    story = "".join(f"第{number}天楼道灯不亮。" for number in range(1000))[:10_000]
    await mei.says(f"/report {story}", in_=group)
    [case] = await _cases(town)
    whole = case.text + "".join(addition.text for addition in await _additions(town))
    assert whole.replace("\n", "") == story
    assert len([text for text in _ours(group) if "#1" in text]) == 1


async def _additions(town: Town) -> list[Addition]:
    async with town.linli.database.look() as uow:
        found = await uow.cases.get(1)
    return list(found.additions)


ODD = [
    "漏水 🛗👩‍👩‍👧‍👦🀄",
    "漏水 <b>很急</b> &amp; </i> <script>",
    "漏水 {{ $no }} { no } %s %(x)s",
    "漏水 _*`[急](http://x)",
    "漏水 \u200f\u202eמים\u202c\u2066",
    "漏水 \x00\x07\ufeff",
    "ㅤ漏水ㅤ",
    "漏水\n\n\n" * 50,
]
AS_WRITTEN = ("<b>很急</b>", "&amp;", "{{ $no }}", "[急](http://x)", "👩‍👩‍👧‍👦")


@pytest.mark.parametrize("private", [True, False])
async def test_odd_characters_are_kept_shown_as_they_are_and_break_nothing(town: Town, private: bool) -> None:
    mei = await _mei(town)
    group = await town.building_group(mei)
    for number, odd in enumerate(ODD, 1):
        await mei.says(odd if private else f"/report {odd}", in_=None if private else group)
        if private:
            await mei.presses("提交")
        assert f"编号 #{number}" in mei.last().text
        for visible in AS_WRITTEN:
            assert (visible in odd) == (visible in mei.last().text)
    assert all(case.text.startswith(("漏水", "ㅤ漏水")) for case in await _cases(town))
    assert await _failed(town) == []


async def test_a_name_with_markup_in_it_breaks_nothing(town: Town) -> None:
    chen = await town.volunteer("<b>陈\u202e姐</b> &")
    mei = await _mei(town)
    group = await town.team_group(chen)
    await mei.says("3号楼2单元楼道灯不亮了")
    await mei.presses("提交")
    await chen.presses("认领", in_=group)
    assert "<b>陈" in chen.last(group).text
    assert await _failed(town) == []


async def test_words_only_of_invisible_characters_are_an_empty_report(town: Town) -> None:
    mei = await _mei(town)
    group = await town.building_group(mei)
    await mei.says("/report \u200b\u2060\u200f", in_=group)
    assert await _cases(town) == []
    assert mei.last().text == said(town, "zh-CN", "no-empty-report")


async def test_a_press_that_means_nothing_is_answered_in_the_persons_language(
    town: Town, language: str
) -> None:
    mei = await _mei(town, language)
    await mei.says("3号楼2单元楼道灯不亮了")
    before = mei.last().text
    stale, unknown = said(town, language, "no-stale-button"), said(town, language, "no-such-task", no="99")
    for data in ("x", "", "cl:1:2:3:4", "cl:99", "☃" * 30, "x" * 500, "\x00"):
        press = await mei.presses_data(data, on=mei.last())
        assert press.toast is not None
        assert press.toast.text == (unknown if data == "cl:99" else stale)
    assert mei.last().text == before
    assert await _failed(town) == []


async def test_a_press_on_a_message_that_is_gone_is_answered_too(town: Town, language: str) -> None:
    mei = await _mei(town, language)
    await mei.says("3号楼2单元楼道灯不亮了")
    preview = mei.last()
    preview.deleted = True
    press = await mei.presses_data(preview.buttons[0][0].data or "", on=preview)
    assert press.toast is not None
    assert press.toast.text
    assert await _failed(town) == []


@pytest.mark.parametrize(("label", "key"), [("认领", "no-not-in-team"), ("我也遇到了", "no-your-own-case")])
async def test_a_press_without_the_right_changes_nothing_and_says_why(
    town: Town, language: str, label: str, key: str
) -> None:
    mei, chen = await _mei(town, language), await town.volunteer("陈姐")
    team, building = await town.team_group(chen, mei), await town.building_group(mei)
    await mei.says("/report 楼道灯不亮了", in_=building)
    group = team if label == "认领" else building
    press = await mei.presses(label, in_=group)
    assert press.toast is not None
    args = {"team": "x"} if key == "no-not-in-team" else {}
    start = said(town, language, key, **args).partition("x")[0]
    assert press.toast.text.startswith(start)
    assert press.toast.alert
    assert not [text for text in _ours(group) if press.toast.text in text]


async def test_somebody_elses_draft_and_somebody_elses_case_cannot_be_touched(town: Town) -> None:
    mei, qiang = await _mei(town), await town.resident("阿强")
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
    assert [case.is_open for case in await _cases(town)] == [True]


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
    mei = await _mei(town, language)
    group = await town.building_group(mei)
    for command, in_group, key in COMMANDS:
        heard = len(mei.chat())
        await mei.says(command, in_=group if in_group else None)
        assert len(mei.chat()) > heard, command
        answer = mei.last()
        assert answer.sender.is_bot, command
        if key is not None:
            assert answer.text == said(town, language, key)
    assert _ours(group) == []
    assert await _failed(town) == []


async def test_a_coordinator_who_binds_in_private_is_told_where(town: Town, language: str) -> None:
    wang = await town.coordinator(language=LANGUAGES[language])
    await wang.says("/bind 3号楼")
    assert wang.last().text == said(town, language, "no-groups-only")


async def test_an_update_nobody_can_read_is_kept_and_both_sides_hear_its_number(
    town: Town, language: str
) -> None:
    mei = await _mei(town, language)
    wang = await town.coordinator(language=LANGUAGES[language])
    sender = {"id": mei.id, "is_bot": False, "first_name": "梅阿姨"}
    message = {"message_id": 1, "chat": {"id": mei.id, "type": "private"}, "from": sender, "text": "没有日期"}
    town.sandbox.queue_raw({"message": message})
    await mei.says("3号楼2单元楼道灯不亮了")
    async with town.linli.database.look() as uow:
        reference = await uow.session.scalar(
            select(inbox.c.reference).where(inbox.c.state == InboxState.DEAD)
        )
    assert reference
    assert mei.sees(said(town, language, "sorry-it-failed", reference=reference))
    assert wang.sees(said(town, language, "alert-dead-update", reference=reference))
    assert mei.sees("楼道灯不亮"), "what came after it was handled"
    await wang.says("/todo")
    assert reference in wang.last().text


async def test_kinds_of_updates_nobody_knows_are_passed_over(town: Town) -> None:
    mei = await _mei(town)
    town.sandbox.queue_raw({"something_new": {"from": {"id": mei.id, "is_bot": False}, "text": "?"}})
    town.sandbox.queue_raw({})
    await mei.says("3号楼2单元楼道灯不亮了")
    assert mei.sees("楼道灯不亮")
    assert await _failed(town) == []


async def test_a_bot_that_is_removed_midway_goes_on_with_the_case(town: Town) -> None:
    mei, chen, wang = await _mei(town), await town.volunteer("陈姐"), await town.coordinator()
    group, team = await town.building_group(mei), await town.team_group(chen)
    await mei.says("/report 楼道灯不亮了", in_=group)
    await mei.removes_bot(group)
    await chen.presses("认领", in_=team)
    await chen.presses("办好了")
    assert any("已解决" in button.text for row in mei.last().buttons for button in row)
    assert wang.sees(group.title)
    async with town.linli.database.look() as uow:
        chat = await uow.chats.find(group.id)
    assert chat is not None
    assert chat.state is ChatState.GONE
    await mei.adds_bot(group, admin=True)
    assert mei.last(group).text != said(town, "zh-CN", "group-ask"), "it is still the building's"
    await mei.presses("已解决")
    assert mei.sees("修好了", in_=group)


async def test_a_card_somebody_deleted_comes_back_when_there_is_news(town: Town) -> None:
    mei, chen = await _mei(town), await town.volunteer("陈姐")
    group, team = await town.building_group(mei), await town.team_group(chen)
    await mei.says("/report 楼道灯不亮了", in_=group)
    mei.last(group).deleted = True
    chen.last(team).deleted = True
    assert not mei.sees("#1", in_=group)
    async with town.linli.database.work() as uow:
        uow.touch("task:1")
        (await uow.cases.get(1)).followers = 1
        uow.touch("case:1")
    await town.settle()
    assert mei.sees("#1", in_=group)
    await town.pass_time(minutes=1)
    assert await _failed(town) == []


async def test_an_anonymous_admins_report_is_filed_without_a_name(town: Town) -> None:
    mei = await _mei(town)
    group = await town.building_group(mei)
    await mei.says_anonymously("/report 楼道灯不亮了", in_=group)
    [case] = await _cases(town)
    assert case.reporter_id is None
    assert mei.sees("#1", in_=group)


async def test_an_anonymous_admin_has_no_authority_and_is_shown_the_way(town: Town) -> None:
    wang = await town.coordinator()
    group = town.sandbox.group("还没绑定的群", wang)
    await wang.says_anonymously("/bind 3号楼", in_=group)
    assert _ours(group) == [said(town, "zh-CN", "group-help")]
    async with town.linli.database.look() as uow:
        assert not await uow.chats.bound()


async def test_what_an_anonymous_admin_says_to_neighbours_is_not_answered(town: Town) -> None:
    mei = await _mei(town)
    group = await town.building_group(mei)
    await mei.says("/report 楼道灯不亮了", in_=group)
    before = _ours(group)
    await mei.says_anonymously("大家早上好", in_=group)
    assert _ours(group) == before


async def test_a_channels_post_is_not_ours(town: Town) -> None:
    post = {"message_id": 1, "date": 1, "chat": {"id": -1_009, "type": "channel", "title": "新闻"}}
    town.sandbox.queue_raw({"channel_post": {**post, "text": "/report 着火了"}})
    await town.settle()
    assert await _cases(town) == []
    async with town.linli.database.look() as uow:
        assert (await uow.session.scalars(select(inbox.c.id))).all() == []
