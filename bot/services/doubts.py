"""What may be danger: whoever wrote it is asked, and who says yes is answered as anybody in danger is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.alarm import Alarm
from bot.domain.case import Case
from bot.domain.draft import Draft
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must
from bot.domain.triage import understand
from bot.services.alarms import hear_danger, raise_alarm
from bot.services.drafts import Words, take_words, writer_of
from bot.storage.bodies import File
from bot.storage.placements import Placements
from bot.storage.waits import leaves_lists
from bot.storage.work import UnitOfWork


async def take_report(uow: UnitOfWork, member: Member, words: Words, *, now: datetime) -> Draft:
    """As `take_words`; what is danger only together with what came a moment before is answered at once."""
    draft = await take_words(uow, member, words, now=now)
    if draft.danger is not None:
        await heed_draft(uow, draft, member, now=now)
    return draft


async def heed_draft(uow: UnitOfWork, draft: Draft, by: Member, *, now: datetime) -> Alarm:
    """有: the draft is a danger, filed and called out; by its writer, or a coordinator who was shown it.

    Raises RuleError when sent, dropped or not theirs.
    """
    writer = await writer_of(uow, draft, by)
    draft.live()
    heard = understand(draft.text, uow.playbook, writer.home)
    cry = next((danger.key for danger in uow.playbook.dangers if danger.cry), None)
    key = heard.danger or draft.perhaps or cry
    if key is None:
        raise RuleError("no-stale-button")
    alarm = await hear_danger(
        uow,
        replace(heard, danger=key),
        chat_id=writer.telegram_id,
        message_id=None,
        member=writer,
        in_group=False,
        place=draft.place if draft.asked_place or draft.proxy_id is not None else heard.place,
        files=[File(one.kind, one.file_id) for one in draft.attachments],
        now=now,
    )
    leaves_lists(uow, draft.shown_at, now=now)
    draft.send(now)
    draft.danger, draft.case_id = key, alarm.case_id
    await _keep_person(uow, draft, now)
    uow.touch(f"draft:{draft.id}")
    return alarm


async def calm_draft(uow: UnitOfWork, draft: Draft, by: Member, *, now: datetime) -> None:
    """没有: an ordinary draft. Raises RuleError when sent, dropped or not theirs."""
    await writer_of(uow, draft, by)
    draft.calm_down(now)
    uow.touch(f"draft:{draft.id}")


async def ask_about_case(uow: UnitOfWork, case: Case, member: Member, *, now: datetime) -> None:
    """Filed from a group at once, and perhaps a danger: its reporter is asked in private, once."""
    if member.reachable and case.id is not None:
        uow.place(
            "doubt",
            case.id,
            member.telegram_id,
            subject=f"case:{case.id}",
            now=now,
            priority=Priority.ANSWER,
        )


async def heed_case(uow: UnitOfWork, case_id: int, by: Member, *, now: datetime) -> Alarm:
    """有, of a case that is filed: the coordinators are called to it. Raises RuleError unless open and theirs."""
    case = await uow.cases.get(case_id, lock=True)
    must(by, Verb.ADD, Subject.case(case, by))
    known = await uow.alarms.of_case(case.id)
    if known is not None:
        return known
    if not case.is_open:
        raise RuleError("no-case-over", no=case.number)
    cry = next((danger.key for danger in uow.playbook.dangers if danger.cry), None)
    danger = uow.playbook.danger(understand(case.text, uow.playbook).perhaps or cry)
    if danger is None:
        raise RuleError("no-stale-button")
    case.danger, case.urgent, case.changed_at = danger.key, True, now
    case.sensitive = case.sensitive or danger.sensitive
    alarm = await raise_alarm(uow, danger, case, by, by.telegram_id, in_group=False, now=now)
    uow.place(
        "danger", alarm.id, by.telegram_id, subject=f"alarm:{alarm.id}", now=now, priority=Priority.DANGER
    )
    uow.touch_case(case)
    return alarm


async def calm_case(uow: UnitOfWork, case_id: int, by: Member, *, now: datetime) -> None:
    """没有, of a case that is filed: the question goes. Raises RuleError unless theirs."""
    case = await uow.cases.get(case_id)
    must(by, Verb.ADD, Subject.case(case, by))
    for message_id in await Placements(uow.session).take_down("doubt", by.telegram_id, now, ref=case_id):
        uow.delete_message(by.telegram_id, message_id, now=now)


async def _keep_person(uow: UnitOfWork, draft: Draft, now: datetime) -> None:
    """Whom it was written for goes with the case."""
    proxy, case = await uow.proxies.find(draft.proxy_id), await uow.cases.find(draft.case_id)
    if proxy is not None and case is not None and case.proxy_id is None:
        case.proxy_id, case.changed_at = proxy.id, now
        proxy.case_id, proxy.changed_at = case.id, now
