"""A card or a post that cannot be rendered stops no other, and a person hears of it."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from bot.domain.member import Role
from bot.storage.machinery import PostState
from bot.storage.work import UnitOfWork
from bot.ui.cards import CARDS
from bot.ui.screen import Reader, Screen
from tests.delivery.office import Office
from tests.delivery.test_cards import shown_to


async def _broken(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    raise ZeroDivisionError


async def _breaks_the_transaction(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    await uow.session.execute(text("SELECT nothing FROM nowhere"))
    return None


@pytest.mark.parametrize("card", [_broken, _breaks_the_transaction])
async def test_a_card_that_cannot_be_rendered_stops_no_other(
    office: Office, monkeypatch: pytest.MonkeyPatch, card: object
) -> None:
    monkeypatch.setitem(CARDS, "broken", card)
    mei = await office.person("梅阿姨")
    await office.puts_up(mei.id, card="broken", ref=7)
    await office.puts_up(mei.id)
    await office.says(mei.id, "有人在办")
    await office.says(mei.id, "没有这句话", key="no-such-sentence")
    await office.delivers_for(3)
    assert set(shown_to(mei)) == {"“新”", "“有人在办”"}


async def test_a_coordinator_hears_of_a_card_that_cannot_be_rendered_and_it_lives_on(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(CARDS, "broken", _broken)
    wang = await office.person("王社工", role=Role.COORDINATOR)
    mei = await office.person("梅阿姨")
    await office.puts_up(mei.id, card="broken", ref=1)
    await office.delivers_for(60, step=5)
    assert [text for text in shown_to(wang) if "有一条消息发不出去" in text] == shown_to(wang)
    assert len(shown_to(wang)) == 1
    monkeypatch.setitem(CARDS, "broken", CARDS["board"])
    await office.changes("好了")
    await office.delivers_for(3)
    assert shown_to(mei) == ["“好了”"]


async def test_words_that_cannot_be_rendered_are_parked(office: Office) -> None:
    mei = await office.person("梅阿姨")
    await office.says(mei.id, "x", key="no-such-sentence")
    await office.delivers()
    [post] = await office.posts()
    assert post["state"] is PostState.FAILED
    assert "cannot render" in post["error"]


async def test_when_the_database_cannot_be_read_everything_is_tried_again_later(office: Office) -> None:
    mei = await office.person("梅阿姨")
    await office.puts_up(mei.id)
    await office.says(mei.id, "有人在办")
    async with office.database.work() as uow:
        await uow.session.execute(text("ALTER TABLE member RENAME TO hidden"))
    await office.delivers_for(3)
    assert shown_to(mei) == []
    async with office.database.work() as uow:
        await uow.session.execute(text("ALTER TABLE hidden RENAME TO member"))
    await office.delivers_for(70, step=5)
    assert shown_to(mei) == ["“有人在办”", "“新”"]
