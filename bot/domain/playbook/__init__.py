"""How one community works, as data: its places, teams, categories, dangers, hours and limits."""

from __future__ import annotations

from bot.domain.playbook.book import Playbook, Route
from bot.domain.playbook.discontent import Discontent
from bot.domain.playbook.hellos import Hellos
from bot.domain.playbook.notices import NoticeRules, NoticeTemplate
from bot.domain.playbook.people import ChargeKind, People
from bot.domain.playbook.places import Building, Compound, HouseholdCategory, Party, Promise, ServiceHours
from bot.domain.playbook.rules import Cues, Deadlines, Duty, Limits, Offers, Retention
from bot.domain.playbook.visits import VOLUNTEERS, NoAnswer, Programme, Rung, Visits, Who
from bot.domain.playbook.wording import DEFAULT_LANGUAGE, LANGUAGES, Names, in_language
from bot.domain.playbook.work import Category, Danger, Dial, Examples, Needs, Team, Tongue

__all__ = [
    "DEFAULT_LANGUAGE",
    "LANGUAGES",
    "VOLUNTEERS",
    "Building",
    "Category",
    "ChargeKind",
    "Compound",
    "Cues",
    "Danger",
    "Deadlines",
    "Dial",
    "Discontent",
    "Duty",
    "Examples",
    "Hellos",
    "HouseholdCategory",
    "Limits",
    "Names",
    "Needs",
    "NoAnswer",
    "NoticeRules",
    "NoticeTemplate",
    "Offers",
    "Party",
    "People",
    "Playbook",
    "Programme",
    "Promise",
    "Retention",
    "Route",
    "Rung",
    "ServiceHours",
    "Team",
    "Tongue",
    "Visits",
    "Who",
    "in_language",
]
