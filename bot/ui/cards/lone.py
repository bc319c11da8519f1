"""A visit made alone: 还好吗? to who is there, and the call to the buddy and the coordinators."""

from __future__ import annotations

from bot.storage.watches import Watches
from bot.storage.work import UnitOfWork
from bot.ui.buttons.lone import EndLoneButton, LoneAnswerButton, LoneBackButton, TakeLoneButton
from bot.ui.cards.status import place_line
from bot.ui.i18n import Markup
from bot.ui.phones import dialable
from bot.ui.screen import Reader, Rows, Screen


async def lone(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For who is there."""
    watch = await Watches(uow.session).get(ref)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or person.id != watch.member_id:
        return None
    if watch.is_over:
        return Screen(reader.words("lone-over"))
    words = reader.words
    if watch.taken_by is not None:
        text = words("lone-coming", name=watch.taken_name)
    elif watch.calling:
        police = next((one.number for one in reader.playbook.dial if one.key == "police"), "")
        text = words("lone-calling", police=police)
    elif watch.asked:
        text = words("lone-ask")
    else:
        text = words("lone-on", at=watch.next_at)
    rows: Rows = []
    if watch.asked or watch.calling:
        rows.append([reader.key("button-lone-well", LoneAnswerButton(ref, 1))])
    if not watch.calling:
        rows.append([reader.key("button-lone-need", LoneAnswerButton(ref, 0))])
    return Screen(text, [*rows, [reader.key("button-lone-end", EndLoneButton(ref))]])


async def lone_call(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Who says nothing, or needs somebody; the door and the number for who takes it alone."""
    watch = await Watches(uow.session).get(ref)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None:
        return None
    holder, words = await uow.members.find(watch.member_id), reader.words
    name = holder.name if holder else ""
    if watch.is_over or not watch.calling:
        return Screen(words("lone-well-told", name=name))
    if watch.taken_by not in (None, person.id):
        return Screen(words("search-taken", name=watch.taken_name))
    [home] = await uow.households.many([watch.household_id])
    mine = watch.taken_by == person.id
    place = place_line(home.place if mine else home.place.public, reader)
    key = "lone-needs" if watch.needs else "lone-silent"
    lines = [words(key, name=name, place=place, at=watch.started_at)]
    if not mine:
        return Screen(Markup(lines[0]), [[reader.key("button-search-take", TakeLoneButton(ref))]])
    if holder is not None and holder.phone:
        lines.append(words("visit-phone", name=name, phone=dialable(holder.phone)))
    lines.append(words("lone-yours"))
    rows = [
        [reader.key("button-lone-safe", EndLoneButton(ref))],
        [reader.key("button-release", LoneBackButton(ref))],
    ]
    return Screen(Markup("\n".join(lines)), rows, protect=True)
