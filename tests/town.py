"""A small invented town: the whole bot on a real database, before a stand-in Telegram, with a clock that can be moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from telegram.error import TelegramError

from bot.app import Linli
from bot.clock import Clock
from bot.delivery.pacing import NO_LIMIT, Pacer
from bot.domain.chat import Chat
from bot.domain.consent import TEXT
from bot.domain.marks import CERTIFIED, MAY_ENTER, STRONG, Mark
from bot.domain.member import Member, Role
from bot.domain.place import Place
from bot.domain.playbook import Playbook
from bot.playbooks.load import load_playbook
from bot.sandbox import Group, Person, Sandbox, SandboxRequest
from bot.storage.database import Database
from bot.storage.work import UnitOfWork
from bot.ui.i18n import language_of
from bot.wire.errors import AnswerTimedOut, FateUnknown, NotSent
from bot.wire.telegram import api_urls, make_bot
from tests.storage.compiled import compiled_once

KEY = b"an invented key of 32 bytes, no!"[:32]
MORNING = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)  # a Wednesday, 10:00 in Xiamen
COMPOUND, BUILDING, TEAM = "源昌鑫海湾", "3号楼", "爱禾缘志愿者"
PLAYBOOK = load_playbook("heyuan")
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_STEPS = ((_DAY / 2, _HOUR), (2 * _DAY, 3 * _HOUR), (4 * _DAY, 6 * _HOUR))
"""How far a tick is from the next while so much time is left; before that a day."""


def as_the_wire(error: Exception) -> TelegramError:
    """What the real transport makes of a connection that failed like this."""
    if isinstance(error, ConnectionRefusedError):
        return NotSent("Telegram cannot be reached")
    return AnswerTimedOut("no answer") if isinstance(error, TimeoutError) else FateUnknown("hung up")


class Town:
    """Every act of a person runs the bot until nothing is left to do."""

    def __init__(
        self, url: str, *, limits: bool = False, playbook: Playbook = PLAYBOOK, clock: Clock | None = None
    ) -> None:
        """`clock`: without it time stands still until it is moved."""
        self.url = url
        self.clock = clock or Clock(MORNING)
        self.playbook = playbook
        self.sandbox = Sandbox(now=self.clock.now, monotonic=self.clock.monotonic, limits=limits)
        self.linli = self._linli()

    def _linli(self) -> Linli:
        base_url, base_file_url = api_urls("http://sandbox.invalid")
        bot = make_bot(
            self.sandbox.token,
            SandboxRequest(self.sandbox, failed=as_the_wire),
            SandboxRequest(self.sandbox, failed=as_the_wire),
            base_url,
            base_file_url,
        )
        pacer = Pacer(self.clock.monotonic, bot=NO_LIMIT, group=NO_LIMIT, private=NO_LIMIT)
        return Linli(
            compiled_once(Database(self.url, KEY, self.playbook)), bot, self.clock, pacer, edit_gap_s=0
        )

    async def open(self) -> None:
        """Starts the bot."""
        await self.linli.start()
        self.sandbox.on_action = self.settle
        await self.settle()

    async def close(self) -> None:
        """Ends everything."""
        await self.linli.stop()

    async def restart(self) -> None:
        """The process ends and starts again on the same database."""
        await self.linli.stop()
        self.linli = self._linli()
        await self.linli.start()
        await self.settle()

    async def settle(self) -> None:
        """Until nothing is left to do now."""
        await self.linli.step()

    async def pass_time(self, *, days: int = 0, hours: int = 0, minutes: int = 0, seconds: int = 0) -> None:
        """Lets time go by with the ticks that belong to it: hour by hour at the end, and before that faster."""
        left = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        while left > timedelta():
            step = min(left, next((each for within, each in _STEPS if left <= within), _DAY))
            self.clock.move(step)
            left -= step
            await self.linli.ticker.tick()
            await self.settle()

    async def person(self, name: str, *, started: bool = True, language: str = "zh-hans") -> Person:
        """Somebody with Telegram; `started`: who pressed Start once, and 同意."""
        person = self.sandbox.person(name, language_code=language)
        if started:
            await self._agreed(person, language)
            await person.starts()
        return person

    async def _agreed(self, person: Person, language: str) -> None:
        """They have read what is stored and pressed 同意, some time ago."""
        async with self.linli.database.work() as uow:
            uow.add(Member(person.id, person.name, language=language_of(language), consented=TEXT))

    async def resident(
        self,
        name: str,
        *,
        started: bool = True,
        home: Place = Place(COMPOUND, BUILDING, "2", "1502"),  # noqa: B008 - frozen
        phone: str | None = None,
        language: str = "zh-hans",
    ) -> Person:
        """Somebody who lives here."""
        person = await self.person(name, started=started, language=language)
        async with self.linli.database.work() as uow:
            member = await self._member(uow, person)
            member.settle_at(home, self.clock.now())
            member.phone = phone
        return person

    async def coordinator(self, name: str = "王社工", *, language: str = "zh-hans") -> Person:
        """Somebody who answers for the community."""
        person = await self.person(name, language=language)
        async with self.linli.database.work() as uow:
            (await self._member(uow, person)).grant(Role.COORDINATOR, self.clock.now())
        return person

    async def volunteer(
        self,
        name: str,
        team: str = TEAM,
        *,
        leads: bool = False,
        started: bool = True,
        certified: bool = False,
        may_enter: bool = False,
        strong: bool = True,
        language: str = "zh-hans",
    ) -> Person:
        """A member of a team."""
        person = await self.person(name, started=started, language=language)
        async with self.linli.database.work() as uow:
            place = (await self._member(uow, person)).join(team, self.clock.now(), leads=leads)
            told = {CERTIFIED: certified, MAY_ENTER: may_enter, STRONG: strong}
            place.marks = tuple(Mark(kind, self.clock.now()) for kind, has in told.items() if has)
        return person

    async def building_group(
        self, *people: Person, compound: str = COMPOUND, building: str = BUILDING, admin: bool = True
    ) -> Group:
        """The bound group of a building."""
        group = self.sandbox.group(f"{compound}{building}邻里群", *people, bot_admin=admin)
        chat = Chat(group.id, group.title, hears_all=admin)
        chat.bind_building(compound, building, None, self.clock.now())
        await self._bind(chat)
        return group

    async def team_group(self, *people: Person, team: str = TEAM) -> Group:
        """The bound group of a team."""
        group = self.sandbox.group(f"{team}群", *people)
        chat = Chat(group.id, group.title)
        chat.bind_team(team, None, self.clock.now())
        await self._bind(chat)
        return group

    async def member(self, person: Person) -> Member:
        """What the bot knows of somebody."""
        async with self.linli.database.look() as uow:
            return (await uow.members.by_telegram([person.id]))[person.id]

    async def _member(self, uow: UnitOfWork, person: Person) -> Member:
        found = (await uow.members.by_telegram([person.id])).get(person.id)
        if found is None:
            found = Member(person.id, person.name)
            uow.add(found)
            await uow.numbered()
            found = (await uow.members.by_telegram([person.id]))[person.id]
        return found

    async def _bind(self, chat: Chat) -> None:
        await self.settle()
        async with self.linli.database.work() as uow:
            known = await uow.chats.find(chat.chat_id)
            if known is None:
                uow.add(chat)
            elif chat.team:
                known.bind_team(chat.team, None, self.clock.now())
            elif chat.compound and chat.building:
                known.bind_building(chat.compound, chat.building, None, self.clock.now())
