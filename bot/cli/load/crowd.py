"""The crowd: invented people and buildings' groups, and what they say and press, the same for the same seed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from random import Random

from bot.cli.load.listening import ListeningSandbox
from bot.domain.playbook import Playbook
from bot.sandbox import Group, Message, Person
from bot.ui.buttons.button import Button
from bot.ui.buttons.privacy import ConsentButton
from bot.ui.buttons.reports import FollowButton, SendDraftButton

PATIENCE_S = 60.0
NEWEST = 20
"""Among so many of a group's newest messages somebody looks for a card to press on."""


class Crowd:
    """`sandbox` is where they live; the coordinator is the first who comes."""

    def __init__(
        self, sandbox: ListeningSandbox, playbook: Playbook, people: int, groups: int, seed: int
    ) -> None:
        self._sandbox = sandbox
        self._random = Random(seed)
        self._words = [word for category in playbook.categories for word in category.words]
        self._coordinator = sandbox.person("协调员")
        self._people = [sandbox.person(f"居民{n}") for n in range(1, people + 1)]
        places = [(compound.name, one.name) for compound in playbook.compounds for one in compound.buildings]
        several = cycle(places)  # a building may have more than one group
        self._groups = {
            self._group(f"{compound}{building}邻里群"): f"{compound} {building}"
            for compound, building in islice(several, groups)
        }

    def _group(self, title: str) -> Group:
        return self._sandbox.group(title, self._coordinator, *self._people, with_bot=False)

    async def settle_in(self, link: str) -> None:
        """Everybody presses Start and 同意; with a coordinator's link, groups are bound too.

        Raises TimeoutError when the bot does not answer.
        """
        if self._groups:
            await self._coordinator.follows(link)
            await self._agree(self._coordinator)
            for group in self._groups:
                await self._coordinator.adds_bot(group, admin=True)
            await self._heard_in_groups(1)  # a webhook may bring what is said before that it was added
            for group, place in self._groups.items():
                await self._coordinator.says(f"/bind {place}", in_=group)
            await self._heard_in_groups(2)
        for person in self._people:
            await person.starts()
            await self._agree(person)

    async def _heard_in_groups(self, times: int) -> None:
        await self._sandbox.until(
            lambda: all(len(_from_bot(group.messages)) >= times for group in self._groups), PATIENCE_S
        )

    async def _agree(self, person: Person) -> None:
        await self._sandbox.until(lambda: bool(_from_bot(person.chat())), PATIENCE_S)
        yes = [(on, data) for on, data in _buttons(person.chat(), ConsentButton) if data.endswith(":1")]
        if yes:
            message, data = yes[-1]
            press = await person.presses_data(data, on=message)
            await self._sandbox.until(lambda: press.answered, PATIENCE_S)

    async def act(self) -> bool:
        """Somebody who waits for nothing says something or presses; False when everybody waits."""
        free = [one for one in self._people if one.id not in self._sandbox.waits]
        if not free:
            return False
        person = self._random.choice(free)
        group = self._random.choice(list(self._groups)) if self._groups else None
        if draft := next(_buttons(person.chat(), SendDraftButton), None):
            await self._press(person, draft, None)
        elif (
            group
            and self._random.random() < 0.5
            and (cards := list(_buttons(group.messages[-NEWEST:], FollowButton)))
        ):
            await self._press(person, self._random.choice(cards), group)
        else:
            self._sandbox.ask(person.id, "report")
            await person.says(f"/report {self._random.choice(self._words)}", in_=group)
        return True

    async def _press(self, person: Person, button: tuple[Message, str], group: Group | None) -> None:
        message, data = button
        press = await person.presses_data(data, on=message, in_=group)
        if not press.answered:
            self._sandbox.ask(press, f"press {data.partition(':')[0]}")


def _from_bot(messages: Iterable[Message]) -> list[Message]:
    return [message for message in messages if message.sender.is_bot]


def _buttons(messages: Iterable[Message], kind: type[Button]) -> Iterator[tuple[Message, str]]:
    for message in messages:
        for row in message.buttons:
            for button in row:
                if (button.data or "").startswith(f"{kind.tag}:"):
                    yield message, button.data or ""
