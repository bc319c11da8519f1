"""代报: a report for somebody without Telegram. Who they are is kept apart from the words, and sealed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.draft import Draft
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.priority import Priority
from bot.domain.proxy import Proxy, Way
from bot.domain.rights import MINE, Verb, must
from bot.domain.triage.persons import Spoken, called, person_in
from bot.services.drafts import Words, take_words, understand_draft
from bot.storage.work import UnitOfWork

PERSON_WITHIN = timedelta(minutes=30)


async def report_for(uow: UnitOfWork, member: Member, words: Words, *, now: datetime, kin: int = 0) -> Draft:
    """One line: who, where and what. Raises RuleError for an empty one.

    `kin`: for that old person of their own, at home unless the line says where. Raises RuleError where that link
    does not hold.
    """
    if not words.text.strip() and not words.files:
        raise RuleError("no-empty-proxy")
    said, home = person_in(words.text, uow.playbook), Place()
    if kin:
        whom, home = await known_kin(uow, member, kin)
        said = Spoken(words.text, whom.name, whom.phone)
    draft = await take_words(uow, member, replace(words, text=said.text, forwarded=False), now=now, anew=True)
    await uow.dialogs.close(member.id or 0)
    await _speak_for(uow, draft, member, said, now)
    if home.building and not draft.building:
        draft.settle_at(home, now)
    return draft


async def take_whose(uow: UnitOfWork, draft: Draft, by: Member, *, own: bool, now: datetime) -> bool:
    """这是谁的事? 我自己的, or 替别人报; True where their name is asked for now.

    Raises RuleError when sent, dropped or not theirs.
    """
    _must_write(draft, by)
    draft.live()
    if own:
        draft.be_own(now)
        uow.touch(f"draft:{draft.id}")
        return False
    said = person_in(draft.text, uow.playbook)
    await _speak_for(uow, draft, by, said, now)
    if said.name is None:
        await ask_person(uow, draft, by, now=now)
    return said.name is None


async def ask_person(uow: UnitOfWork, draft: Draft, by: Member, *, now: datetime) -> None:
    """改称呼: their next message says who it is. Raises RuleError when sent, dropped, not theirs, or for nobody else."""
    _must_write(draft, by)
    draft.live()
    await uow.proxies.get(draft.proxy_id)
    await uow.dialogs.ask(by.id or 0, "proxy_person", draft.id or 0, until=now + PERSON_WITHIN)


async def name_person(
    uow: UnitOfWork, draft: Draft, by: Member, text: str, *, now: datetime, round_: int
) -> None:
    """Who it is: a name, and perhaps door and number. Raises RuleError without a name, and as `ask_person`."""
    _must_write(draft, by)
    draft.live()
    proxy = await uow.proxies.get(draft.proxy_id)
    said = called(text, uow.playbook)
    if said.name is None:
        raise RuleError("no-name-please")
    proxy.name_them(said.name, said.phone, now)
    draft.text = draft.text.replace(said.name, "").strip()
    if said.text:
        draft.text = f"{said.text} {draft.text}".strip()
        understand_draft(uow, draft, by)
    draft.last_at = draft.changed_at = now
    await uow.dialogs.close(by.id or 0)
    _show(uow, draft, by, now, round_)


async def choose_way(uow: UnitOfWork, draft: Draft, by: Member, way: str, *, now: datetime) -> None:
    """How they are told the result. Raises RuleError when sent, dropped or not theirs, and for a forged way."""
    _must_write(draft, by)
    draft.live()
    if way not in set(Way):
        raise RuleError("no-stale-button")
    proxy = await uow.proxies.get(draft.proxy_id)
    proxy.choose(Way(way), now)
    draft.changed_at = now
    uow.touch(f"draft:{draft.id}")


async def expect_line(uow: UnitOfWork, by: Member, *, now: datetime, kin: int = 0) -> None:
    """替别人报: their next message is for somebody else; `kin`: for that old person of their own.

    Raises RuleError for who may not report, and where that link does not hold (any more).
    """
    must(by, Verb.REPORT)
    if kin:
        await known_kin(uow, by, kin)
    await uow.dialogs.ask(by.id or 0, "proxy_line", kin, until=now + PERSON_WITHIN)


async def known_kin(uow: UnitOfWork, by: Member, link_id: int) -> tuple[Spoken, Place]:
    """Who that old person is and where they live, to their family. Raises RuleError where the link does not hold."""
    for link in await uow.kin.elders_of(by.id):
        if link.id == link_id:
            elder = await uow.members.find(link.elder_id)
            if elder is None:
                return Spoken("", link.name, link.phone), link.place
            return Spoken("", elder.name, elder.phone), elder.home
    raise RuleError("no-kin-over")


async def name_in_danger(
    uow: UnitOfWork, case_id: int | None, by: Member, said: Spoken, *, now: datetime
) -> None:
    """A danger told for somebody: filed at once, and who it is goes with it, once."""
    case = await uow.cases.find(case_id)
    if case is None or case.reporter_id != by.id or case.proxy_id is not None or by.id is None:
        return
    proxy = Proxy(by.id, said.name, said.phone, case_id=case.id, changed_at=now)
    uow.add(proxy)
    await uow.numbered()
    case.proxy_id, case.changed_at = proxy.id, now
    uow.touch_case(case)


async def _speak_for(uow: UnitOfWork, draft: Draft, by: Member, said: Spoken, now: datetime) -> None:
    proxy = await uow.proxies.find(draft.proxy_id)
    if proxy is None:
        proxy = Proxy(by.id or 0, said.name, said.phone, changed_at=now)
        uow.add(proxy)
        await uow.numbered()
    draft.speak_for(proxy.id or 0, said.text, now)
    understand_draft(uow, draft, by)
    uow.touch(f"draft:{draft.id}")


def _must_write(draft: Draft, by: Member) -> None:
    if draft.member_id != by.id:
        raise RuleError("no-not-your-draft")
    must(by, Verb.DRAFT, MINE)


def _show(uow: UnitOfWork, draft: Draft, by: Member, now: datetime, round_: int) -> None:
    """The preview anew at the bottom, where the name was written."""
    subject = f"draft:{draft.id}"
    uow.place(
        "draft", draft.id, by.telegram_id, subject=subject, now=now,
        priority=Priority.ANSWER, round_=round_,
    )  # fmt: skip
    uow.touch(subject)
