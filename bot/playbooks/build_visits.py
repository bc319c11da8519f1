"""From the checked tables of visits to the domain's Visits."""

from __future__ import annotations

from bot.domain.cadence import WindowRule
from bot.domain.playbook import (
    DEFAULT_LANGUAGE,
    Discontent,
    Names,
    Needs,
    NoAnswer,
    Programme,
    Rung,
    Visits,
)
from bot.playbooks.sheet import Sheet
from bot.playbooks.table import OtherNames
from bot.playbooks.visit_tables import ProgrammeTable


def build_visits(sheet: Sheet) -> Visits:
    """How visits go in this community."""
    table = sheet.visits
    findings = {check: key for check, key in table.findings.model_dump().items() if key}
    return Visits(
        programmes=tuple(_programme(one) for one in sheet.programme),
        rungs=tuple(
            Rung(
                one.key,
                names_of(one.name, one.names),
                one.who,
                one.charge,
                one.whole_compound,
                one.after,
                one.workdays,
            )
            for one in sheet.rung
        ),
        ladder=tuple(table.ladder),
        contact_days=table.contact_days,
        most_households=table.most_households,
        longest_pause=table.longest_pause,
        promise_grace=table.promise_grace,
        answer_within=table.answer_within,
        holiday_days=table.holiday_days,
        holiday_ahead=table.holiday_ahead,
        findings=findings,
        no_answer=NoAnswer(
            **table.no_answer.model_dump()
            | {"ill": tuple(table.no_answer.ill), "alone": tuple(table.no_answer.alone)}
        ),
    )


def names_of(name: str, others: OtherNames) -> Names:
    """A name in all the languages a table gives it."""
    return {DEFAULT_LANGUAGE: name, **{str(language): text for language, text in others.items()}}


def _programme(table: ProgrammeTable) -> Programme:
    window = WindowRule(table.days, table.at_end, table.closes or WindowRule().closes)
    return Programme(
        key=table.key,
        names=names_of(table.name, table.names),
        rung=table.rung,
        categories=tuple(table.categories),
        cadence=table.cadence,
        event=table.event,
        within=table.within,
        before=table.before,
        cases=tuple(table.cases),
        discontent=Discontent(**table.discontent.model_dump()),
        window=window,
        minutes=table.minutes,
        slots=table.slots,
        needs=Needs(**table.needs.model_dump()),
        team=table.team,
        hidden=table.hidden,
    )
