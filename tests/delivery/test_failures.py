"""Every no that Telegram says is answered with the right next step."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable
from datetime import UTC, datetime, timedelta

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.clock import Clock
from bot.delivery.failures import Outcome, Scope, Verdict, judge
from bot.sandbox import Group, Person, Sandbox, SandboxRequest
from bot.wire.errors import AnswerTimedOut, AnswerTooLarge, FateUnknown, FileTooLarge, NotSent
from bot.wire.telegram import WireBot, api_urls, make_bot


@pytest.fixture
def clock() -> Clock:
    """Stands still."""
    return Clock(datetime(2026, 6, 1, 4, 0, tzinfo=UTC))


@pytest.fixture
def sandbox(clock: Clock) -> Sandbox:
    """A stand-in Telegram that refuses as Telegram does."""
    return Sandbox(now=clock.now, monotonic=clock.monotonic)


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[WireBot]:
    """Its bot."""
    request = SandboxRequest(sandbox)
    async with make_bot(sandbox.token, request, request, *api_urls("http://sandbox")) as opened:
        yield opened


@pytest.fixture
def mei(sandbox: Sandbox) -> Person:
    """A resident who has not pressed Start."""
    return sandbox.person("小梅")


@pytest.fixture
def building(sandbox: Sandbox, mei: Person) -> Group:
    """A building's group."""
    return sandbox.group("3号楼", mei, supergroup=False)


async def verdict_of(call: Awaitable[object], *, to_chat: bool = True) -> Verdict:
    """What to do about a call that is refused."""
    try:
        await call
    except Exception as error:
        return judge(error, to_chat=to_chat)
    raise AssertionError("it went through")


async def test_an_edit_that_changes_nothing_is_a_success(bot: WireBot, building: Group) -> None:
    card = await bot.send_message(building.id, "待认领")
    verdict = await verdict_of(bot.edit_message_text("待认领", building.id, card.message_id))
    assert verdict.outcome is Outcome.SENT_ALREADY


async def test_a_card_somebody_deleted_is_gone_to_be_posted_anew(
    bot: WireBot, sandbox: Sandbox, mei: Person
) -> None:
    building = sandbox.group("3号楼", mei, bot_admin=True)
    card = await bot.send_message(building.id, "待认领")
    await bot.delete_message(building.id, card.message_id)
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("认领", callback_data="x")]])
    for call in (
        bot.edit_message_text("有人在办", building.id, card.message_id),
        bot.edit_message_reply_markup(building.id, card.message_id, reply_markup=keyboard),
        bot.delete_message(building.id, card.message_id),
        bot.pin_chat_message(building.id, card.message_id),
    ):
        assert (await verdict_of(call)).outcome is Outcome.GONE


async def test_a_message_too_old_to_be_taken_back_is_told_to_a_person(
    bot: WireBot, mei: Person, clock: Clock
) -> None:
    await mei.starts()
    private = await bot.send_message(mei.id, "1502")
    clock.move(timedelta(hours=49))
    verdict = await verdict_of(bot.delete_message(mei.id, private.message_id))
    assert verdict.outcome is Outcome.REFUSED
    assert "can't be deleted" in verdict.why


async def test_a_person_who_never_pressed_start_or_blocked_us_is_marked(bot: WireBot, mei: Person) -> None:
    assert (await verdict_of(bot.send_message(mei.id, "您好"))).outcome is Outcome.BLOCKED
    await mei.starts()
    mei.blocks()
    assert (await verdict_of(bot.send_message(mei.id, "您好"))).outcome is Outcome.BLOCKED
    assert (await verdict_of(bot.send_message(999, "您好"))).outcome is Outcome.BLOCKED


async def test_a_group_that_put_us_out_is_marked(bot: WireBot, mei: Person, building: Group) -> None:
    await mei.removes_bot(building)
    assert (await verdict_of(bot.send_message(building.id, "您好"))).outcome is Outcome.BLOCKED


async def test_a_group_that_moved_is_followed(bot: WireBot, building: Group) -> None:
    old = building.id
    building.migrates()
    verdict = await verdict_of(bot.send_message(old, "您好"))
    assert (verdict.outcome, verdict.new_chat_id) == (Outcome.MOVED, building.id)


async def test_too_fast_in_a_group_is_the_groups_to_wait_for(bot: WireBot, building: Group) -> None:
    for n in range(20):
        await bot.send_message(building.id, str(n))
    verdict = await verdict_of(bot.send_message(building.id, "21"))
    assert (verdict.outcome, verdict.scope) == (Outcome.WAIT, Scope.CHAT)
    assert 55 < verdict.seconds <= 61


async def test_too_fast_without_a_chat_is_the_bots_to_wait_for(bot: WireBot, sandbox: Sandbox) -> None:
    sandbox.fault("getMe", "429", retry_after=9)
    verdict = await verdict_of(bot.get_me(), to_chat=False)
    assert (verdict.outcome, verdict.seconds, verdict.scope) == (Outcome.WAIT, 9.0, Scope.BOT)


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [(kind, Outcome.UNKNOWN) for kind in ("500", "lost", "timeout")] + [("down", Outcome.NOT_SENT)],
)
async def test_what_may_have_arrived_is_told_from_what_did_not(
    bot: WireBot, sandbox: Sandbox, building: Group, fault: str, outcome: Outcome
) -> None:
    sandbox.fault("sendMessage", fault)
    assert (await verdict_of(bot.send_message(building.id, "您好"))).outcome is outcome


async def test_what_telegram_will_never_take_is_parked_with_its_reason(bot: WireBot, building: Group) -> None:
    far = InlineKeyboardMarkup([[InlineKeyboardButton("认领", callback_data="x" * 65)]])
    for call, reason in (
        (bot.send_message(building.id, "长" * 4097), "Message is too long"),
        (bot.send_message(building.id, "<b>", parse_mode="HTML"), "Can't parse entities"),
        (bot.send_message(building.id, " "), "text must be non-empty"),
        (bot.send_message(building.id, "好", reply_markup=far), "Button_data_invalid"),
        (bot.do_api_request("noSuchMethod"), "not found"),
    ):
        verdict = await verdict_of(call)
        assert verdict.outcome is Outcome.REFUSED
        assert reason.casefold() in verdict.why.casefold()


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (NotSent("no route"), Outcome.NOT_SENT),
        (FateUnknown("?"), Outcome.UNKNOWN),
        (AnswerTimedOut("?"), Outcome.UNKNOWN),
        (AnswerTooLarge("?"), Outcome.UNKNOWN),
        (TimedOut(), Outcome.UNKNOWN),
        (NetworkError("Bad Gateway"), Outcome.UNKNOWN),
        (TelegramError("Invalid server response"), Outcome.UNKNOWN),
        (NetworkError("Request Entity Too Large"), Outcome.REFUSED),
        (FileTooLarge("too large"), Outcome.REFUSED),
        (RetryAfter(3), Outcome.WAIT),
        (RetryAfter(timedelta(seconds=3)), Outcome.WAIT),
        (ChatMigrated(-1), Outcome.MOVED),
        (Forbidden("Forbidden: user is deactivated"), Outcome.BLOCKED),
        (BadRequest("Bad Request: PEER_ID_INVALID"), Outcome.BLOCKED),
        (BadRequest("Bad Request: group chat was deactivated"), Outcome.BLOCKED),
        (BadRequest("Bad Request: not enough rights to send text messages to the chat"), Outcome.BLOCKED),
        (BadRequest("Bad Request: not enough rights to manage pinned messages"), Outcome.REFUSED),
        (BadRequest("Bad Request: message can't be edited"), Outcome.GONE),
        (InvalidToken("Unauthorized"), Outcome.WAIT),
        (InvalidToken("Not Found"), Outcome.REFUSED),
        (EndPointNotFound("Endpoint 'x' not found in Bot API"), Outcome.REFUSED),
        (KeyError("result"), Outcome.REFUSED),
    ],
)
def test_every_kind_of_error_has_one_next_step(error: Exception, outcome: Outcome) -> None:
    assert judge(error).outcome is outcome


def test_a_token_taken_back_rests_the_bot_rather_than_refusing_every_post() -> None:
    verdict = judge(InvalidToken("Unauthorized"))
    assert (verdict.scope, verdict.seconds) == (Scope.BOT, 60.0)


def test_a_mistake_of_ours_is_named_by_its_kind_and_not_by_what_it_held() -> None:
    assert judge(ValueError("陈奶奶 1502")).why == "ValueError"
