"""After the door: 都挺好 in one press, or what there is to say; 撤销 for a minute; what is amiss becomes a case."""

from __future__ import annotations

import pytest
from sqlalchemy import func, insert, select

from bot.domain.task import HoldState
from bot.sandbox import Person
from bot.storage import tables
from bot.ui.buttons.triage import TriagePageButton
from tests.journeys.seeing import buttons, wait
from tests.journeys.test_visits import paired
from tests.services.cast import NOW
from tests.town import Town

pytestmark = pytest.mark.about_households


async def has_been_before(town: Town, person: Person) -> None:
    """They have made a visit: they need no company."""
    who = await town.member(person)
    async with town.linli.database.work() as uow:
        last = await uow.session.scalar(select(func.max(tables.visit.c.id)))
        row = {"visit_id": last, "member_id": who.id, "state": HoldState.DONE, "at": NOW, "name": who.name}
        await uow.session.execute(insert(tables.visit_hold).values(**row, newcomer=False, ended_at=NOW))


async def at_the_door(town: Town, language: str = "zh-hans") -> tuple[Person, Person]:
    """林伯 has promised to go, and is there."""
    lin, wang = await paired(town, language)
    await town.pass_time(minutes=1)
    await has_been_before(town, lin)
    await lin.presses(buttons(lin.last())[0])
    return lin, wang


async def test_she_was_met_and_all_is_well_in_two_presses(town: Town) -> None:
    lin, wang = await at_the_door(town)
    await lin.presses("见到了")
    assert lin.sees("她怎么样")
    assert not lin.sees("501")
    await town.restart()
    await lin.presses("都挺好")
    assert lin.sees("都挺好。")
    await wang.says("/visits")
    assert wang.sees("上次 刚才")


async def test_a_wrong_press_is_taken_back_within_the_minute_and_not_later(town: Town) -> None:
    lin, wang = await at_the_door(town)
    await lin.presses("见到了")
    await lin.presses("撤销")
    assert lin.sees("501")
    await wang.says("/visits")
    assert wang.sees("还没去过")
    await lin.presses("打电话联系上了")
    await wait(town, 70)
    press = await lin.presses("撤销")
    assert press.toast is not None
    assert "过了一分钟" in press.toast.text


async def test_what_is_amiss_becomes_a_case_in_one_press_and_both_know_of_each_other(town: Town) -> None:
    lin, wang = await at_the_door(town)
    await lin.presses("见到了")
    await lin.presses("有事要说")
    for label in ("聊了会天", "居家安全", "身体"):
        await lin.presses(label)
    await lin.says("厨房的灯不亮了" + "。" * 4000)
    await lin.sends("photo")
    assert lin.sees("照片先不用"), "people are not photographed"
    await lin.sends("voice")
    assert lin.sees("做了：聊了会天")
    assert lin.sees("语音 1 条")
    await town.restart()
    await lin.presses("报：居家安全")
    assert lin.sees("居家安全 → #1")
    press = await lin.presses("✓ 居家安全")
    assert press.toast is not None
    assert "已经报成 #1" in press.toast.text
    await lin.presses("说完了")
    assert lin.sees("要留意：身体")
    async with town.linli.database.look() as uow:
        case = await uow.cases.get(1)
    assert case.sensitive
    assert "厨房的灯不亮了" in case.text
    assert case.attachments[0].kind == "voice"
    await wang.says("/help")
    await wang.presses_data(TriagePageButton(1, "").pack(), on=wang.last())
    assert wang.sees("的探访（林伯）")
    assert wang.sees("那次还看到：身体")


async def test_who_did_not_go_cannot_say_how_she_was(town: Town) -> None:
    lin, _ = await at_the_door(town)
    await lin.presses("见到了")
    xiao = await town.volunteer("小林", may_enter=True)
    await xiao.says("/help")
    for data in ("f1:1", "f2:1", "f3:1:chat", "f4:1:home", "uv:1"):
        press = await xiao.presses_data(data, on=xiao.last())
        assert press.toast is not None
        assert "不在您手上" in press.toast.text or "不是您" in press.toast.text


@pytest.mark.parametrize(("language", "words"), [("zh-hant", "她還好嗎"), ("en", "How is she")])
async def test_the_question_is_put_in_the_helpers_language(town: Town, language: str, words: str) -> None:
    lin, _ = await at_the_door(town, language)
    await lin.presses({"zh-hant": "見到了", "en": "Met"}[language])
    assert lin.sees(words)
