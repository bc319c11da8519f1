"""The whole bot in one list: which act leads to which handler. The first that fits takes the update."""

from __future__ import annotations

from collections.abc import Sequence

from bot.intake.turns import Inner
from handlers import (
    access,
    alarms,
    asking,
    buildings,
    care,
    charges,
    chats,
    claims,
    closed,
    codes,
    consent,
    coverage,
    doors,
    drafts,
    emergencies,
    events,
    exporting,
    findings,
    hello,
    help,
    homes,
    invites,
    kinship,
    language,
    listed,
    lone,
    merging,
    mydata,
    notices,
    opening,
    outcomes,
    parked,
    pausing,
    plans,
    private,
    proxies,
    questions,
    relay,
    reports,
    resting,
    results,
    rosters,
    rounds,
    service_time,
    standing_in,
    start,
    stuck,
    surge,
    teams,
    todo,
    triage,
    undoing,
    visits,
    wishes,
)
from handlers.route import Route, Start, gather

private.CALM.update({*triage.ANSWERS, *notices.ANSWERS, "proxy_line"})
private.CALM.update(questions.ANSWERS)
private.ANSWERS.update(service_time.ANSWERS | questions.ANSWERS)
private.CALM.update(exporting.ANSWERS | coverage.ANSWERS)
private.ANSWERS.update(coverage.ANSWERS)
private.ANSWERS.update(exporting.ANSWERS)
private.ANSWERS.update(relay.ANSWERS | results.ANSWERS | alarms.ANSWERS | triage.ANSWERS)
private.ANSWERS.update(findings.ANSWERS | events.ANSWERS)
private.ANSWERS.update(
    notices.ANSWERS
    | notices.receive.ANSWERS
    | charges.ANSWERS
    | buildings.ANSWERS
    | proxies.ANSWERS
    | kinship.ANSWERS
)


def routes() -> dict[int, Sequence[Route]]:
    """By group, in the order they are tried; those below 0 run first, and let the others run too."""
    return {-2: hello.FIRST, -1: start.FIRST, 0: gather(_routes())}


def starts() -> dict[str, Start]:
    """What a deep link's payload `prefix_rest` means, by prefix."""
    return {
        **reports.STARTS,
        **homes.STARTS,
        **invites.STARTS,
        **claims.STARTS,
        **asking.STARTS,
        **codes.STARTS,
        **visits.STARTS,
        **notices.STARTS,
        **emergencies.STARTS,
    }


def inner() -> dict[str, Inner]:
    """What is to be done with rows the machinery has put into the inbox itself, by their kind."""
    return {**rosters.INNER}


def _routes() -> list[Route]:
    return [
        *closed.ROUTES,
        *start.ROUTES,
        *access.ROUTES,
        *charges.ROUTES,
        *buildings.ROUTES,
        *notices.ROUTES,
        *questions.ROUTES,
        *emergencies.ROUTES,
        *consent.ROUTES,
        *mydata.ROUTES,
        *alarms.ROUTES,
        *todo.ROUTES,
        *stuck.ROUTES,
        *triage.ROUTES,
        *merging.ROUTES,
        *parked.ROUTES,
        *hello.ROUTES,
        *help.ROUTES,
        *opening.ROUTES,
        *homes.ROUTES,
        *language.ROUTES,
        *teams.ROUTES,
        *resting.ROUTES,
        *service_time.ROUTES,
        *care.ROUTES,
        *doors.ROUTES,
        *lone.ROUTES,
        *visits.ROUTES,
        *rounds.ROUTES,
        *findings.ROUTES,
        *events.ROUTES,
        *outcomes.ROUTES,
        *pausing.ROUTES,
        *standing_in.ROUTES,
        *wishes.ROUTES,
        *plans.ROUTES,
        *surge.ROUTES,
        *coverage.ROUTES,
        *invites.ROUTES,
        *chats.ROUTES,
        *rosters.ROUTES,
        *exporting.ROUTES,
        *codes.ROUTES,
        *reports.ROUTES,
        *kinship.ROUTES,
        *listed.ROUTES,
        *proxies.ROUTES,
        *drafts.ROUTES,
        *claims.ROUTES,
        *asking.ROUTES,
        *relay.ROUTES,
        *results.ROUTES,
        *undoing.ROUTES,
        *reports.LAST,
        *private.ROUTES,
    ]
