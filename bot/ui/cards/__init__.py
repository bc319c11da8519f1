"""Every card, by name: how one row looks to one reader."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.storage.work import UnitOfWork
from bot.ui.cards import (
    alarms,
    asking,
    cases,
    chats,
    danger,
    details,
    drafts,
    homes,
    merging,
    people,
    results,
    tasks,
    teams,
    todo,
    triage,
    worklists,
)
from bot.ui.screen import Reader, Screen

Card = Callable[[UnitOfWork, int, Reader], Awaitable[Screen | None]]

CARDS: dict[str, Card] = {
    "case": cases.case,
    "case_list": cases.case_list,
    "receipt": cases.receipt,
    "mine": cases.mine,
    "privacy": cases.privacy,
    "followed": cases.followed,
    "draft": drafts.draft,
    "danger": danger.danger,
    "sos": danger.sos,
    "sos_called": danger.sos_called,
    "alarm": alarms.alarm,
    "alarm_false": alarms.alarm_false,
    "triage": triage.triage,
    "triage_team": triage.triage_team,
    "triage_teams": triage.triage_teams,
    "triage_party": triage.triage_party,
    "triage_decline": triage.triage_decline,
    "merge": merging.merge,
    "todo": todo.todo,
    "task": tasks.task,
    "details": details.details,
    "story": details.story,
    "helpers": asking.helpers,
    "asked": asking.asked,
    "open_tasks": worklists.open_tasks,
    "unclaimed": worklists.unclaimed,
    "confirm": results.confirm,
    "confirm_before": results.confirm_before,
    "stars": results.stars,
    "again": results.again,
    "home": homes.home,
    "move": homes.move,
    "compounds": homes.compounds,
    "buildings": homes.buildings,
    "help": people.help_card,
    "language": people.language,
    "rest": people.rest,
    "teams": teams.teams,
    "teammate": teams.teammate,
    "crews": teams.crews,
    "crew": teams.crew,
    "invite": teams.invite,
    "invite_volunteer": teams.invite_volunteer,
    "invite_leader": teams.invite_leader,
    "group": chats.group,
    "group_help": chats.group_help,
    "group_compounds": chats.group_compounds,
    "group_buildings": chats.group_buildings,
    "group_teams": chats.group_teams,
    "group_which": chats.group_which,
}
"""None from a card means: there is nothing (any more) that this reader should see; a message already there is deleted."""
