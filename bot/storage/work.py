"""The unit of work: everything one transaction reads and asks for. Its owner commits; nobody else does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.case import Case
from bot.domain.chat import Chat
from bot.domain.notice import Notice
from bot.domain.pages import lists_of
from bot.domain.playbook import Playbook
from bot.storage.alarms import Alarms
from bot.storage.audit import Audit
from bot.storage.bodies import pack
from bot.storage.cases import Cases
from bot.storage.chats import Chats
from bot.storage.codes import Codes
from bot.storage.consents import Consents
from bot.storage.crypto import Keychain
from bot.storage.dialogs import Dialogs
from bot.storage.drafts import Drafts
from bot.storage.expecting import Expected
from bot.storage.hellos import HelloQueries
from bot.storage.households import Households
from bot.storage.inbox import Inbox
from bot.storage.invites import Invites
from bot.storage.jobs import Jobs
from bot.storage.kin import Kin
from bot.storage.leases import Leases
from bot.storage.machinery import event
from bot.storage.members import Members
from bot.storage.notices import Notices
from bot.storage.numbering import give_numbers
from bot.storage.occurrences import Occurrences
from bot.storage.outgoing import Outgoing
from bot.storage.parked import Parked
from bot.storage.proxies import Proxies
from bot.storage.rosters import Rosters
from bot.storage.shown import Shown
from bot.storage.sqlite import Connection
from bot.storage.tasks import Tasks
from bot.storage.visits import Visits

_RECORD = insert(event)
LOOKED = "looked_"
"""How the kinds of events begin that say who looked."""


class UnitOfWork(Outgoing):
    """One transaction. Nouns are changed in place; what goes out is collected and written once, at the end."""

    def __init__(self, session: AsyncSession, playbook: Playbook, keychain: Keychain) -> None:
        self.expected = Expected()
        super().__init__(session, self.expected, playbook.zone)
        self.session = session
        self.playbook = playbook
        self.keychain = keychain
        self._notices: list[Notice] = []
        self.members = Members(session)
        self.cases = Cases(session, self.expected)
        self.tasks = Tasks(session, self.expected)
        self.drafts = Drafts(session)
        self.chats = Chats(session, self.expected)
        self.alarms = Alarms(session)
        self.invites = Invites(session, keychain)
        self.kin = Kin(session, keychain)
        self.proxies = Proxies(session)
        self.households = Households(session, keychain)
        self.codes = Codes(session, keychain)
        self.visits = Visits(session)
        self.hellos = HelloQueries(session)
        self.dialogs = Dialogs(session)
        self.jobs = Jobs(session)
        self.rosters = Rosters(session, keychain)
        self.audit = Audit(session, keychain)
        self.consents = Consents(session)
        self.occurrences = Occurrences(session)
        self.shown = Shown(session)
        self.parked = Parked(session)
        self.inbox = Inbox(session)
        self.leases = Leases(session)
        self.asked = False
        self.erased = False  # something was erased that must not stay in the file's past either
        self._events: list[dict[str, Any]] = []

    def add(self, noun: object) -> None:
        """A new noun. `await uow.numbered()` before its id is needed."""
        self.session.add(noun)
        if isinstance(noun, Chat):
            self.chats.hold(noun)

    async def remove(self, noun: object) -> None:
        """A noun that is no more."""
        if noun in self.session.new:
            self.session.expunge(noun)
        else:
            await self.session.delete(noun)

    async def numbered(self) -> None:
        """Gives new nouns their ids."""
        await give_numbers(self.session)

    async def read_ahead(self, subjects: Iterable[str], chats: Iterable[int]) -> None:
        """Before many cards are rendered: whatever most of them ask for, in a few statements instead of some for each.

        `subjects`: of the cards ("case:12", "task:5"); `chats`: where they are read. Only for looks, which do not
        see their own changes.
        """
        numbers: dict[str, set[int]] = {"case": set(), "task": set(), "notice": set()}
        for kind, _, number in (subject.partition(":") for subject in subjects):
            if kind in numbers and number.isdigit():
                numbers[kind].add(int(number))
        cases = []
        if numbers["case"] or numbers["task"]:
            cases = await self.cases.read_ahead(numbers["case"], numbers["task"])
            await self.tasks.read_ahead([case.id for case in cases if case.id is not None])
        reporters = {case.reporter_id for case in cases if case.reporter_id is not None}
        self._notices = await Notices(self.session).read_ahead(numbers["notice"])
        writers = {notice.member_id for notice in self._notices}
        await self.members.read_ahead({chat for chat in chats if chat > 0}, reporters | writers)

    def touch_case(self, case: Case) -> None:
        """Every card of this case, and the lists of its hour that stand for cards of their own."""
        self.touch(f"case:{case.id}")
        for number in lists_of(case):
            self.touch(f"case_list:{number}")

    def record(self, kind: str, subject: str, *, now: datetime, by: int | None = None, **detail: Any) -> None:
        """What happened, for those who ask later."""
        self._events.append(
            {"at": now, "subject": subject, "kind": kind, "by_id": by, "detail": pack(detail) or None}
        )

    def looked(self, what: str, subject: str, *, by: int | None, now: datetime) -> None:
        """Somebody was shown what is about somebody: `what` they saw, of which row ("case:12", "member:5")."""
        self.record(f"{LOOKED}{what}", subject, now=now, by=by)

    async def flush(self) -> None:
        """Writes what was collected. Called by the owner, before the commit."""
        self.asked = self.asked or self.posts.any
        await self.session.flush()
        await self.cases.write()
        await self.blobs.write()
        await self.posts.write()
        if self._events:
            await self.session.execute(_RECORD, self._events)
            self._events = []

    async def wrote(self) -> bool:
        """Whether this transaction has changed anything. On PostgreSQL, where nobody waits for it, taken to be so."""
        await self.flush()
        raw = await (await self.session.connection()).get_raw_connection()
        driver = raw.driver_connection
        return driver.changed if isinstance(driver, Connection) else True
