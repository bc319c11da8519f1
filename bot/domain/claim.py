"""Who may take on a task."""

from __future__ import annotations

from datetime import date

from bot.domain.errors import RuleError
from bot.domain.marks import CERTIFIED, MAY_ENTER, STRONG, lacking
from bot.domain.member import Member
from bot.domain.playbook import Playbook
from bot.domain.rights import Subject, Verb, must
from bot.domain.task import Task, TaskKind

_REFUSED = {
    CERTIFIED: "no-needs-certified",
    MAY_ENTER: "no-needs-entry",
    STRONG: "no-needs-strong",
}


def check_claim(task: Task, member: Member, holding_now: int, cap: int, playbook: Playbook, on: date) -> None:
    """Raises RuleError unless this person may claim this task.

    `holding_now`: how many live tasks they hold; `cap`: how many they may (playbook); `on`: the community's day. Having
    pressed 休息 stands in the way, and so does what the category needs: 持证, 可入户, 力气, a language.
    """
    must(member, Verb.CLAIM, Subject(team=task.team))
    place = member.in_team(task.team)
    if member.resting:
        raise RuleError("no-resting")
    if holding_now >= cap:
        raise RuleError("no-hands-full", count=cap)
    kind = lacking(task.needs, place.marks if place else (), on)
    if kind is not None:
        raise refusal(kind, playbook)


def refusal(kind: str, playbook: Playbook) -> RuleError:
    """How a need that nobody vouched for is refused."""
    if kind in _REFUSED:
        return RuleError(_REFUSED[kind])
    tongue = playbook.tongue(kind)
    return RuleError("no-needs-tongue", tongue=dict(tongue.names) if tongue else kind)


def fewest_for(task: Task, playbook: Playbook) -> int:
    """How many must go together: 两人 where the category says so. Who keeps after a party may do so alone."""
    category = playbook.category(task.category)
    pair = category is not None and category.needs.pair and task.kind is TaskKind.DO
    return 2 if pair else 1
