"""Setting 报平安 up, by oneself or with somebody's help; away for some days; off."""

from __future__ import annotations

from datetime import datetime, time

from bot.domain.errors import RuleError
from bot.domain.hello import DayState, Hello, HelloState
from bot.domain.hello.agreement import offered
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import MINE, Subject, Verb, must
from bot.storage.work import UnitOfWork

_HOUR = 60
_LONGEST_AWAY = 92


async def choose_hour(uow: UnitOfWork, minute: int, *, by: Member, now: datetime) -> Hello:
    """每天几点: begins 报平安, or moves it. `minute` of the day. Raises RuleError for what is no hour of ours."""
    must(by, Verb.HELLO, MINE)
    hour, book = _time(minute), uow.playbook
    hello = await uow.hellos.of(by.id)
    if hello is None:
        hello = offered(by.id or 0, hour, by.id or 0, book.hellos, now)
        uow.add(hello)
    hello.choose(hour, book.hellos, book.zone, now)
    await _switched(uow, hello, by, "hello_on", now)
    return hello


async def offer_hello(uow: UnitOfWork, member_id: int, minute: int, *, by: Member, now: datetime) -> Member:
    """Family or a coordinator sets it up with somebody, who is asked whether they want it.

    Raises RuleError for a stranger, for who cannot be reached, and while it is on.
    """
    person = await must_set_up(uow, member_id, by)
    if not person.reachable:
        raise RuleError("no-cannot-reach", name=person.name)
    hour, rules = _time(minute), uow.playbook.hellos
    hello = await uow.hellos.of(person.id)
    if hello is None:
        hello = offered(person.id or 0, hour, by.id or 0, rules, now)
        uow.add(hello)
    else:
        hello.offer(hour, by.id or 0, rules, now)
    await uow.numbered()
    uow.place(
        "hello_offer", hello.id, person.telegram_id, subject=f"member:{person.id}", now=now,
        priority=Priority.ANSWER, round_=int(now.timestamp()),
    )  # fmt: skip
    uow.touch(f"member:{person.id}")
    uow.record("hello_offered", f"member:{person.id}", now=now, by=by.id)
    return person


async def must_set_up(uow: UnitOfWork, member_id: int, by: Member) -> Member:
    """That person. Raises RuleError for who is neither their family nor a coordinator, and for nobody."""
    family = await uow.kin.family_of(member_id=member_id)
    must(by, Verb.HELLO_FOR, Subject(own=any(link.family_id == by.id for link in family)))
    person = await uow.members.find(member_id)
    if person is None or person.gone_at is not None:
        raise RuleError("no-stale-button")
    return person


async def answer_offer(uow: UnitOfWork, hello_id: int, *, agree: bool, by: Member, now: datetime) -> Hello:
    """好 or 不用, by the person themselves; whoever set it up is told. Raises RuleError for others, and once over."""
    hello = await uow.hellos.get(hello_id)
    must(by, Verb.HELLO, Subject(own=hello.member_id == by.id))
    if hello.state is not HelloState.OFFERED:
        raise RuleError("no-hello-over")
    if agree:
        hello.agree(uow.playbook.zone, now)
    else:
        hello.refuse(now)
    await _switched(uow, hello, by, "hello_on" if agree else "hello_off", now)
    other = await uow.members.find(hello.by_id)
    if other is not None and other.reachable and other.id != by.id:
        key = "hello-agreed" if agree else "hello-refused"
        dedupe = f"{key}:{hello.id}:{hello.version}"
        uow.say(other.telegram_id, key, dedupe=dedupe, now=now, name=by.name)
    return hello


async def stop_hello(uow: UnitOfWork, *, by: Member, now: datetime) -> None:
    """不用问了. Whatever is open about it ends. Raises RuleError when it is off."""
    must(by, Verb.HELLO, MINE)
    hello = await uow.hellos.of(by.id)
    if hello is None:
        raise RuleError("no-hello-over")
    hello.refuse(now)
    await end_open(uow, by.id or 0, DayState.ENDED, now, by_id=by.id)
    await _switched(uow, hello, by, "hello_off", now)


async def forget_hello(uow: UnitOfWork, member: Member, *, now: datetime) -> None:
    """They leave for good: nobody asks any more, and nobody is to phone."""
    hello = await uow.hellos.of(member.id)
    if hello is not None:
        if hello.state is not HelloState.OFF:
            hello.refuse(now)
        await end_open(uow, member.id or 0, DayState.ENDED, now)


async def go_away(uow: UnitOfWork, days: int, *, by: Member, now: datetime) -> None:
    """出门几天; 0: back again. Raises RuleError when it is off."""
    must(by, Verb.HELLO, MINE)
    hello = await uow.hellos.of(by.id)
    if hello is None or not 0 <= days <= _LONGEST_AWAY:
        raise RuleError("no-hello-over" if hello is None else "no-stale-button")
    hello.go_away(days, uow.playbook.zone, now)
    await _switched(uow, hello, by, "hello_away" if days else "hello_back", now)


async def end_open(
    uow: UnitOfWork, member_id: int, state: DayState, now: datetime, *, by_id: int | None = None
) -> list[DayState]:
    """All that was still open about somebody is over; in which states that was."""
    found = await uow.hellos.open_of(member_id)
    states = [day.state for day in found]
    for day in found:
        day.end(state, now, by_id=by_id)
        uow.touch(f"hello:{day.hello_id}")
    return states


async def _switched(uow: UnitOfWork, hello: Hello, by: Member, kind: str, now: datetime) -> None:
    by.says_hello, by.changed_at = hello.state is HelloState.ON, now
    await uow.numbered()
    uow.touch(f"member:{by.id}")
    uow.touch(f"hello:{hello.id}")
    uow.record(kind, f"member:{by.id}", now=now, by=by.id)


def _time(minute: int) -> time:
    if not 0 <= minute < 24 * _HOUR:
        raise RuleError("no-stale-button")
    return time(minute // _HOUR, minute % _HOUR)
