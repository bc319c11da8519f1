"""A request whose answer never came may have been carried out or not: what is sent again, and how marked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.errors import RuleError
from bot.domain.member import Role
from bot.domain.task import Task
from bot.sandbox import Person
from bot.storage.bodies import File
from bot.storage.machinery import PostState
from tests.delivery.office import Office
from tests.storage.stores import NOW

MARK = "可能发过一次"
OPEN_FATES = ["lost", "timeout", "500"]


@pytest.mark.parametrize("trouble", OPEN_FATES)
async def test_words_to_one_person_are_said_again_and_say_so(office: Office, trouble: str) -> None:
    mei = await office.person("梅阿姨")
    office.sandbox.fault("sendMessage", trouble)
    await office.says(mei.id, "有人在办")
    await office.delivers_for(5)
    said = [message.text for message in mei.chat() if "有人在办" in message.text]
    assert len(said) == (2 if trouble == "lost" else 1), "what was lost on the way back had arrived"
    assert MARK in said[-1]
    assert [post["state"] for post in await office.posts()] == [PostState.SENT]


async def test_what_never_left_is_sent_again_without_a_word_about_it(office: Office) -> None:
    mei = await office.person("梅阿姨")
    office.sandbox.fault("sendMessage", "down", times=3)
    await office.says(mei.id, "有人在办")
    await office.delivers_for(20)
    assert [message.text for message in mei.chat() if "有人在办" in message.text] == ["“有人在办”"]


async def test_an_edit_whose_answer_was_lost_is_made_again_and_that_it_changes_nothing_is_fine(
    office: Office,
) -> None:
    mei = await office.person("梅阿姨")
    await office.puts_up(mei.id)
    await office.delivers()
    await office.changes("有人在办")
    office.sandbox.fault("editMessageText", "lost")
    await office.delivers_for(8)
    assert len(office.calls("editMessageText")) == 2
    assert [message.text for message in mei.chat() if message.sender.is_bot] == ["“有人在办”"]
    [card] = await office.cards()
    assert (card["shown"], card["suspect"], card["attempts"]) == (card["wanted"], False, 0)


@pytest.mark.parametrize("trouble", OPEN_FATES)
async def test_a_card_whose_posting_is_in_doubt_is_posted_again_and_says_so(
    office: Office, trouble: str
) -> None:
    mei = await office.person("梅阿姨")
    group = await office.group(mei)
    office.sandbox.fault("sendMessage", trouble)
    await office.puts_up(group.id)
    await office.delivers_for(5)
    posted = [message for message in mei.chat(group) if message.sender.is_bot]
    assert len(posted) == (2 if trouble == "lost" else 1)
    assert MARK in posted[-1].text
    await office.changes("有人在办")
    await office.delivers_for(5)
    assert mei.last(group).text == "“有人在办”", "the mark is gone once the card has changed"
    assert len(mei.chat(group)) == len(posted)


async def test_a_notice_to_a_group_is_parked_and_never_sent_again_by_itself(office: Office) -> None:
    mei = await office.person("梅阿姨")
    group = await office.group(mei)
    office.sandbox.fault("sendMessage", "lost")
    await office.says(group.id, "明天停水")
    await office.delivers()
    for _ in range(24):
        office.clock.move(timedelta(hours=1))
        await office.dispatcher.recover(alone=True)
        await office.delivers()
    assert len(mei.chat(group)) == 1
    async with office.database.look() as uow:
        assert [(row.chat_id, row.state) for row in await uow.parked.every()] == [
            (group.id, PostState.UNKNOWN)
        ]


async def test_a_coordinator_has_a_parked_notice_sent_again_marked(office: Office) -> None:
    mei = await office.person("梅阿姨")
    group = await office.group(mei)
    office.sandbox.fault("sendMessage", "timeout")
    await office.says(group.id, "明天停水")
    await office.delivers()
    async with office.database.work() as uow:
        [parked] = await uow.parked.every()
        await uow.parked.resend(parked.id, office.clock.now())
    await office.delivers()
    [notice] = mei.chat(group)
    assert "明天停水" in notice.text
    assert MARK in notice.text


async def test_a_coordinator_says_that_a_parked_notice_has_arrived_and_it_is_settled_once(
    office: Office,
) -> None:
    mei = await office.person("梅阿姨")
    group = await office.group(mei)
    office.sandbox.fault("sendMessage", "lost")
    await office.says(group.id, "明天停水")
    await office.delivers()
    async with office.database.work() as uow:
        [parked] = await uow.parked.every()
        await uow.parked.arrived(parked.id, office.clock.now())
        with pytest.raises(RuleError):
            await uow.parked.resend(parked.id, office.clock.now())
    await office.delivers_for(5)
    assert len(mei.chat(group)) == 1


async def _holds(office: Office, holder: Person) -> Task:
    async with office.database.work() as uow:
        task = Task("爱禾缘志愿者", None, NOW)
        member = (await uow.members.by_telegram([holder.id]))[holder.id]
        assert member.id is not None
        task.claim(member.id, holder.name, NOW)
        uow.add(task)
        await uow.numbered()
    return task


async def _sends_photo(office: Office, to: Person, task: Task) -> None:
    [photo] = await to.sends("photo")
    assert photo.media is not None
    file = File("photo", photo.media.file_id)
    async with office.database.work() as uow:
        uow.send_file(to.id, file, dedupe="photo", now=NOW, holder_of=task.id, protect=True)
    office.sandbox.fault("sendPhoto", "lost")
    await office.delivers()


async def test_a_photo_is_sent_again_while_its_reader_still_holds_the_task(office: Office) -> None:
    volunteer = await office.person("小陈")
    await _sends_photo(office, volunteer, await _holds(office, volunteer))
    await office.delivers_for(5)
    first, again = office.calls("sendPhoto")
    assert "caption" not in first
    assert MARK in again["caption"]


async def test_a_photo_is_not_sent_again_to_somebody_who_no_longer_holds_the_task(office: Office) -> None:
    volunteer = await office.person("小陈")
    await office.person("王社工", role=Role.COORDINATOR)
    task = await _holds(office, volunteer)
    await _sends_photo(office, volunteer, task)
    async with office.database.work() as uow:
        held = await uow.tasks.get(task.id)
        held.release(held.active[0].member_id, NOW)
    await office.delivers_for(70, step=5)
    assert len(office.calls("sendPhoto")) == 1
    async with office.database.look() as uow:
        assert list(await uow.parked.every()) == [], "nobody has to decide anything about it"


async def test_a_message_to_be_taken_away_is_taken_away_however_often_the_answer_is_lost(
    office: Office,
) -> None:
    mei = await office.person("梅阿姨")
    await office.says(mei.id, "1502室")
    await office.delivers()
    office.sandbox.fault("deleteMessage", "lost", times=2)
    async with office.database.work() as uow:
        uow.delete_message(mei.id, mei.last().id, now=office.clock.now())
    await office.delivers_for(10)
    assert not mei.sees("1502室")
    assert [post["state"] for post in await office.posts()] == [PostState.SENT, PostState.SENT]


async def test_what_a_process_had_in_hand_when_it_died_is_taken_up_by_the_next(office: Office) -> None:
    mei = await office.person("梅阿姨")
    group = await office.group(mei)
    await office.says(mei.id, "给您的回话")
    await office.says(group.id, "明天停水")
    await office.puts_up(group.id)
    async with office.database.work() as uow:
        due = (await uow.leases.due(office.clock.now(), [], {}, 50, below=50)).due
        await uow.leases.take(due, "somebody dead", office.clock.now())
    office.dispatcher = office.new_dispatcher()
    await office.delivers_for(3)
    assert not mei.sees("给您的回话"), "it is another's until recover() says that they are dead"
    await office.dispatcher.recover(alone=True)
    await office.delivers()
    assert MARK in mei.last().text
    assert [MARK in message.text for message in mei.chat(group)] == [True]
    assert [post["state"] for post in await office.posts()] == [PostState.SENT, PostState.UNKNOWN]


async def _shows_first_what_it_shows_again(office: Office) -> Person:
    """A card that was changed and is to be changed back, as when a task is handed back and taken again."""
    mei = await office.person("梅阿姨")
    await office.changes("您去")
    await office.puts_up(mei.id)
    await office.delivers()
    office.clock.pass_seconds(5)
    await office.changes("已收走")
    return mei


async def test_an_edit_that_may_have_arrived_is_not_forgotten_when_the_card_is_changed_back(
    office: Office,
) -> None:
    mei = await _shows_first_what_it_shows_again(office)
    office.sandbox.fault("editMessageText", "lost")
    await office.delivers()
    assert mei.last().text == "“已收走”"
    await office.changes("您去")
    await office.delivers_for(8)
    assert mei.last().text == "“您去”"


async def test_nor_when_the_process_that_made_it_has_died(office: Office) -> None:
    mei = await _shows_first_what_it_shows_again(office)
    [card] = await office.cards()
    async with office.database.work() as uow:
        [due] = (await uow.leases.due(office.clock.now(), (), {}, 1, 99)).due
        await uow.leases.take([due], "of the dead", office.clock.now())
    await office.bot.edit_message_text("“已收走”", mei.id, card["message_id"])
    await office.changes("您去")
    office.dispatcher = office.new_dispatcher()
    await office.dispatcher.recover(alone=True)
    await office.delivers_for(8)
    assert mei.last().text == "“您去”"
