"""A large invented community: groups and people in a stand-in Telegram, and Linli's database that knows them."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import Clock
from bot.domain.chat import Chat
from bot.domain.consent import TEXT
from bot.domain.member import Member
from bot.playbooks.load import load_playbook
from bot.sandbox import Group, Message, Person, Press, Sandbox
from bot.storage.database import Database
from bot.storage.schema import migrate
from bot.ui.buttons.button import Button
from tests.bench.door import opened
from tests.bench.hearing import Ear

KEY = b"an invented key of 32 bytes, no!"[:32]
COMPOUND = "源昌鑫海湾"
WORDS = ("电梯坏了", "楼道灯不亮", "门口乱停车", "想学旧物回收", "孩子作业没人辅导", "想找人帮忙修小家电")
"""What people report: some goes to an outside party, some to a team; each becomes a task of some team."""


@dataclass
class Community:
    """Everybody has pressed Start; each group is bound to a building of its own, each team has a group."""

    sandbox: Sandbox
    ear: Ear
    clock: Clock
    root: str
    url: str
    residents: list[Person]
    volunteers: list[Person]
    groups: list[Group]
    teams: list[Group]

    @asynccontextmanager
    async def database(self) -> AsyncIterator[Database]:
        """What Linli keeps; open it only while no Linli runs on it."""
        database = Database(self.url, KEY, load_playbook("heyuan"))
        try:
            yield database
        finally:
            await database.close()

    @property
    def linli(self) -> tuple[str, ...]:
        """What `linli_bot` has to know: where and who, and by how many seconds its clock is ahead."""
        ahead = (self.clock.now() - datetime.now(UTC)).total_seconds()
        return self.root, self.sandbox.token, self.url, f"--ahead={ahead}"

    async def reports(self, n: int, groups: Sequence[Group] | None = None) -> Person:
        """The n-th report, in the n-th group (of all, or of these), by the n-th resident: by whom."""
        where = groups or self.groups
        who = self.residents[n % len(self.residents)]
        await who.says(f"/report {WORDS[n % len(WORDS)]}", in_=where[n % len(where)])
        return who

    def cards(self, button: type[Button], groups: Sequence[Group] | None = None) -> list[Card]:
        """Every message in the buildings' groups (or in these) with that button, the oldest first."""
        found = [
            Card(group, message, data)
            for group in groups or self.groups
            for message in group.messages
            if (data := _data(message, button.tag))
        ]
        return sorted(found, key=lambda card: card.message.at)


@dataclass(frozen=True)
class Card:
    """A message with a button, and what a press on it brings."""

    group: Group
    message: Message
    data: str

    async def pressed_by(self, person: Person) -> Press:
        """A finger on it."""
        return await person.presses_data(self.data, on=self.message, in_=self.group)


def _data(message: Message, tag: str) -> str | None:
    texts = (button.data for row in message.buttons for button in row if button.data)
    return next((data for data in texts if data.startswith(f"{tag}:")), None)


@asynccontextmanager
async def community(
    *,
    groups: int,
    residents: int,
    volunteers: int = 0,
    limits: bool = False,
    neighbours: int | None = None,
    noon: bool = False,
) -> AsyncIterator[Community]:
    """Made in a folder of its own; gone with the block.

    `volunteers` are all in every team, the first `neighbours` of the residents (None: all) in every building's group.
    `noon`: it is noon, so that nothing is held till the morning.
    """
    clock = Clock()
    clock.move(_until_noon(clock.now()) if noon else timedelta())
    sandbox = Sandbox(now=clock.now, monotonic=clock.monotonic, limits=limits, keep=10)
    ear = Ear(clock.monotonic)
    async with AsyncExitStack() as open_parts:
        folder = open_parts.enter_context(tempfile.TemporaryDirectory(prefix="linli-bench-"))
        root = await open_parts.enter_async_context(opened(sandbox, ear.hear))
        people = [_started(sandbox.person(f"居民{n}")) for n in range(residents)]
        helpers = [_started(sandbox.person(f"志愿者{n}")) for n in range(volunteers)]
        made = Community(
            sandbox,
            ear,
            clock,
            root,
            f"sqlite+aiosqlite:///{Path(folder)}/linli.db",
            people,
            helpers,
            [
                sandbox.group(f"{n}号楼邻里群", *people[:neighbours], bot_admin=True)
                for n in range(1, groups + 1)
            ],
            [
                sandbox.group(f"{team.name}群", *people[:1], *helpers)
                for team in load_playbook("heyuan").teams
            ],
        )
        await _introduce(made)
        yield made


def _until_noon(now: datetime) -> timedelta:
    """To an hour at which nothing is held till the morning."""
    local = now.astimezone(load_playbook("heyuan").zone)
    return local.replace(hour=12, minute=0) - local


def _started(person: Person) -> Person:
    person.private.started = True
    return person


async def _introduce(made: Community) -> None:
    """Linli knows them all from before."""
    now = made.clock.now()
    async with made.database() as database:
        await migrate(database)
        async with database.work() as uow:
            for person in (*made.residents, *made.volunteers):
                member = Member(person.id, person.name, consented=TEXT)
                member.start(now)
                if person in made.volunteers:
                    for team in database.playbook.teams:
                        member.join(team.name, now)
                uow.add(member)
            for number, group in enumerate(made.groups, start=1):
                chat = Chat(group.id, group.title, hears_all=True)
                chat.bind_building(COMPOUND, f"{number}号楼", None, now)
                uow.add(chat)
            for team, group in zip(database.playbook.teams, made.teams, strict=True):
                chat = Chat(group.id, group.title)
                chat.bind_team(team.name, None, now)
                uow.add(chat)
