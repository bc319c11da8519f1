"""Where nobody could be sure whether somebody is in danger, whoever wrote it is asked, once and in private."""

from __future__ import annotations

from tests.journeys.seeing import buttons
from tests.town import Town

UNSURE = "隔壁老人好几天没出门了"


async def test_who_writes_what_may_be_danger_is_asked_before_anything_else(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    await mei.says(UNSURE)
    card = mei.last()
    assert "有人有危险吗？" in card.text
    assert "120" in card.text
    assert "110" in card.text
    assert buttons(card) == ["有", "没有"]


async def test_yes_is_answered_as_danger_and_the_coordinators_are_called(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says(UNSURE)
    assert not wang.sees("🔴")
    await mei.presses("有")
    assert mei.sees("我不能替您报警")
    assert wang.sees("🔴")
    assert wang.sees(UNSURE)
    assert not any(label in ("有", "没有", "提交") for one in mei.chat() for label in buttons(one))
    await town.pass_time(hours=3)
    assert not mei.sees("还没交上来")


async def test_no_makes_it_an_ordinary_draft_and_is_not_asked_again(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says(UNSURE)
    await mei.presses("没有")
    assert "我记下的是" in mei.last().text
    await mei.says("就在我家对门")
    assert not mei.sees("有人有危险吗？")
    assert not wang.sees("🔴")
    await mei.presses("提交")
    assert mei.sees("收到了，编号 #1")


async def test_who_pressed_no_by_mistake_says_so_and_is_heard(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says(UNSURE)
    card = mei.last()
    yes = card.buttons[0][0].data
    await mei.presses("没有")
    assert yes
    await mei.presses_data(yes, on=mei.last())
    assert wang.sees("🔴")


async def test_a_question_left_unanswered_is_asked_again_and_shown_to_the_coordinators_with_the_reminder(
    town: Town,
) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says(UNSURE)
    await town.pass_time(minutes=10)
    assert sum("有人有危险吗？" in one.text for one in mei.chat()) == 1
    assert buttons(mei.last()) == ["有", "没有"]
    assert mei.sees("刚才问您的，还没等到您答")
    assert wang.sees("可能有人有危险")
    await wang.presses("有")
    assert wang.sees("🔴")
    assert mei.sees("我不能替您报警")


async def test_yes_after_a_restart_counts_and_a_second_press_is_told_so(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says(UNSURE)
    card = mei.last()
    yes = card.buttons[0][0].data
    assert yes
    await town.restart()
    await mei.presses("有")
    press = await mei.presses_data(yes, on=card)
    assert press.toast is not None
    assert sum("🔴" in one.text for one in wang.chat()) == 1


async def test_a_stranger_cannot_answer_for_whoever_wrote_it(town: Town) -> None:
    mei, lin, wang = await town.resident("梅阿姨"), await town.resident("林伯"), await town.coordinator()
    await lin.says("楼道灯不亮")
    await mei.says(UNSURE)
    yes = mei.last().buttons[0][0].data
    assert yes
    press = await lin.presses_data(yes, on=lin.last())
    assert press.toast is not None
    assert "别人写的" in press.toast.text
    assert not wang.sees("🔴")


async def test_what_is_danger_only_together_is_answered_at_once(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    await mei.says("我家煤气灶")
    await mei.says("头晕得很")
    assert mei.sees("我不能替您报警")
    assert wang.sees("🔴")
    await town.pass_time(hours=3)
    assert not mei.sees("还没交上来")


async def test_it_is_asked_in_each_language(town: Town, language: str) -> None:
    mei = await town.resident("梅阿姨", language=language)
    await mei.says(UNSURE)
    assert len(buttons(mei.last())) == 2
    assert "120" in mei.last().text


async def test_ordinary_matters_are_not_asked_about(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    for said in ("楼道灯不亮", "帮我搬两袋米", "电梯坏了", "垃圾没人收"):
        await mei.says(said)
        assert not mei.sees("有人有危险吗？"), said


async def test_said_in_the_group_it_is_filed_and_asked_about_in_private(town: Town) -> None:
    mei, wang = await town.resident("梅阿姨"), await town.coordinator()
    group = await town.building_group(mei)
    await mei.says(f"/report {UNSURE}", in_=group)
    assert not mei.sees("有人有危险吗？", in_=group)
    assert buttons(mei.last()) == ["有", "没有"]
    await town.restart()
    await mei.presses("有")
    assert mei.sees("我不能替您报警")
    assert not mei.sees("我不能替您报警", in_=group)
    assert wang.sees("🔴")
    async with town.linli.database.look() as uow:
        assert await uow.cases.find(2) is None
        assert (await uow.cases.get(1)).urgent


async def test_no_to_what_was_said_in_the_group_leaves_it_as_it_is(town: Town) -> None:
    mei, qiang, wang = await town.resident("梅阿姨"), await town.resident("阿强"), await town.coordinator()
    group = await town.building_group(mei, qiang)
    await mei.says(f"/report {UNSURE}", in_=group)
    card = mei.last()
    yes = card.buttons[0][0].data
    assert yes
    await qiang.says("/help")
    stranger = await qiang.presses_data(yes, on=qiang.last())
    assert stranger.toast is not None
    await mei.presses("没有")
    assert card.deleted
    assert mei.sees("收到了，编号 #1")
    assert not wang.sees("🔴")
