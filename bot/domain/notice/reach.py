"""Who may tell a notice to whom, and whom it is for."""

from __future__ import annotations

from bot.domain.member import Member
from bot.domain.notice.audience import Audience, To, groups
from bot.domain.notice.notice import Notice
from bot.domain.place import Place
from bot.domain.rights import Subject, Verb, may, must, must_some


def must_reach(by: Member, audience: Audience) -> None:
    """Raises RuleError where somebody it is for is not theirs to tell."""
    must_some(by, Verb.POST)
    for target in audience:
        must(by, Verb.POST, Subject(place=target.place))


def may_reach(by: Member, audience: Audience) -> bool:
    """Would `must_reach` let them? Nobody may where it is for nobody."""
    return bool(audience) and all(may(by, Verb.POST, Subject(place=one.place)) for one in audience)


def is_for(notice: Notice, member: Member, tags: frozenset[str]) -> bool:
    """Is it for them: by where they live, their team, language, hat or `tags`? Or might they have sent it?"""
    teams = [place.team for place in member.teams if member.in_team(place.team)]
    named = {(To.LANGUAGE, member.language), *((To.HAT, str(role)) for role in member.roles)}
    named |= {(To.TAG, tag) for tag in tags}
    here = groups(notice.audience, member.home.public, None)
    crew = any(groups(notice.audience, Place(), team) for team in teams)
    private = any((one.to, one.name) in named for one in notice.audience)
    return here or crew or private or may_reach(member, notice.audience)
