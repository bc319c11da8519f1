"""The answer to a press: given once, after the commit, in time or not at all."""

from __future__ import annotations

import pytest

from bot.intake.incoming import TOO_LATE_S
from bot.sandbox import Message, Person
from bot.storage.machinery import InboxState
from tests.intake.desk import Desk


async def _message(desk: Desk, person: Person) -> Message:
    """Something of ours to press on."""
    await desk.bot.send_message(person.id, "按这里")
    return person.last()


async def test_a_press_is_answered_once_it_is_dealt_with(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    press = await mei.presses_data("好", on=await _message(desk, mei))
    await desk.works()
    assert press.toast is not None
    assert "toast-dropped" not in press.toast.text
    assert press.toast.text


async def test_a_hundred_presses_at_once_are_all_answered(desk: Desk) -> None:
    people = [await desk.person(f"{n}号邻居") for n in range(100)]
    presses = [await person.presses_data("好", on=await _message(desk, person)) for person in people]
    await desk.works()
    assert all(press.toast and press.toast.text for press in presses)


async def test_an_answer_of_an_attempt_that_was_rolled_back_is_never_given(desk: Desk) -> None:
    mei, chen = await desk.person("梅阿姨"), await desk.person("陈伯")
    good = await mei.presses_data("好", on=await _message(desk, mei))
    bad = await chen.presses_data("炸", on=await _message(desk, chen))
    await desk.works()
    assert good.toast is not None
    assert bad.toast is None
    assert len([r for r in desk.sandbox.requests if r.method == "answerCallbackQuery"]) == 1


async def test_a_press_that_succeeds_at_its_second_try_is_answered_then(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    press = await mei.presses_data("炸", on=await _message(desk, mei))
    await desk.works()
    desk.handlers.poison.clear()
    await desk.works_for(4)
    assert press.toast is not None


async def test_an_answer_that_would_come_too_late_is_not_given(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    press = await mei.presses_data("炸", on=await _message(desk, mei))
    await desk.works()
    desk.handlers.poison.clear()
    desk.clock.pass_seconds(TOO_LATE_S + 1)
    await desk.works()
    assert await desk.states() == [InboxState.DONE]
    assert press.toast is None


async def test_after_a_restart_old_presses_have_their_effect_and_no_answer(desk: Desk) -> None:
    """Nobody knows any more how long ago that was."""
    mei = await desk.person("梅阿姨")
    press = await mei.presses_data("炸", on=await _message(desk, mei))
    await desk.works()
    desk.handlers.poison.clear()
    await desk.open()
    await desk.works_for(4)
    assert await desk.states() == [InboxState.DONE]
    assert press.toast is None


@pytest.mark.parametrize("data", ["forged", "forged:1:2", "x" * 64])
async def test_a_press_that_no_handler_knows_is_answered_too(desk: Desk, data: str) -> None:
    mei = await desk.person("梅阿姨")
    press = await mei.presses_data(data, on=await _message(desk, mei))
    await desk.works()
    assert press.toast is not None


async def test_a_rules_no_is_an_alert_in_the_persons_language(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    async with desk.database.work() as uow:
        (await uow.members.by_telegram([mei.id]))[mei.id].language = "en"
    press = await mei.presses_data("不可以", on=await _message(desk, mei))
    await desk.works()
    assert press.toast is not None
    assert press.toast.alert
    assert press.toast.text.isascii() or "’" in press.toast.text


async def test_telegrams_refusal_of_an_answer_changes_nothing(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    desk.sandbox.fault("answerCallbackQuery", "500", times=3)
    await mei.presses_data("好", on=await _message(desk, mei))
    await desk.works()
    assert await desk.states() == [InboxState.DONE]
    assert await desk.done() == {"好"}
