"""A new coordinator or admin takes two people: who proposes, and a second one who agrees."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.proposal import Proposal
from bot.domain.rights import Verb, must
from bot.domain.role import OFFICES, Role
from bot.services.alerts import alert_coordinators
from bot.services.teams import offer_requests
from bot.storage.proposals import Proposals
from bot.storage.work import UnitOfWork


async def appoint(
    uow: UnitOfWork, member: Member, role: Role, by_id: int | None, *, now: datetime
) -> Proposal | None:
    """Who followed a link to an office gets it at once only while nobody holds one; else a second person is asked.

    `by_id`: who made the link, None for whoever runs the program. None when it was given at once.
    Raises RuleError when this person waits for the same already.
    """
    proposals = Proposals(uow.session)
    if by_id is None and not await proposals.count(*OFFICES):
        await _give(uow, member, role, now=now)
        return None
    if await proposals.for_member(member.id, role, now) is not None:
        raise RuleError("no-proposed-already")
    proposal = Proposal(role, member.id or 0, by_id, now, now + uow.playbook.people.second_within)
    uow.add(proposal)
    await uow.numbered()
    uow.record(
        "proposed_to_office", f"proposal:{proposal.id}", now=now, by=by_id, role=str(role), of=member.id
    )
    for person in await seconds_for(uow, proposal):
        uow.place("proposal", proposal.id, person.telegram_id, now=now, priority=Priority.ANSWER)
    return proposal


async def seconds_for(uow: UnitOfWork, proposal: Proposal) -> list[Member]:
    """Who may be the second person, and can be written to."""
    people = await Proposals(uow.session).holding(*uow.playbook.people.second)
    return [p for p in people if p.reachable and p.id not in (proposal.by_id, proposal.member_id)]


def must_second(uow: UnitOfWork, by: Member) -> None:
    """Raises RuleError unless the table of rights and the playbook let this person be the second one."""
    must(by, Verb.SECOND)
    if not by.roles & {*uow.playbook.people.second}:
        raise RuleError("no-not-a-second")


async def decide_proposal(
    uow: UnitOfWork, proposal_id: int, by: Member | None, *, agree: bool, now: datetime, round_: int
) -> Proposal:
    """同意 or 拒绝 by the second person (`by` None: whoever runs the program). Both sides are told.

    Raises RuleError for who may not, who proposed it, who is proposed, and once it is decided or too old.
    """
    if by is not None:
        must_second(uow, by)
    proposal = await Proposals(uow.session).get(proposal_id)
    proposal.decide(agree, by.id if by else None, now)
    member = await uow.members.get(proposal.member_id)
    if agree and not member.active:
        raise RuleError("no-proposal-over")
    uow.touch(f"proposal:{proposal.id}")
    kind = "office_agreed" if agree else "office_refused"
    uow.record(kind, f"proposal:{proposal.id}", now=now, by=proposal.second_id, of=member.id)
    if agree:
        await _give(uow, member, proposal.role, now=now)
        await offer_requests(uow, member, now=now, round_=round_)
    await _tell(uow, proposal, member, "agreed" if agree else "refused", now)
    return proposal


async def expire_proposals(uow: UnitOfWork, *, now: datetime) -> None:
    """What nobody answered in time is over, and both sides are told."""
    for proposal in await Proposals(uow.session).expired(now):
        proposal.expire(now)
        uow.touch(f"proposal:{proposal.id}")
        uow.record("office_expired", f"proposal:{proposal.id}", now=now)
        await _tell(uow, proposal, await uow.members.get(proposal.member_id), "expired", now)


async def _give(uow: UnitOfWork, member: Member, role: Role, *, now: datetime) -> None:
    await alert_coordinators(
        uow,
        "alert-new-admin" if role is Role.ADMIN else "alert-new-coordinator",
        dedupe=f"office:{role}:{member.id}:{int(now.timestamp())}",
        now=now,
        name=member.name,
    )
    member.grant(role, now)
    uow.touch(f"member:{member.id}")
    uow.record("office_given", f"member:{member.id}", now=now, role=str(role))


_CANDIDATE = {
    "agreed": "office-agreed",
    "refused": "office-refused",
    "expired": "office-expired",
}
_PROPOSER = {
    "agreed": "proposal-agreed",
    "refused": "proposal-refused",
    "expired": "proposal-expired",
}


async def _tell(uow: UnitOfWork, proposal: Proposal, member: Member, how: str, now: datetime) -> None:
    proposer = await uow.members.find(proposal.by_id)
    if member.reachable:
        dedupe = f"office:{proposal.id}:candidate"
        role = str(proposal.role)
        uow.say(member.telegram_id, _CANDIDATE[how], dedupe=dedupe, now=now, menu=True, role=role)
    if proposer is not None and proposer.reachable:
        dedupe = f"office:{proposal.id}:proposer"
        uow.say(proposer.telegram_id, _PROPOSER[how], dedupe=dedupe, now=now, name=member.name)
