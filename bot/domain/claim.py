"""Who may take on a task."""

from __future__ import annotations

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, must
from bot.domain.task import Task


def check_claim(task: Task, member: Member, holding_now: int, cap: int) -> None:
    """Raises RuleError unless this person may claim this task.

    `holding_now`: how many live tasks they hold; `cap`: how many they may (playbook). Having pressed 休息 or a private
    chat that does not work stand in the way, and so does what the category needs: 持证, 可入户.
    """
    must(member, Verb.CLAIM, Subject(team=task.team))
    place = member.in_team(task.team)
    if member.resting:
        raise RuleError("no-resting")
    if holding_now >= cap:
        raise RuleError("no-hands-full", count=cap)
    if task.needs_certified and not (place and place.certified):
        raise RuleError("no-needs-certified")
    if task.needs_entry and not (place and place.may_enter):
        raise RuleError("no-needs-entry")
