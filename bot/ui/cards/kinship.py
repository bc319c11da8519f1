"""家属: one's links, the question to the old person, and to who asks them at the door."""

from __future__ import annotations

from bot.domain.kinship import Consent, Kinship, Tie
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, may
from bot.storage.work import UnitOfWork
from bot.ui.buttons.kinship import (
    IAmFamilyButton,
    KinAnswerButton,
    KinBackButton,
    KinCodeButton,
    KinEndButton,
    KinRecordButton,
    KinSendListButton,
    KinShareButton,
    TieButton,
)
from bot.ui.cards.proxies import called
from bot.ui.cards.status import category_name, place_line, status_line
from bot.ui.grid import choice
from bot.ui.i18n import Markup
from bot.ui.phones import dialable
from bot.ui.screen import Reader, Rows, Screen

_TIES = {
    Tie.CHILD: "button-tie-child",
    Tie.GRANDCHILD: "button-tie-grandchild",
    Tie.SPOUSE: "button-tie-spouse",
    Tie.RELATIVE: "button-tie-relative",
    Tie.CARER: "button-tie-carer",
}


async def family(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Whose family one is, who is one's own, and the way to more."""
    lines, rows = [reader.words("family-head")], []
    for link in await uow.kin.live_of(ref):
        if link.elder_id == ref:
            other = (await uow.members.get(link.family_id)).name
            lines.append(reader.words("family-mine", name=other, tie=str(link.tie), state=str(link.state)))
        else:
            other = await called(uow, link, reader)
            lines.append(reader.words("family-theirs", name=other, tie=str(link.tie), state=str(link.state)))
        end = reader.words.plain("kin-end-of", name=other)
        rows.append([choice(end, KinEndButton(link.id or 0))])
    rows.append([reader.key("button-i-am-family", IAmFamilyButton())])
    rows.append([reader.key("button-kin-code", KinCodeButton())])
    return Screen(Markup("\n".join(lines)), rows)


async def kin_tie(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """What are you to them?"""
    keys = [reader.key(label, TieButton(tie)) for tie, label in _TIES.items()]
    return Screen(reader.words("kin-tie-ask"), [keys[:2], keys[2:4], keys[4:]])


async def kin_consent(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """To the old person: yes or no; then, what may they hear; then, how to end it."""
    link = await uow.kin.get(ref)
    elder, person = await uow.members.find(link.elder_id), await uow.members.get(link.family_id)
    if elder is None or elder.telegram_id != reader.chat_id:
        return None
    state = str(link.state)
    text = reader.words("kin-consent", name=person.name, tie=str(link.tie), state=state, shares=link.shares)
    if link.state is Consent.ASKED:
        yes = reader.key("button-kin-yes", KinAnswerButton(ref, 1))
        return Screen(text, [[yes], [reader.key("button-kin-no", KinAnswerButton(ref, 0))]])
    if link.state is not Consent.GIVEN:
        return Screen(text)
    rows: Rows = [
        [reader.key("button-kin-unshare", KinShareButton(ref, 0))]
        if link.shares
        else [reader.key("button-kin-share", KinShareButton(ref, 1))],
        [reader.key("button-kin-off", KinEndButton(ref))],
    ]
    return Screen(text, rows)


async def kin_visit(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """To who asks at the door: whom, where, on whose behalf; taken back once it is written down."""
    link = await uow.kin.get(ref)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or not _may_record(person, link):
        return None
    if link.state is not Consent.ASKED:
        return Screen(reader.words("kin-visit-over", state=str(link.state)))
    family = await uow.members.get(link.family_id)
    place = place_line(link.place, reader)
    if link.phone:
        phone = dialable(link.phone)
        whom = reader.words("details-whom-phone", name=link.name or "", place=place, phone=phone)
    else:
        whom = reader.words("details-whom", name=link.name or "", place=place)
    ask = reader.words("kin-visit", name=family.name, tie=str(link.tie))
    rows: Rows = [
        [reader.key("button-kin-said-yes", KinRecordButton(ref, 1))],
        [reader.key("button-kin-said-all", KinRecordButton(ref, 2))],
        [reader.key("button-kin-said-no", KinRecordButton(ref, 0))],
    ]
    if may(person, Verb.KIN_SEND, Subject(place=link.place.public)):
        rows.append([reader.key("button-kin-send", KinSendListButton(ref, 0))])
    elif link.asker_id == person.id:
        rows.append([reader.key("button-release", KinBackButton(ref))])
    return Screen(Markup(f"{whom}\n{ask}"), rows, protect=True)


async def kin_case(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """To family with whom it is shared: what it is about and how it stands. Nothing once it is shared no more."""
    case = await uow.cases.get(ref)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    links = await uow.kin.elders_of(person.id) if person else []
    mine = [one for one in links if one.shares and one.elder_id == case.reporter_id]
    if case.sensitive or case.reporter_id is None or not mine:
        return None
    status = status_line(case, await uow.tasks.of_case(case.id), reader)
    category, name = category_name(case.category, reader), await called(uow, mine[0], reader)
    return Screen(reader.words("kin-case", no=case.number, name=name, category=category, status=status))


def _may_record(person: Member, link: Kinship) -> bool:
    own = link.asker_id is not None and link.asker_id == person.id
    return person.id != link.family_id and may(
        person, Verb.KIN_RECORD, Subject(own=own, place=link.place.public)
    )
