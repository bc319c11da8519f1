"""What a playbook file may hold: its tables and keys, each with the type it must have."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from typing import Annotated, Any

from pydantic import Field, create_model, model_validator

from bot.domain.playbook import Cues, Deadlines, Duty, Hellos, Limits, NoticeRules, Offers, People, Retention
from bot.playbooks.table import NeedsTable, OtherNames, Table
from bot.playbooks.values import Count, Hat, Hours, Key, Phone, Span, Text, TimeOfDay, Words, Zone
from bot.playbooks.visit_tables import ProgrammeTable, RungTable, VisitsTable


class CommunityTable(Table):
    name: Text
    names: OtherNames = {}
    zone: Zone
    hours: Hours


class DeadlinesTable(Table):
    accept: Span = Deadlines().accept
    claim: Span = Deadlines().claim
    resolve: Span = Deadlines().resolve
    urgent_claim: Span = Deadlines().urgent_claim


class LimitsTable(Table):
    open_tasks: Count = Limits().open_tasks
    cards_per_hour: Count = Limits().cards_per_hour
    undo: Span = Limits().undo
    draft_join: Span = Limits().draft_join
    draft_reminder: Span = Limits().draft_reminder
    draft_to_coordinator: Span = Limits().draft_to_coordinator
    confirm_reminder_days: list[Count] = list(Limits().confirm_reminder_days)
    unconfirmed_after: Span = Limits().unconfirmed_after
    reopen: Span = Limits().reopen
    invite: Span = Limits().invite
    household_code: Span = Limits().household_code
    roster_undo: Span = Limits().roster_undo
    reports: Count = Limits().reports
    reports_within: Span = Limits().reports_within
    presses_a_minute: Count = Limits().presses_a_minute


class OffersTable(Table):
    first: Count = Offers().first
    widen_after: Span = Offers().widen_after


class DutyTable(Table):
    page_all_after: Span = Duty().page_all_after
    lists_at: list[TimeOfDay] = list(Duty().lists_at)


class HelloTable(Table):
    hours: Annotated[list[TimeOfDay], Field(min_length=1)] = list(Hellos().hours)
    again: Span = Hellos().again
    call: Span = Hellos().call
    repeat: Span = Hellos().repeat
    answer_within: Span = Hellos().answer_within
    latest: TimeOfDay = Hellos().latest


class NoticesTable(Table):
    hours: Hours = NoticeRules().hours
    hold_from: Count = NoticeRules().hold_from
    hold: Span = NoticeRules().hold
    second_from: Count = NoticeRules().second_from
    again_within: Span = NoticeRules().again_within
    count_every: Span = NoticeRules().count_every
    weekly: bool = NoticeRules().weekly
    weekly_day: Annotated[int, Field(ge=1, le=7)] = NoticeRules().weekly_day
    weekly_at: TimeOfDay = NoticeRules().weekly_at


class NoticeTemplateTable(Table):
    name: Text
    names: OtherNames = {}
    text: Text
    texts: OtherNames = {}


class PeopleTable(Table):
    second: Annotated[list[Hat], Field(min_length=1)] = list(People().second)
    second_within: Span = People().second_within


class ChargeTable(Table):
    key: Key
    name: Text
    names: OtherNames = {}
    role: Hat | None = None
    whole: bool = False


class RetentionTable(Table):
    cases: Span = Retention().cases
    attachments: Span = Retention().attachments
    drafts: Span = Retention().drafts
    notices: Span = Retention().notices
    refused: Span = Retention().refused
    payloads: Span = Retention().payloads
    record: Span = Retention().record
    left: Span = Retention().left


class KindTable(Table):
    name: Text
    names: OtherNames = {}


class PromiseTable(Table):
    by: TimeOfDay | None = None
    within: Span | None = None
    notice: Span = timedelta(hours=2)

    @model_validator(mode="after")
    def _one_of_both(self) -> PromiseTable:
        if (self.by is None) == (self.within is None):
            raise ValueError('must say either by = "18:00" or within = "8h"')
        return self


class PartyTable(Table):
    kind: Text
    name: Text
    names: OtherNames = {}
    phone: Phone
    hours: Hours | None = None
    workdays: bool = False
    promise: PromiseTable

    @model_validator(mode="after")
    def _days_have_hours(self) -> PartyTable:
        if self.workdays and self.hours is None:
            raise ValueError("workdays = true goes with hours: who answers round the clock has no days off")
        return self


class TeamTable(Table):
    name: Text
    names: OtherNames = {}
    follow_up: bool = False
    lone_step: Span | None = None


class CompoundTable(Table):
    name: Text
    names: OtherNames = {}
    aliases: Words = []
    buildings: dict[Text, Annotated[int, Field(ge=0, le=30)]] = {}
    party: list[PartyTable] = []


class CategoryTable(Table):
    key: Key
    name: Text
    names: OtherNames = {}
    words: Words
    hints: Words = []
    indoors: Text | None = None
    team: Text | None = None
    party: Text | None = None
    follow_up: Text | None = None
    urgent: bool = False
    sensitive: bool = False
    needs: NeedsTable = NeedsTable()
    slots: Annotated[int, Field(ge=1, le=20)] = 1
    minutes: Count = 30


class HouseholdCategoryTable(Table):
    key: Key
    name: Text
    names: OtherNames = {}
    words: Words = []
    hidden_from_volunteers: bool = False


class LanguageTable(Table):
    key: Key
    name: Text
    names: OtherNames = {}
    words: Words = []


class DialTable(Table):
    key: Text
    number: Phone
    name: Text
    names: OtherNames = {}


class AdviceTable(Table):
    zh_CN: Text = Field(alias="zh-CN")
    zh_TW: Text | None = Field(default=None, alias="zh-TW")
    en: Text | None = None


class DangerTable(Table):
    key: Key
    name: Text
    names: OtherNames = {}
    words: Words
    signs: Words = []
    asks: Words = []
    harmless: Words = []
    advice: AdviceTable
    dial: Words
    private_only: bool = False
    sensitive: bool = False
    lasting: bool = False
    cry: bool = False
    category: Text | None = None
    party: Text | None = None


class ExampleTable(Table):
    say: Annotated[Words, Field(min_length=1)]
    danger: Text | None = None
    category: Text | None = None


_LISTS: dict[str, Any] = {one.name: (Words, []) for one in fields(Cues)}
CuesTable: type[Table] = create_model("CuesTable", __base__=Table, **_LISTS)


class Sheet(Table):
    """A whole playbook, with all the files it includes."""

    community: CommunityTable
    deadlines: DeadlinesTable = DeadlinesTable()
    limits: LimitsTable = LimitsTable()
    duty: DutyTable = DutyTable()
    hello: HelloTable = HelloTable()
    notices: NoticesTable = NoticesTable()
    notice_template: list[NoticeTemplateTable] = []
    offers: OffersTable = OffersTable()
    people: PeopleTable = PeopleTable()
    charge: list[ChargeTable] = []
    retention: RetentionTable = RetentionTable()
    kind: list[KindTable]
    party: list[PartyTable] = []
    team: Annotated[list[TeamTable], Field(min_length=1)]
    compound: Annotated[list[CompoundTable], Field(min_length=1)]
    category: Annotated[list[CategoryTable], Field(min_length=1)]
    household_category: list[HouseholdCategoryTable] = []
    language: list[LanguageTable] = []
    visits: VisitsTable = VisitsTable()
    rung: list[RungTable] = []
    programme: list[ProgrammeTable] = []
    dial: list[DialTable] = []
    danger: list[DangerTable] = []
    groups: dict[Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")], Words] = {}
    spellings: dict[Text, Text] = {}
    example: list[ExampleTable] = []
    cues: CuesTable = CuesTable()
