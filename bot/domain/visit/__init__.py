"""Visits 探访: plans, the visits they give, and what happens when nobody opens the door or nobody goes."""

from bot.domain.visit.call import CallState, FollowUpCall, follow_up
from bot.domain.visit.finding import Check, Finding, Tick, case_category
from bot.domain.visit.found import SAFE, Found, contact_of
from bot.domain.visit.ladder import Asked, Candidate, climbs_at, next_asked, still_to_ask
from bot.domain.visit.pause import FOR_GOOD, UNDO_WITHIN, Pause, PauseReason, ask_for_pause
from bot.domain.visit.plan import LEAST_LEFT, VisitPlan, plan_for
from bot.domain.visit.plan_facts import PairedHelper, Pairing, pairing
from bot.domain.visit.promises import Broken, broken_at
from bot.domain.visit.states import OVER, PAUSING, Outcome, VisitHold, VisitState
from bot.domain.visit.unanswered import Unanswered, next_step, start_unanswered
from bot.domain.visit.unanswered_steps import Ask, Owner, Press, Sign, Stage, Step, Tried
from bot.domain.visit.visit import Visit, open_visit

__all__ = [
    "FOR_GOOD",
    "LEAST_LEFT",
    "OVER",
    "PAUSING",
    "SAFE",
    "UNDO_WITHIN",
    "Ask",
    "Asked",
    "Broken",
    "CallState",
    "Candidate",
    "Check",
    "Finding",
    "FollowUpCall",
    "Found",
    "Outcome",
    "Owner",
    "PairedHelper",
    "Pairing",
    "Pause",
    "PauseReason",
    "Press",
    "Sign",
    "Stage",
    "Step",
    "Tick",
    "Tried",
    "Unanswered",
    "Visit",
    "VisitHold",
    "VisitPlan",
    "VisitState",
    "ask_for_pause",
    "broken_at",
    "case_category",
    "climbs_at",
    "contact_of",
    "follow_up",
    "next_asked",
    "next_step",
    "open_visit",
    "pairing",
    "plan_for",
    "start_unanswered",
    "still_to_ask",
]
