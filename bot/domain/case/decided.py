"""Who does it: what a coordinator (or the playbook) decides about a case, and takes back within a minute."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.case.facts import CaseFacts
from bot.domain.case.states import CaseState
from bot.domain.errors import RuleError


@dataclass(frozen=True, slots=True)
class Standing:
    """All that a decision changes, as it was before: what 撤销 puts back."""

    state: CaseState
    category: str | None
    team: str | None
    party: str | None
    promised_at: datetime | None
    urgent: bool
    sensitive: bool


class Decided(CaseFacts):
    """受理, 转办, 改派, 不受理."""

    @property
    def standing(self) -> Standing:
        """As it is now, before the next decision."""
        return Standing(
            self.state, self.category, self.team, self.party, self.promised_at, self.urgent, self.sensitive
        )

    def accept(self, category: str | None, team: str, now: datetime) -> None:
        """受理 / 改派: this team does it. From new, or to another team while nobody has finished."""
        self._only(CaseState.NEW, CaseState.ACCEPTED, CaseState.WORKING, CaseState.REFERRED)
        self.category, self.team, self.party, self.promised_at = category, team, None, None
        self._to(CaseState.ACCEPTED, now)

    def refer(
        self, category: str | None, party: str, team: str, promised_at: datetime, now: datetime
    ) -> None:
        """转办: the party must act by `promised_at`; `team` follows up."""
        self._only(CaseState.NEW, CaseState.ACCEPTED, CaseState.WORKING, CaseState.REFERRED)
        self.category, self.team, self.party, self.promised_at = category, team, party, promised_at
        self._to(CaseState.REFERRED, now)

    def decline(self, reason: str, responsible: str, now: datetime) -> None:
        """不受理, with a reason and who is responsible. Raises RuleError where another party's duty is known."""
        self._only(CaseState.NEW)
        if self.party:
            raise RuleError("no-refer-instead", party=self.party)
        self.reason, self.responsible, self.closed_at = reason, responsible, now
        self._to(CaseState.DECLINED, now)

    def put_back(self, before: Standing, decided_at: datetime, now: datetime, within: timedelta) -> None:
        """撤销 of the last decision: as if it had not been. Raises RuleError when it is too late for that."""
        merged = self.state is CaseState.MERGED
        if not merged:
            self._only(CaseState.ACCEPTED, CaseState.REFERRED, CaseState.DECLINED)
        if now - decided_at > within:
            raise RuleError("no-too-late-to-part" if merged else "no-too-late-to-put-back", no=self.number)
        self.category, self.team, self.party = before.category, before.team, before.party
        self.promised_at, self.urgent, self.sensitive = before.promised_at, before.urgent, before.sensitive
        self.reason = self.responsible = self.closed_at = self.merged_into = None
        self._to(before.state, now)
