"""Drafts that lie about: an unpressed 提交 loses no report."""

from __future__ import annotations

from datetime import datetime

from bot.domain.priority import Priority
from bot.storage.placements import Placements
from bot.storage.work import UnitOfWork


async def remind_writers(uow: UnitOfWork, *, now: datetime) -> int:
    """Once each: a line, and the preview again at the bottom of the chat; how many were reminded."""
    lying = await uow.drafts.unreminded(now - uow.playbook.limits.draft_reminder)
    writers = await uow.members.many([draft.member_id for draft in lying]) if lying else {}
    for draft in lying:
        draft.reminded_at = now
        writer = writers[draft.member_id]
        if not writer.reachable:
            continue
        chat_id, subject = writer.telegram_id, f"draft:{draft.id}"
        for message_id in await Placements(uow.session).take_down("draft", chat_id, now, ref=draft.id):
            uow.delete_message(chat_id, message_id, now=now)
        said = f"draft-remind:{draft.id}"
        key = "draft-remind-danger" if draft.asks_danger else "draft-remind"
        uow.say(chat_id, key, dedupe=said, now=now, subject=subject, priority=Priority.CARD)
        uow.place("draft", draft.id, chat_id, subject=subject, now=now, priority=Priority.CARD, round_=1)
    return len(lying)


async def show_to_coordinators(uow: UnitOfWork, *, now: datetime) -> int:
    """Once each, to every coordinator who can be reached and may send it for its writer; how many it was.

    Where somebody may be in danger it is shown as soon as its writer is reminded. While nobody can be reached they wait.
    """
    people = await uow.members.reachable_coordinators()
    limits = uow.playbook.limits
    before = now - limits.draft_to_coordinator
    unsent = await uow.drafts.unshown(now - min(limits.draft_reminder, limits.draft_to_coordinator))
    lying = [draft for draft in unsent if draft.asks_danger or draft.last_at <= before] if people else []
    for draft in lying:
        draft.shown_at = now
        for person in people:
            if person.id != draft.member_id:
                uow.place("draft", draft.id, person.telegram_id, subject=f"draft:{draft.id}", now=now)
    return len(lying)
