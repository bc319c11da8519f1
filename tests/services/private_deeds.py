"""The acts about people, families, visits and lists, and those that only show something: for the matrix of rights."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import CLOSED, REFUSAL, Verb
from bot.domain.visit import Found
from bot.services import exporting, floods, households, kin_asking, kinship, mydata, proofs, telling
from bot.services.emergencies import calling as emergencies
from bot.services.hello import agreeing, calling
from bot.services.importing import receiving
from bot.services.notices import replies
from bot.services.questions import answering
from bot.services.visits import beginning, knocking, pausing, promising
from bot.services.visits import calling as phoning
from bot.storage.work import UnitOfWork
from bot.ui.cards.results import stars
from bot.ui.i18n import words_for
from bot.ui.screen import Reader
from tests.services.cast import NOW
from tests.services.deeds import Deed
from tests.services.scene import CARED_FOR, DOOR, LATER, PAUSE, Scene


def _refused(by: Member, verb: Verb) -> RuleError:
    return RuleError(REFUSAL[verb] if by.active else CLOSED[by.access])


async def _stars(uow: UnitOfWork, by: Member, s: Scene) -> None:
    """The card is empty for who may not see it."""
    reader = Reader(by.telegram_id, words_for("zh-CN", uow.playbook.zone), NOW, uow.playbook, "linli_bot")
    if not by.active or await stars(uow, s.rated, reader) is None:
        raise _refused(by, Verb.STARS)


async def _paged(uow: UnitOfWork, by: Member, s: Scene) -> None:
    """Whoever is called when there is danger."""
    if by.id not in [one.id for one in await uow.members.reachable_coordinators()]:
        raise _refused(by, Verb.PAGE)


async def _unlimited(uow: UnitOfWork, by: Member, s: Scene) -> None:
    """One report more than the playbook lets people file."""
    book, none = uow.playbook, replace(uow.playbook.limits, reports=0)
    uow.playbook = replace(book, limits=none)
    try:
        if await floods.floods(uow, by, now=NOW):
            raise _refused(by, Verb.UNLIMITED)
    finally:
        uow.playbook = book


async def _roster(uow: UnitOfWork, by: Member, s: Scene) -> None:
    await receiving.offer_roster(uow, "名单.xlsx", "a file", 100, by=by, now=NOW, round_=1)


async def _pause(uow: UnitOfWork, by: Member, s: Scene) -> None:
    until = uow.playbook.day(NOW) + timedelta(days=9)
    await pausing.ask_pause(uow, CARED_FOR, "away", until, by=by, now=NOW)


async def _export(uow: UnitOfWork, by: Member, reason: str | None) -> None:
    await exporting.ask_export(uow, "cases", by=by, reason=reason, now=NOW, round_=1)


TELLINGS: dict[Verb, Deed] = {
    Verb.TELL: lambda u, by, s: telling.mark_told(u, s.proxy, by, now=NOW),
}
PROOFS: dict[Verb, Deed] = {
    Verb.GIVE_PROOF: lambda u, by, s: proofs.refuse_proof(u, s.proof, by, now=NOW),
}
KIN: dict[Verb, Deed] = {
    Verb.KIN_ANSWER: lambda u, by, s: kinship.answer(u, s.kin, by, agree=True, now=NOW),
    Verb.KIN_RECORD: lambda u, by, s: kinship.record_answer(
        u, s.kin_door, by, agree=True, shares=False, now=NOW
    ),
    Verb.KIN_SEND: lambda u, by, s: kin_asking.send_asker(u, s.kin_door, s.other, by=by, now=NOW),
    Verb.KIN_END: lambda u, by, s: kinship.end_link(u, s.kin_mine, by, now=NOW),
}
VISITS: dict[Verb, Deed] = {
    Verb.VISIT: lambda u, by, s: promising.claim_visit(u, s.visit, LATER, by=by, now=NOW),
    Verb.HOLD_VISIT: lambda u, by, s: promising.postpone_visit(u, s.visit_held, LATER, by=by, now=NOW),
}
CALLS: dict[Verb, Deed] = {
    Verb.CALL_AFTER: lambda u, by, s: phoning.take_call(u, s.call, by=by, now=NOW),
}
HELLOS: dict[Verb, Deed] = {
    Verb.HELLO: lambda u, by, s: agreeing.answer_offer(u, s.hello, agree=True, by=by, now=NOW),
    Verb.HELLO_FOR: lambda u, by, s: agreeing.offer_hello(u, s.asker, 480, by=by, now=NOW),
}
DAYS: dict[Verb, Deed] = {
    Verb.HELLO_CALL: lambda u, by, s: calling.take_hello_call(u, s.day, by=by, now=NOW),
}
ONCE: dict[Verb, Deed] = {
    Verb.SEARCH: lambda u, by, s: knocking.end_search(u, s.search, Found.AT_HOME, by=by, now=NOW),
    Verb.STARS: _stars,
    Verb.PAGE: _paged,
    Verb.UNLIMITED: _unlimited,
    Verb.OWN_DATA: lambda u, by, s: mydata.gather(u, by, now=NOW),
    Verb.KIN_ASK: lambda u, by, s: kinship.ask_for_elder(u, by, "child", now=NOW),
    Verb.PLAN_VISITS: _pause,
    Verb.SECOND_PAUSE: lambda u, by, s: pausing.answer_pause(u, PAUSE, agree=True, by=by, now=NOW),
    Verb.SEND_VISIT: lambda u, by, s: beginning.begin_event(u, CARED_FOR, "sudden", NOW, by=by, now=NOW),
    Verb.ANSWER_NOTICE: lambda u, by, s: answering.sign_up(u, s.notice, by, now=NOW),
    Verb.FILE_REPLY: lambda u, by, s: replies.file_reply(u, s.reply, by, now=NOW),
    Verb.EMERGENCY: lambda u, by, s: emergencies.lift_emergency(u, s.emergency, by, now=NOW),
    Verb.ROLL_CALL: lambda u, by, s: emergencies.look_at_board(u, s.emergency, by, now=NOW),
    Verb.HOUSEHOLD: lambda u, by, s: households.find_household(u, DOOR, by=by, now=NOW),
    Verb.IMPORT: _roster,
    Verb.EXPORT: lambda u, by, s: _export(u, by, None),
    Verb.EXPORT_FULL: lambda u, by, s: _export(u, by, "街道要"),
}
