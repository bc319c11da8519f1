"""Notices as people live them who read traditional Chinese or English: every word they meet is theirs."""

from __future__ import annotations

import re

import pytest

from bot.domain.place import Place
from bot.sandbox import Group, Person
from bot.sandbox.pressing import Press
from bot.services.charges import give_charge
from bot.storage.knocks import Knocks
from bot.ui.i18n import Words, language_of, words_for
from tests.journeys.seeing import buttons
from tests.journeys.test_emergencies import a_mother
from tests.journeys.test_questions import toast
from tests.journeys.test_reach import kin
from tests.services.rosters import bring, household
from tests.town import BUILDING, COMPOUND, PLAYBOOK, Town
from tests.ui.test_locales import PAIRS

TONGUES = ["zh-hant", "en"]
TEXT = {"zh-hant": "明天停水", "en": "No water tomorrow"}
NAMES = re.compile("郑奶奶|孙婆婆|\\d+号楼|简体中文|繁體中文|“?(紧急)?通知「.*?」：[^。]*。”?")
"""What people, buildings and languages are called is nobody's to translate; and what a case says that was made by a press
is for those who see to it."""
SIMPLIFIED = "".join(pair[0] for pair in PAIRS.split())


class Tongue:
    """How the town speaks to one who reads that language."""

    def __init__(self, town: Town, code: str) -> None:
        self.town, self.code, self.text = town, code, TEXT[code]
        self.language = language_of(code)
        self.heard: list[str] = []

    @property
    def words(self) -> Words:
        """At this moment."""
        return words_for(self.language, PLAYBOOK.zone).at(self.town.clock.now())

    def label(self, key: str, **args: object) -> str:
        """A button."""
        return self.words.plain(key, **args)

    async def presses(self, person: Person, *keys: str, in_: Group | None = None) -> list[Press]:
        """One after the other."""
        made = [await person.presses(self.label(key), in_=in_) for key in keys]
        self.heard += [press.toast.text for press in made if press.toast]
        return made

    async def refused(self, person: Person, data: str, in_: Group) -> str:
        """A stale or forged press on the newest there is answered, in their language."""
        said = toast(await person.presses_data(data, on=person.last(in_), in_=in_))
        self.heard.append(said)
        return said

    async def group(self, *people: Person) -> Group:
        """Their building's, in which their language is spoken."""
        group = await self.town.building_group(*people)
        async with self.town.linli.database.work() as uow:
            chat = await uow.chats.find(group.id)
            assert chat is not None
            chat.language = self.language
        return group

    async def drafts(self, wang: Person) -> None:
        """To the whole compound."""
        await wang.says("/notice")
        await wang.says(self.text)
        await self.presses(wang, "button-notice-to")
        compound = PLAYBOOK.compound(COMPOUND)
        assert compound is not None
        await wang.presses(compound.title(self.language))
        await self.presses(wang, "button-notice-done")

    def met_nothing_foreign(self, *people: Person, groups: tuple[Group, ...] = ()) -> None:
        """In no message or button of ours, and in no answer to a press."""
        chats = [person.chat() for person in people]
        chats += [people[0].chat(group) for group in groups]
        ours = [one for chat in chats for one in chat if one.sender.is_bot]
        said = self.heard + [text for one in ours for text in (one.text, *buttons(one))]
        assert len(said) > 10
        foreign = SIMPLIFIED if self.language == "zh-TW" else "\u4e00-\u9fff"
        said = [NAMES.sub("", one) for one in said]
        assert [one for one in said if re.search(f"[{foreign}]", one)] == []


@pytest.fixture
def tongue(town: Town, request: pytest.FixtureRequest) -> Tongue:
    """That of the test's parameter."""
    return Tongue(town, request.param)


in_each = pytest.mark.parametrize("tongue", TONGUES, indirect=True)


@in_each
@pytest.mark.about_households
async def test_received_for_oneself_and_for_family_help_asked_for_and_told_at_the_door(
    tongue: Tongue,
) -> None:
    town, code = tongue.town, tongue.code
    lin, wang = (
        await town.volunteer("Lin", may_enter=True, language=code),
        await town.coordinator("Wang", language=code),
    )
    rooms = [household("郑奶奶", kinds="独居"), household("孙婆婆", room="502", kinds="独居")]
    await bring(town.linli.database, "households", *rooms)
    async with town.linli.database.work() as uow:
        head = (await uow.members.by_telegram([lin.id]))[lin.id]
        await give_charge(uow, head, "head", [Place(COMPOUND, BUILDING)], None, now=town.clock.now())
    await town.pass_time(minutes=1)
    mei = await town.resident("Mei", home=Place(COMPOUND, BUILDING, "9", "901"), language=code)
    group = await tongue.group(mei, lin)
    await tongue.drafts(wang)
    await tongue.presses(wang, "button-notice-send")
    desk = wang.last()
    await tongue.presses(mei, "button-received", in_=group)
    assert await tongue.refused(mei, "ngb:1", group) == tongue.label("no-notice-family")
    assert await tongue.refused(mei, "ngf:1", group)
    await kin(town, mei, 2)
    await town.restart()
    await tongue.presses(mei, "button-received-family", in_=group)
    [press] = await tongue.presses(mei, "button-need-help", in_=group)
    assert press.toast is not None
    assert press.toast.alert
    await tongue.presses(wang, "button-notice-reach", "button-knock")
    await town.pass_time(minutes=31)
    async with town.linli.database.look() as uow:
        [visit] = await Knocks(uow.session, 1).waiting(9)
    await lin.presses_data(f"jo:{visit.id}", on=lin.last())
    await tongue.presses(lin, "button-today", "button-knock-told")
    await town.pass_time(seconds=31)
    assert tongue.label("reach-also", what="door", count=1) in desk.text
    await tongue.presses(wang, "button-notice-back", "button-notice-withdraw", "button-notice-withdraw-sure")
    assert await tongue.refused(mei, "ntg:1", group) == tongue.label("no-stale-button")
    tongue.met_nothing_foreign(mei, wang, lin, groups=(group,))


@in_each
async def test_a_choice_and_a_sign_up_are_set_up_answered_and_closed(tongue: Tongue) -> None:
    town, code = tongue.town, tongue.code
    wang, mei = await town.coordinator("Wang", language=code), await town.resident("Mei", language=code)
    lin = await town.resident("Lin", language=code)
    group = await tongue.group(mei, lin)
    await tongue.drafts(wang)
    await tongue.presses(wang, "button-ask-people", "button-ask-choice")
    await wang.says("A\nB")
    await tongue.presses(wang, "button-ask-per-person", "button-notice-back", "button-notice-send")
    await mei.presses("A", in_=group)
    await town.restart()
    await mei.presses("B", in_=group)
    assert await tongue.refused(mei, "nqa:1:close", group)
    await tongue.presses(wang, "button-ask-results", "button-ask-close")
    assert tongue.label("question-result", mark="▸", text="B", count=1) in mei.last(group).text
    assert await tongue.refused(mei, "nqc:1:0", group) == tongue.label("no-question-closed")
    await town.pass_time(minutes=2)
    await tongue.drafts(wang)
    await tongue.presses(wang, "button-ask-people", "button-ask-sign-up")
    await wang.says("1")
    await tongue.presses(wang, "button-ask-begins")
    await wang.presses(buttons(wang.last())[1])  # tomorrow
    await wang.presses(buttons(wang.last())[8])  # at 15:00
    await tongue.presses(wang, "button-notice-back", "button-notice-send", "button-notice-again")
    await mei.presses_data("nqd:2", on=mei.last(group), in_=group)
    assert await tongue.refused(lin, "nqe:2", group) == tongue.label("no-not-signed-up")
    await town.pass_time(seconds=31)
    await tongue.presses(lin, "button-sign-up-full", in_=group)
    assert lin.sees(tongue.label("seat-stands", how="waiting", text=TEXT[code], count=0).split("\n")[0])
    await tongue.presses(mei, "button-not-going")
    assert lin.sees(tongue.label("seat-stands", how="moved", text=TEXT[code], count=0))
    await tongue.presses(wang, "button-ask-results", "button-ask-list")
    tongue.met_nothing_foreign(mei, wang, lin, groups=(group,))


@in_each
async def test_in_an_emergency_everybody_is_asked_and_the_roll_is_called_until_it_is_over(
    tongue: Tongue,
) -> None:
    town, code = tongue.town, tongue.code
    wang, mei = await town.coordinator("Wang", language=code), await town.resident("Mei", language=code)
    lin = await town.resident("Lin", home=Place(COMPOUND, BUILDING, "2", "502"), language=code)
    group = await tongue.group(mei, lin)
    await tongue.drafts(wang)
    await tongue.presses(wang, "button-ask-people", "button-ask-emergency", "button-notice-back")
    await tongue.presses(wang, "button-notice-send")
    await tongue.presses(mei, "button-safe", in_=group)
    assert await tongue.refused(mei, "ned:1", group) == tongue.label("no-roll-family")
    assert await tongue.refused(mei, "ntg:1", group) == tongue.label("no-roll-received")
    await a_mother(town, mei)
    await town.restart()
    await tongue.presses(mei, "button-for-family", in_=group)
    await mei.presses(tongue.label("roll-family-key", name="郑奶奶", how="help"))
    await mei.presses(tongue.label("roll-family-key", name="郑奶奶", how="safe"))
    await tongue.presses(lin, "button-need-help-now", in_=group)
    await lin.says("/notices")
    await lin.presses(TEXT[code])
    assert lin.sees(tongue.label("emergency-you-said", word="help"))
    assert await tongue.refused(lin, "nec:1:lift", group)
    await town.pass_time(seconds=31)
    await tongue.presses(
        wang, "button-roll-care", "button-notice-back", "button-roll-lift", "button-roll-lift"
    )
    assert mei.sees(tongue.label("emergency-over", at=town.clock.now(), count=2), in_=group)
    assert await tongue.refused(mei, "nea:1", group) == tongue.label("no-roll-over")
    tongue.met_nothing_foreign(mei, wang, lin, groups=(group,))


@in_each
async def test_its_writer_adds_another_language_and_a_group_chooses_its_own(tongue: Tongue) -> None:
    town, code = tongue.town, tongue.code
    other, number, text = (
        ("English", 2, TEXT["en"]) if code == "zh-hant" else ("繁體中文", 1, TEXT["zh-hant"])
    )
    wang, mei = await town.coordinator("Wang", language=code), await town.resident("Mei", language=code)
    group = await tongue.group(mei)
    await tongue.drafts(wang)
    await tongue.presses(wang, "button-notice-more")
    await wang.presses(f"＋{other}")
    await wang.says(text)
    await tongue.presses(wang, "button-notice-send")
    assert mei.sees(tongue.text, in_=group)
    assert not mei.sees(text, in_=group)
    assert await tongue.refused(mei, f"ntd:1:{number}", group)
    await tongue.presses(wang, "button-notice-fix")
    await wang.presses(f"✓ {other}")
    await wang.says(f"{text}!")
    await wang.joins(group)
    await wang.says("/lang", in_=group)
    offer = wang.last(group)
    await town.restart()
    assert toast(await mei.presses(other, in_=group))
    assert mei.sees(tongue.text, in_=group)
    await wang.presses(other, on=offer, in_=group)
    assert mei.sees(f"{text}!", in_=group)
    assert toast(await wang.presses_data(f"ntd:1:{number}", on=wang.last())) == tongue.label(
        "no-notice-sent-already"
    )
