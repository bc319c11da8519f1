"""Greetings and thanks: a fitting answer that says what can be done next."""

from __future__ import annotations

from bot.domain.member import Member
from bot.domain.triage import SmallTalk
from bot.storage.work import UnitOfWork

_ANSWERS = {
    SmallTalk.WHO: "small-talk-who",
    SmallTalk.THANKS: "small-talk-thanks",
    SmallTalk.FAREWELL: "small-talk-farewell",
    SmallTalk.WISHES: "small-talk-wishes",
    SmallTalk.GREETING: "small-talk-greeting",
    SmallTalk.AGREEMENT: "small-talk-agreement",
    SmallTalk.CHATTER: "small-talk",
}


async def answer_small_talk(uow: UnitOfWork, member: Member, said: SmallTalk) -> str:
    """What to answer. Who has a report lying unsent is told how to send it: 好的 sends nothing."""
    if said is not SmallTalk.WHO and await uow.drafts.open_of(member.id) is not None:
        return "small-talk-unsent"
    return _ANSWERS[said]
