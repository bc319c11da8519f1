"""What a playbook file may hold about visits: [visits], [[rung]] and [[programme]]."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from bot.domain.playbook import NoAnswer, Visits
from bot.playbooks.table import NeedsTable, OtherNames, Table
from bot.playbooks.values import Count, Key, Often, Span, Text, TimeOfDay, Visitor


class NoAnswerTable(Table):
    neighbour: Span = NoAnswer().neighbour
    family: Span = NoAnswer().family
    building: Span = NoAnswer().building
    second_knock: Span = NoAnswer().second_knock
    police: Span = NoAnswer().police
    again: Span = NoAnswer().again
    dusk: TimeOfDay = NoAnswer().dusk
    ill: list[Text] = []
    alone: list[Text] = []


class FindingsTable(Table):
    health: Text | None = None
    means: Text | None = None
    family: Text | None = None
    home: Text | None = None
    needs: Text | None = None


class VisitsTable(Table):
    ladder: list[Text] = []
    contact_days: Count = Visits().contact_days
    most_households: Count = Visits().most_households
    longest_pause: Span = Visits().longest_pause
    promise_grace: Span = Visits().promise_grace
    answer_within: Span = Visits().answer_within
    holiday_days: Count = Visits().holiday_days
    holiday_ahead: Annotated[int, Field(ge=1, le=10)] = Visits().holiday_ahead
    findings: FindingsTable = FindingsTable()
    no_answer: NoAnswerTable = NoAnswerTable()


class RungTable(Table):
    key: Key
    name: Text
    names: OtherNames = {}
    who: Visitor
    charge: Text | None = None
    whole_compound: bool = False
    after: Span = timedelta(hours=24)
    workdays: bool = False


class DiscontentTable(Table):
    unsolved: Annotated[int, Field(ge=0, le=9)] = 0
    stars: Annotated[int, Field(ge=0, le=5)] = 0
    declined: bool = False


class ProgrammeTable(Table):
    key: Key
    name: Text
    names: OtherNames = {}
    rung: Text
    categories: list[Text] = []
    cadence: Often | None = None
    event: Key | None = None
    within: Span | None = None
    before: Span | None = None
    cases: list[Text] = []
    discontent: DiscontentTable = DiscontentTable()
    days: Count | None = None
    at_end: bool = False
    closes: TimeOfDay | None = None
    minutes: Count = 20
    slots: Annotated[int, Field(ge=1, le=20)] = 1
    needs: NeedsTable = NeedsTable(home_entry=True)
    team: Text | None = None
    hidden: bool = False
