"""Trouble on demand, each kind leaving behind what the real one would."""

from __future__ import annotations

import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut

from bot.sandbox import ConnectionLost, Person, Sandbox, SandboxRequest
from tests.sandbox.conftest import ask


@pytest.fixture
async def met(mei: Person) -> Person:
    await mei.starts()
    return mei


async def test_too_many_requests_and_inner_errors_are_answered_and_do_nothing(
    sandbox: Sandbox, met: Person
) -> None:
    sandbox.fault("sendMessage", "429", retry_after=7)
    sandbox.fault("*", "500", times=2)
    message = {"chat_id": met.id, "text": "您好"}
    status, body = await sandbox.call("sendMessage", message)
    assert (status, body["parameters"]) == (429, {"retry_after": 7})
    assert [(await sandbox.call("sendMessage", message))[0] for _ in range(3)] == [500, 500, 200]
    assert [said.text for said in met.chat()] == ["/start", "您好"]


async def test_a_lost_answer_means_it_was_done(sandbox: Sandbox, met: Person) -> None:
    sandbox.fault("sendMessage", "lost")
    with pytest.raises(ConnectionLost):
        await sandbox.call("sendMessage", {"chat_id": met.id, "text": "您好"})
    assert met.sees("您好")


@pytest.mark.parametrize(("kind", "error"), [("timeout", TimeoutError), ("down", ConnectionRefusedError)])
async def test_no_answer_and_no_connection_mean_it_was_not_done(
    sandbox: Sandbox, met: Person, kind: str, error: type[Exception]
) -> None:
    sandbox.fault("sendMessage", kind)
    with pytest.raises(error):
        await sandbox.call("sendMessage", {"chat_id": met.id, "text": "您好"})
    assert not met.sees("您好")


async def test_trouble_can_be_meant_for_one_chat(sandbox: Sandbox, met: Person, chen: Person) -> None:
    await chen.starts()
    sandbox.fault("sendMessage", "500", chat_id=met.id)
    await ask(sandbox, "sendMessage", chat_id=chen.id, text="您好")
    assert (await sandbox.call("sendMessage", {"chat_id": str(met.id), "text": "您好"}))[0] == 500


def test_trouble_of_an_unknown_kind_is_an_error_in_the_test_itself(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="is none of 429, 500, lost, timeout, down"):
        sandbox.fault("sendMessage", "earthquake")


async def test_through_ptb_each_becomes_the_error_a_network_would_give(sandbox: Sandbox, met: Person) -> None:
    async with Bot(sandbox.token, request=SandboxRequest(sandbox)) as bot:
        for kind, error in (
            ("429", RetryAfter),
            ("500", NetworkError),
            ("lost", NetworkError),
            ("timeout", TimedOut),
            ("down", NetworkError),
        ):
            sandbox.fault("sendMessage", kind)
            with pytest.raises(error):
                await bot.send_message(met.id, kind)
    assert [message.text for message in met.chat()] == ["/start", "lost"]


async def test_a_bot_that_tells_lost_from_refused_may_name_its_own_errors(
    sandbox: Sandbox, met: Person
) -> None:
    def failed(trouble: Exception) -> TelegramError:
        return TelegramError(f"my own {type(trouble).__name__}")

    async with Bot(sandbox.token, request=SandboxRequest(sandbox, failed=failed)) as bot:
        sandbox.fault("sendMessage", "down")
        with pytest.raises(TelegramError, match="my own ConnectionRefusedError"):
            await bot.send_message(met.id, "您好")
