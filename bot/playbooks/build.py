"""From a checked sheet to the domain's Playbook."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.playbook import (
    Building,
    Category,
    ChargeKind,
    Compound,
    Cues,
    Danger,
    Deadlines,
    Dial,
    Duty,
    Examples,
    Hellos,
    HouseholdCategory,
    Limits,
    Needs,
    NoticeRules,
    NoticeTemplate,
    Offers,
    Party,
    People,
    Playbook,
    Promise,
    Retention,
    Team,
    Tongue,
)
from bot.playbooks.build_visits import build_visits, names_of
from bot.playbooks.sheet import CategoryTable, CompoundTable, DangerTable, PartyTable, Sheet


def build_playbook(name: str, sheet: Sheet) -> Playbook:
    """The playbook a sheet without mistakes describes."""
    parties = {one.kind: _party(one) for one in sheet.party}
    dial = {one.key: Dial(one.key, names_of(one.name, one.names), one.number) for one in sheet.dial}
    limits = sheet.limits.model_dump()
    limits["confirm_reminder_days"] = tuple(limits["confirm_reminder_days"])
    return Playbook(
        name=name,
        community=names_of(sheet.community.name, sheet.community.names),
        zone=sheet.community.zone,
        hours=sheet.community.hours,
        teams=_teams(sheet),
        kinds={one.name: names_of(one.name, one.names) for one in sheet.kind},
        parties=parties,
        compounds=tuple(_compound(one, parties) for one in sheet.compound),
        categories=tuple(_category(one, sheet) for one in sheet.category),
        dangers=tuple(_danger(one, dial) for one in sheet.danger),
        dial=tuple(dial.values()),
        household_categories=tuple(
            HouseholdCategory(
                one.key, names_of(one.name, one.names), tuple(one.words), one.hidden_from_volunteers
            )
            for one in sheet.household_category
        ),
        tongues=tuple(
            Tongue(one.key, names_of(one.name, one.names), tuple(one.words)) for one in sheet.language
        ),
        groups={name: tuple(words) for name, words in sheet.groups.items()},
        spellings=dict(sheet.spellings),
        examples=tuple(Examples(tuple(one.say), one.danger, one.category) for one in sheet.example),
        cues=Cues(**{key: tuple(words) for key, words in sheet.cues.model_dump().items()}),
        deadlines=Deadlines(**sheet.deadlines.model_dump()),
        limits=Limits(**limits),
        charges=tuple(
            ChargeKind(one.key, names_of(one.name, one.names), one.role, one.whole) for one in sheet.charge
        ),
        people=People(tuple(sheet.people.second), sheet.people.second_within),
        offers=Offers(**sheet.offers.model_dump()),
        visits=build_visits(sheet),
        retention=Retention(**sheet.retention.model_dump()),
        hellos=Hellos(**(sheet.hello.model_dump() | {"hours": tuple(sheet.hello.hours)})),
        notices=_notices(sheet),
        duty=Duty(sheet.duty.page_all_after, tuple(sheet.duty.lists_at)),
    )


def _teams(sheet: Sheet) -> tuple[Team, ...]:
    def of(name: str) -> tuple[str, ...]:
        return tuple(one.key for one in sheet.category if one.team == name)

    return tuple(
        Team(one.name, names_of(one.name, one.names), of(one.name), one.follow_up, one.lone_step)
        for one in sheet.team
    )


def _notices(sheet: Sheet) -> NoticeRules:
    told = {key: getattr(sheet.notices, key) for key in type(sheet.notices).model_fields}
    templates = (
        NoticeTemplate(names_of(one.name, one.names), names_of(one.text, one.texts))
        for one in sheet.notice_template
    )
    return NoticeRules(**told, templates=tuple(templates))


def _party(table: PartyTable) -> Party:
    promise = Promise(table.promise.by, table.promise.within, table.promise.notice)
    return Party(
        table.kind, names_of(table.name, table.names), table.phone, table.hours, promise, table.workdays
    )


def _compound(table: CompoundTable, for_all: Mapping[str, Party]) -> Compound:
    buildings = (
        Building(name, tuple(str(unit) for unit in range(1, units + 1)))
        for name, units in table.buildings.items()
    )
    own = {one.kind: _party(one) for one in table.party}
    return Compound(
        table.name,
        names_of(table.name, table.names),
        tuple(table.aliases),
        tuple(buildings),
        {**for_all, **own},
    )


def _category(table: CategoryTable, sheet: Sheet) -> Category:
    """A category; what a party deals with is followed up by the first team that may, unless it says which."""
    anyone = next((one.name for one in sheet.team if one.follow_up), None)
    return Category(
        key=table.key,
        names=names_of(table.name, table.names),
        words=tuple(table.words),
        hints=tuple(table.hints),
        indoors=table.indoors,
        team=table.team,
        party=table.party,
        follow_up=(table.follow_up or anyone) if table.party else None,
        urgent=table.urgent,
        sensitive=table.sensitive,
        needs=Needs(**table.needs.model_dump()),
        slots=table.slots,
        minutes=table.minutes,
    )


def _danger(table: DangerTable, dial: Mapping[str, Dial]) -> Danger:
    return Danger(
        key=table.key,
        names=names_of(table.name, table.names),
        words=tuple(table.words),
        advice={key: text for key, text in table.advice.model_dump(by_alias=True).items() if text},
        dial=tuple(dial[key] for key in table.dial),
        signs=tuple(table.signs),
        asks=tuple(table.asks),
        harmless=tuple(table.harmless),
        private_only=table.private_only,
        sensitive=table.sensitive,
        lasting=table.lasting,
        cry=table.cry,
        category=table.category,
        party=table.party,
    )
