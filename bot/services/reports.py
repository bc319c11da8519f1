"""From words to a case: filing, adding, withdrawing, following."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.case import Addition, Attachment, Case
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.pages import list_of
from bot.domain.place import Place
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must
from bot.domain.triage import Understanding
from bot.services.emergencies.doors import need_nothing_at_door
from bot.services.following import tell_followers
from bot.services.routing import cancel_task, route_case, set_deadlines
from bot.services.telling import ask_to_tell
from bot.services.visits.arriving import call_for_arrival
from bot.storage.bodies import File
from bot.storage.work import UnitOfWork

_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Report:
    """What is to be filed. `origin`: chat and number of the message it was said in, if in a group."""

    text: str
    place: Place
    category: str | None
    sensitive: bool = False
    danger: str | None = None
    files: Sequence[File] = ()
    origin: tuple[int, int] | None = None
    media_group: str | None = None
    proxy_id: int | None = None

    @classmethod
    def understood(
        cls,
        heard: Understanding,
        place: Place,
        files: Sequence[File] = (),
        origin: tuple[int, int] | None = None,
        media_group: str | None = None,
    ) -> Report:
        """From what the sentence was understood to say."""
        return cls(
            heard.text, place, heard.category, heard.sensitive, heard.danger, files, origin, media_group
        )


async def file_report(
    uow: UnitOfWork, report: Report, reporter: Member | None, *, now: datetime, said_by: Member | None = None
) -> Case:
    """The case, on its way to who will do it: group card, receipt, task. Raises RuleError for an empty report.

    `said_by`: who asked for it where the reporter's own name is not to be kept.
    """
    if not report.text.strip() and not report.files:
        raise RuleError("no-empty-report")
    case = _case(uow, report, reporter, now)
    uow.add(case)
    if report.media_group:
        case.attachments.extend(await uow.cases.loose_parts(report.media_group))
    await uow.numbered()
    uow.record("case_reported", f"case:{case.id}", now=now, by=reporter.id if reporter else None)
    await route_case(uow, case, report.category, now=now)
    await call_for_arrival(uow, case, now=now)
    await show_in_group(uow, case, now=now)
    if reporter is not None and reporter.reachable and not _is_despair(uow, case):
        send_receipt(uow, case, reporter, now=now)
    elif reporter is None and said_by is not None and said_by.id is not None:
        await uow.cases.follow(case, said_by.id, now)
    return case


def _case(uow: UnitOfWork, report: Report, reporter: Member | None, now: datetime) -> Case:
    found = uow.playbook.category(report.category)
    case = Case(
        reporter.id if reporter else None,
        report.text,
        now,
        category=report.category,
        danger=report.danger,
        urgent=bool(report.danger or (found and found.urgent)),
        sensitive=report.sensitive or bool(found and found.sensitive),
        compound=report.place.compound,
        building=report.place.building,
        unit=report.place.unit,
        room=report.place.room,
        origin_chat_id=report.origin[0] if report.origin else None,
        origin_message_id=report.origin[1] if report.origin else None,
        media_group=report.media_group,
        proxy_id=report.proxy_id,
    )
    case.attachments = [Attachment(f.kind, f.file_id) for f in report.files]
    set_deadlines(uow, case)
    return case


def _is_despair(uow: UnitOfWork, case: Case) -> bool:
    """Whoever writes 轻生 or 家暴 is answered as a person, not with a number and a deadline."""
    danger = uow.playbook.danger(case.danger)
    return danger is not None and danger.private_only


def send_receipt(uow: UnitOfWork, case: Case, reporter: Member, *, now: datetime) -> None:
    """The receipt, a living card in the reporter's private chat."""
    uow.place(
        "receipt", case.id, reporter.telegram_id, subject=f"case:{case.id}", now=now, priority=Priority.ANSWER
    )


async def show_in_group(uow: UnitOfWork, case: Case, *, now: datetime) -> None:
    """One short card for the neighbours; none for a sensitive one; a list instead when there are too many an hour."""
    if case.sensitive or not case.building:
        return
    groups = {group.chat_id for group in await uow.chats.of_building(case.compound, case.building)}
    for chat_id in sorted(groups):
        lately = await uow.posts.cards_since("case", chat_id, now - _HOUR)
        if lately < uow.playbook.limits.cards_per_hour:
            uow.place("case", case.id, chat_id, subject=f"case:{case.id}", now=now)
        else:
            number = list_of(now)
            uow.place("case_list", number, chat_id, subject=f"case_list:{number}", now=now)


async def add_to_case(
    uow: UnitOfWork, case: Case, member: Member, text: str, files: Sequence[File], *, now: datetime
) -> None:
    """What the reporter (or a follower) adds joins the case; whoever has it in hand hears of it.

    Raises RuleError when the case is over or the person has nothing to do with it.
    """
    if not case.is_open:
        raise RuleError("no-case-over", no=case.number)
    follows = member.id != case.reporter_id and member.id in await uow.cases.followers(case.id)
    must(member, Verb.ADD, Subject.case(case, member, own=follows))
    if text and member.id is not None:
        case.additions.append(Addition(member.id, text, now))
    case.attachments.extend(Attachment(f.kind, f.file_id) for f in files)
    case.changed_at = now
    uow.touch_case(case)
    uow.record("case_added_to", f"case:{case.id}", now=now, by=member.id)
    await tell_holders(uow, case, text, files, now=now, mark=f"{len(case.additions)}.{len(case.attachments)}")


async def tell_holders(
    uow: UnitOfWork, case: Case, text: str, files: Sequence[File], *, now: datetime, mark: str
) -> None:
    """Who has the case in hand reads the news in private, while they hold it."""
    for task in await uow.tasks.live_of_case(case.id):
        uow.touch(f"task:{task.id}")
        people = await uow.members.many([h.member_id for h in task.active]) if task.active else {}
        for person in people.values():
            if not person.reachable:
                continue
            mine = f"news:{task.id}:{mark}:{person.id}"
            uow.say(
                person.telegram_id,
                "task-news",
                dedupe=mine,
                now=now,
                subject=f"task:{task.id}",
                no=task.number,
            )
            for n, file in enumerate(files):
                uow.send_file(
                    person.telegram_id,
                    file,
                    dedupe=f"{mine}:{n}",
                    now=now,
                    subject=f"held:{task.id}",
                    protect=True,
                    holder_of=task.id,
                )


async def withdraw_case(uow: UnitOfWork, case: Case, member: Member, *, now: datetime) -> None:
    """不用办了, by the reporter or a coordinator: whoever holds or follows it is told. Raises RuleError otherwise."""
    must(member, Verb.WITHDRAW, Subject.case(case, member))
    case.withdraw(now)
    for task in await uow.tasks.live_of_case(case.id):
        await cancel_task(uow, task, "task-withdrawn", now=now)
    await tell_followers(uow, case, "result-withdrawn", now=now)
    if member.id != case.reporter_id:
        await ask_to_tell(uow, case, now=now)
    await need_nothing_at_door(uow, case, member, now=now)
    uow.touch_case(case)
    uow.record("case_withdrawn", f"case:{case.id}", now=now, by=member.id)
