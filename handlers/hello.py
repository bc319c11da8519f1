"""/hello 报平安: setting it up, 我很好, and the call to who does not answer. Whatever they say is a sign."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler, TypeHandler

from bot.intake.context import BotContext, turn_now
from bot.services.hello import agreeing, asking, calling
from bot.ui.buttons.hello import (
    EndHelloButton,
    HelloAnswerButton,
    HelloAwayButton,
    HelloForButton,
    HelloHourButton,
    HelloOffButton,
    HelloOthersButton,
    HelloWhomButton,
    TakeHelloButton,
    WellButton,
)
from bot.ui.menu import word_filter
from handlers.route import Route, on_button
from handlers.turning import turn

_ENDS = ("toast-hello-search", "toast-call-reached", "toast-call-back")


async def on_sign(update: Update, context: BotContext) -> None:
    """Anything said or pressed by somebody who is asked every day; what it means is another handler's to say."""
    context.turn.handled = False
    await asking.note_sign(context.uow, context.member, now=context.now)


class _Sign(TypeHandler[Update, BotContext, None]):
    """A message or press of somebody who is asked every day."""

    def check_update(self, update: object) -> bool:
        """Whether it is one."""
        member = turn_now.get().member
        said = isinstance(update, Update) and (update.effective_message is not None)
        return said and member is not None and member.says_hello


class _Well(MessageHandler[BotContext, None]):
    """我很好, written by somebody who is asked every day; from anybody else it is talk."""

    def check_update(self, update: object) -> Any:
        """Whether it is one."""
        member = turn_now.get().member
        return super().check_update(update) if member is not None and member.says_hello else None


async def on_hello(update: Update, context: BotContext) -> None:
    """/hello 报平安."""
    context.show("hello", context.member.id, f"member:{context.member.id}")


async def on_well_words(update: Update, context: BotContext) -> None:
    """我很好, in words."""
    context.say("hello-noted")


async def on_well(update: Update, context: BotContext) -> None:
    """我很好: `on_sign` has noted it already."""
    WellButton.of(update)
    context.toast("toast-well")


async def on_hour(update: Update, context: BotContext) -> None:
    """每天几点."""
    await agreeing.choose_hour(
        context.uow, HelloHourButton.of(update).minute, by=context.member, now=context.now
    )
    context.toast("toast-hello-on")


async def on_away(update: Update, context: BotContext) -> None:
    """出门几天, 我回来了."""
    days = HelloAwayButton.of(update).days
    await agreeing.go_away(context.uow, days, by=context.member, now=context.now)
    context.toast("toast-hello-away" if days else "toast-hello-back")


async def on_off(update: Update, context: BotContext) -> None:
    """不用问了."""
    HelloOffButton.of(update)
    await agreeing.stop_hello(context.uow, by=context.member, now=context.now)
    context.toast("toast-hello-off")


async def on_others(update: Update, context: BotContext) -> None:
    """帮别人设."""
    HelloOthersButton.of(update)
    await turn(update, context, "hello_others", context.member.id or 0, f"member:{context.member.id}")


async def on_whom(update: Update, context: BotContext) -> None:
    """For that person."""
    number = HelloWhomButton.of(update).member_id
    await agreeing.must_set_up(context.uow, number, context.member)
    await turn(update, context, "hello_for", number, f"member:{context.member.id}")


async def on_for(update: Update, context: BotContext) -> None:
    """At that hour: they are asked whether they want it."""
    button = HelloForButton.of(update)
    person = await agreeing.offer_hello(
        context.uow, button.member_id, button.minute, by=context.member, now=context.now
    )
    context.toast("toast-hello-offered", name=person.name)


async def on_answer(update: Update, context: BotContext) -> None:
    """好, 不用."""
    button = HelloAnswerButton.of(update)
    agree = button.agree == 1
    await agreeing.answer_offer(context.uow, button.hello_id, agree=agree, by=context.member, now=context.now)
    context.toast("toast-hello-on" if agree else "toast-hello-off")


async def on_take(update: Update, context: BotContext) -> None:
    """我来打."""
    day_id = TakeHelloButton.of(update).day_id
    await calling.take_hello_call(context.uow, day_id, by=context.member, now=context.now)
    context.toast("toast-call-taken")


async def on_end(update: Update, context: BotContext) -> None:
    """打通了, 没打通, 我打不了."""
    button, by = EndHelloButton.of(update), context.member
    if button.how == 2:
        await calling.give_back_call(context.uow, button.day_id, by=by, now=context.now)
    else:
        reached = button.how == 1
        await calling.end_hello_call(context.uow, button.day_id, reached=reached, by=by, now=context.now)
    context.toast(_ENDS[button.how] if button.how in (0, 1, 2) else "toast-call-back")


FIRST: list[Route] = [_Sign(Update, on_sign)]
"""Runs before all others, and lets them run too."""
ROUTES: list[Route] = [
    CommandHandler("hello", on_hello),
    MessageHandler(word_filter("words-hello"), on_hello),
    _Well(word_filter("words-well"), on_well_words),
    on_button(WellButton, on_well),
    on_button(HelloHourButton, on_hour),
    on_button(HelloAwayButton, on_away),
    on_button(HelloOffButton, on_off),
    on_button(HelloOthersButton, on_others),
    on_button(HelloWhomButton, on_whom),
    on_button(HelloForButton, on_for),
    on_button(HelloAnswerButton, on_answer),
    on_button(TakeHelloButton, on_take),
    on_button(EndHelloButton, on_end),
]
