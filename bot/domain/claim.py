"""Who may take on a task."""

from __future__ import annotations

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.playbook import Playbook
from bot.domain.rights import Subject, Verb, must
from bot.domain.task import Task, TaskKind


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


def fewest_for(task: Task, playbook: Playbook) -> int:
    """How many must go together: 两人 where the category says so. Who keeps after a party may do so alone."""
    category = playbook.category(task.category)
    pair = category is not None and category.needs.pair and task.kind is TaskKind.DO
    return 2 if pair else 1
