"""What a notice says and when: words with their format, blanks, and the days on which it comes again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import RuleError
from bot.domain.notice import (
    LONGEST,
    Again,
    Notice,
    NoticeFile,
    NoticeState,
    Repeat,
    Target,
    To,
    Wording,
    blanks,
    filled,
    units,
    worded,
)

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
TEXTS = st.text(st.sampled_from("停水🚰👨‍👩‍👧é\n a"), min_size=1, max_size=30)


@st.composite
def wordings(draw: st.DrawFn) -> Wording:
    """Words with entities that lie on whole symbols."""
    text = draw(TEXTS)
    at = [0]
    for symbol in text:
        at.append(at[-1] + units(symbol))
    spans = draw(st.lists(st.tuples(st.sampled_from(at), st.sampled_from(at)), max_size=4))
    return Wording(text, tuple(_mark(a, b - a) for a, b in spans if a < b))


def _mark(offset: int, length: int) -> dict[str, Any]:
    return {"type": "bold", "offset": offset, "length": length}


def marked(words: Wording) -> list[str]:
    """What its entities lie on."""
    raw = words.text.encode("utf-16-le")
    spans = [(one["offset"], one["offset"] + one["length"]) for one in words.entities]
    return [raw[a * 2 : b * 2].decode("utf-16-le") for a, b in spans]


@given(wordings(), wordings())
def test_what_is_added_before_moves_the_format_with_its_words(prefix: Wording, words: Wording) -> None:
    both = prefix.then(words)
    assert both.text == f"{prefix.text}\n{words.text}"
    assert marked(both) == [*marked(prefix), *marked(words)]


@given(wordings(), st.integers(2, 40))
def test_what_is_cut_keeps_its_format_on_whole_symbols(words: Wording, most: int) -> None:
    cut = words.cut(most)
    assert units(cut.text) <= max(most, 1)
    assert cut == words or words.text.startswith(cut.text.removesuffix("…"))
    for part in marked(cut):
        assert part in words.text


def test_only_format_is_kept_and_nobody_who_was_mentioned() -> None:
    said = worded("@a b", [{"type": "mention", "offset": 0, "length": 2}, _mark(3, 1)])
    assert said.entities == (_mark(3, 1),)


def test_blanks_are_filled_in_wherever_they_stand_and_an_answer_makes_no_new_ones() -> None:
    text = "{哪天}停水，{哪里}。记住：{哪天}"
    assert blanks(text) == ["哪天", "哪里"]
    first = filled(Wording(text, given=True), "哪天", " 明天{上午} ")
    assert first.text == "明天（上午）停水，{哪里}。记住：明天（上午）"
    assert blanks(first.text) == ["哪里"]


WATER = {
    "zh-CN": "{哪天}停水，{哪里}。记住：{哪天}",
    "en": "No water in {where} of {what}, {where}!",
    "zh-TW": "停水",
}


def test_what_is_filled_in_stands_in_every_language_and_what_somebody_wrote_is_left_alone() -> None:
    notice = Notice(1, NOW)
    notice.use("zh-CN", {name: WATER[name] for name in ("zh-CN", "en")}, NOW)
    notice.write("zh-TW", Wording("我自己寫的 {哪天}"), (), None, NOW)
    notice.fill("哪天", "明天", NOW)
    assert (notice.blanks, notice.words("en").text) == (["哪里"], "No water in 明天 of {what}, 明天!")
    notice.write("en", Wording("No water tomorrow"), (), None, NOW, anew=True)
    notice.write("zh-CN", Wording(), (NoticeFile("photo", "p"),), None, NOW, anew=True)
    assert notice.blanks == ["哪里"], "a picture or another language fills nothing in"
    notice.fill("哪里", "3号楼", NOW)
    assert {name: one.text for name, one in notice.texts.items()} == {
        "zh-CN": "明天停水，3号楼。记住：明天",
        "en": "No water tomorrow",
        "zh-TW": "我自己寫的 {哪天}",
    }
    with pytest.raises(RuleError, match="no-stale-button"):
        notice.fill("哪天", "后天", NOW)


def test_other_words_in_the_writers_language_take_the_templates_others_with_them() -> None:
    notice = Notice(1, NOW)
    notice.use("zh-CN", {name: WATER[name] for name in ("zh-CN", "en")}, NOW)
    notice.write("zh-TW", Wording("我自己寫的"), (), None, NOW)
    with pytest.raises(RuleError, match="no-notice-too-long"):
        notice.fill("哪天", "长" * 20_000, NOW)
    notice.write("zh-CN", Wording("今天看电影"), (), None, NOW, anew=True)
    assert set(notice.texts) == {"zh-CN", "zh-TW"}
    assert notice.blanks == []


@pytest.mark.parametrize(
    ("again", "first", "expected"),
    [
        (Again.DAY, "2026-03-04", ["2026-03-05", "2026-03-06"]),
        (Again.WEEK, "2026-03-04", ["2026-03-11", "2026-03-18"]),
        (Again.FORTNIGHT, "2026-03-04", ["2026-03-18", "2026-04-01"]),
        (Again.MONTH, "2026-01-31", ["2026-02-28", "2026-03-31", "2026-04-30"]),
        (Again.YEAR, "2024-02-29", ["2025-02-28", "2026-02-28"]),
    ],
)
def test_it_comes_again_on_the_same_day_at_the_same_hour(
    again: Again, first: str, expected: list[str]
) -> None:
    at = datetime.fromisoformat(f"{first}T09:00").replace(tzinfo=ZONE)
    repeat, found = Repeat(again, at, None), at
    for day in expected:
        following = repeat.after(found, ZONE)
        assert following is not None
        assert following.astimezone(ZONE).isoformat()[:16] == f"{day}T09:00"
        found = following


@given(st.sampled_from(Again), st.integers(0, 4000), st.integers(0, 3))
def test_the_next_time_is_always_later_and_none_is_left_out(again: Again, hours: int, seconds: int) -> None:
    repeat = Repeat(again, NOW, None)
    at = NOW + timedelta(hours=hours, seconds=seconds)
    following = repeat.after(at, ZONE)
    assert following is not None
    assert following > at
    longest = {Again.DAY: 1, Again.WEEK: 7, Again.FORTNIGHT: 14, Again.MONTH: 31, Again.YEAR: 366}[again]
    assert following - at <= timedelta(days=longest)


def test_after_its_last_day_it_comes_no_more_and_what_was_missed_comes_once() -> None:
    repeat = Repeat(Again.WEEK, NOW, date(2026, 3, 25))
    assert repeat.after(NOW + timedelta(days=20), ZONE) == NOW + timedelta(days=21)
    assert repeat.after(NOW + timedelta(days=21), ZONE) is None


def _draft(**more: Any) -> Notice:
    return Notice(1, NOW, texts={"zh-CN": Wording("停水")}, audience=(Target(To.ALL),), id=7, **more)


def test_the_next_one_is_the_same_for_its_own_time_and_holds_as_long() -> None:
    notice = _draft(again=Again.WEEK, valid_until=NOW + timedelta(days=2))
    notice.release(NoticeState.WAITING, NOW, NOW)
    assert notice.begin(NOW)
    following = notice.next_one(NOW, ZONE)
    assert following is not None
    assert (following.id, following.state, following.origin_id) == (None, NoticeState.SCHEDULED, 7)
    assert following.send_at == NOW + timedelta(days=7)
    assert following.valid_until == NOW + timedelta(days=9)
    assert following.sent_at is None


def test_what_is_too_long_is_kept_but_not_sent() -> None:
    notice = _draft()
    notice.write("zh-CN", Wording("长" * (LONGEST + 5)), (), None, NOW, anew=True)
    assert notice.too_long == 5
    with pytest.raises(RuleError, match="no-notice-too-long"):
        notice.must_be_whole()


def test_corrected_words_still_fit_below_the_picture_and_stay_apart_where_they_were() -> None:
    below = _draft(files=(NoticeFile("photo", "p"),))
    apart = _draft(files=(NoticeFile("photo", "p"),))
    apart.texts = {"zh-CN": Wording("长" * 2000)}
    for one in (below, apart):
        one.release(NoticeState.WAITING, NOW, NOW)
        one.begin(NOW)
    with pytest.raises(RuleError, match="no-notice-too-long"):
        below.correct("zh-CN", Wording("长" * 1000), NOW)
    apart.correct("zh-CN", Wording("短"), NOW)
    assert apart.apart
    assert not below.apart
