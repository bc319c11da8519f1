"""A lively neighbourhood: who lives and helps there, and what they do next, by chance."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.domain.chat import Chat
from bot.domain.consent import TEXT
from bot.domain.member import Member
from bot.domain.place import Place
from bot.playbooks.load import load_playbook
from bot.storage.database import Database
from tests.faults.people import People

TEAM = "交通督导队"
WORDS = "共享单车乱停挡住路口"
COMPOUND = load_playbook("heyuan").compounds[0]
BUILDINGS = [building.name for building in COMPOUND.buildings][:3]


@dataclass
class Crowd:
    """People by their Telegram numbers, and what they said and pressed so far."""

    people: People
    dice: random.Random
    residents: list[int] = field(default_factory=list)
    volunteers: list[int] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    team: int = 0
    said: list[str] = field(default_factory=list)
    sent: set[int] = field(default_factory=set)
    finished: set[tuple[int, int]] = field(default_factory=set)
    presses: Counter[str] = field(default_factory=Counter)

    async def move_in(self, database: Database) -> None:
        """They come to live here, and the bot has met them all."""
        for name in ("阿强", "梅姨", "林伯", "小周", "老郑", "阿珍"):
            self.residents.append((await self.people.does("person", name=name))["id"])
        for name in ("陈姐", "老吴", "小许", "阿芳"):
            self.volunteers.append((await self.people.does("person", name=name))["id"])
        everybody = [*self.residents, *self.volunteers]
        for building in BUILDINGS:
            body = {"title": f"{building}邻里群", "people": everybody, "bot_admin": True}
            self.groups.append((await self.people.does("group", **body))["id"])
        body = {"title": f"{TEAM}群", "people": self.volunteers}
        self.team = (await self.people.does("group", **body))["id"]
        for person in everybody:
            await self.people.acts("start", person=person)
        await self._register(database)

    async def _register(self, database: Database) -> None:
        now = datetime.now(UTC)
        async with database.work() as uow:
            for number, person in enumerate(self.residents):
                member = Member(person, f"居民{number}", started_at=now, consented=TEXT)
                member.settle_at(Place(COMPOUND.name, BUILDINGS[number % len(BUILDINGS)]), now)
                uow.add(member)
            for number, person in enumerate(self.volunteers):
                member = Member(person, f"志愿者{number}", started_at=now, consented=TEXT)
                member.join(TEAM, now)
                uow.add(member)
            for group, building in zip(self.groups, BUILDINGS, strict=True):
                chat = Chat(group, f"{building}邻里群", hears_all=True)
                chat.bind_building(COMPOUND.name, building, None, now)
                uow.add(chat)
            chat = Chat(self.team, f"{TEAM}群")
            chat.bind_team(TEAM, None, now)
            uow.add(chat)

    async def acts(self) -> None:
        """One thing somebody does next; nothing, when there is nothing to do it to."""
        deeds = [self._reports] * 3 + [self._tells_privately, self._sends] + [self._claims] * 4
        deeds += [self._finishes] * 4 + [self._answers] * 3 + [self._joins] * 2 + [self._lets_go]
        await self.dice.choice(deeds)()

    async def _reports(self) -> None:
        words = f"{WORDS}，第{len(self.said) + 1}次"
        self.said.append(words)
        chat = self.dice.choice(self.groups)
        person = self.dice.choice(self.residents)
        await self.people.acts("say", person=person, chat=chat, text=f"/report {words}")

    async def _tells_privately(self) -> None:
        """One draft a person, so that no two messages are parts of one."""
        quiet = [person for person in self.residents if person not in self.sent]
        if not quiet:
            return
        person = quiet[0]
        self.sent.add(person)
        words = f"{WORDS}，我住这里，第{len(self.said) + 1}次"
        self.said.append(words)
        await self.people.acts("say", person=person, chat=person, text=words)

    async def _sends(self) -> None:
        await self._press("提交", self.residents, own=True, times=2)

    async def _claims(self) -> None:
        await self._press("认领", [self.team], by=self.volunteers, times=3)

    async def _finishes(self) -> None:
        await self._press("办好了", self.volunteers, own=True, times=2)

    async def _lets_go(self) -> None:
        await self._press("我去不了", self.volunteers, own=True)

    async def _answers(self) -> None:
        await self._press("已解决", self.residents, own=True, times=2)

    async def _joins(self) -> None:
        await self._press("我也遇到了", self.groups, by=self.residents)

    async def _press(
        self, label: str, chats: list[int], *, by: list[int] | None = None, own: bool = False, times: int = 1
    ) -> None:
        """Somebody presses a button that is on show, perhaps several people, perhaps twice."""
        shown = self.people.showing(label, *chats)
        if not shown:
            return
        message, data = self.dice.choice(shown)
        for _ in range(self.dice.randint(1, times)):
            person = message["chat"] if own else self.dice.choice(by or [message["chat"]])
            self.presses[label] += 1
            body = {"person": person, "chat": message["chat"], "message": message["id"], "data": data}
            await self.people.acts("press", **body)

    async def finish_drafts(self) -> bool:
        """Everybody presses each 提交 there is once; True when there was nothing left to press.

        A preview that came twice keeps its button for ever where it came first; pressing it says so, and no more.
        """
        shown = self.people.showing("提交", *self.residents)
        fresh = [(m, data) for m, data in shown if (m["chat"], m["id"]) not in self.finished]
        for message, data in fresh:
            self.finished.add((message["chat"], message["id"]))
            self.presses["提交"] += 1
            body = {"person": message["chat"], "chat": message["chat"], "message": message["id"]}
            await self.people.acts("press", **body, data=data)
        return not fresh
