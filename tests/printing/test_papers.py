"""The page with the key, the proof of service hours, and how lines break."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.printing import paper, proof
from bot.printing.wrapping import wrap
from bot.ui.bundles import LANGUAGES
from bot.ui.i18n import words_for
from tests.printing.reading import scans_of, words_of
from tests.town import PLAYBOOK

CODE = "QW4gaW52ZW50ZWQga2V5IG9mIDMyIGJ5dGVzLCBubyE="
FIRST = date(2026, 3, 4)


def test_a_page_to_keep_has_title_lines_code_and_qr() -> None:
    pdf = paper("数据密钥", ["请锁好。", "第二行"], CODE, code=CODE)
    (page,) = words_of(pdf)
    for text in ("数据密钥", "请锁好。", "第二行", "QW4g aW52 ZW50 ZWQg a2V5 IG9m", "byE="):
        assert text in page
    assert scans_of(pdf) == [[CODE]]


def test_more_lines_than_a_page_holds_go_on_to_the_next() -> None:
    assert len(words_of(paper("名单", [f"第{n}行" for n in range(100)]))) > 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_proof_says_who_when_what_and_how_long(language: str) -> None:
    say = words_for(language, PLAYBOOK.zone).plain
    rows = [(FIRST, "搬重物 · 3号楼", 30), (FIRST + timedelta(1), "上门探望", 95)]
    (page,) = words_of(proof("禾缘社区", "陈喆", (FIRST, FIRST + timedelta(30)), rows, 125, say))
    for text in ("陈喆", "禾缘社区", "搬重物 · 3号楼", "上门探望", "95", say("proof-title")):
        assert text.replace(" ", "") in page.replace(" ", "")
    assert say("proof-span", hours=2, minutes=5).replace(" ", "") in page.replace(" ", "")


def test_a_long_proof_repeats_its_head_and_keeps_sum_and_signature_together() -> None:
    say = words_for("zh-CN", PLAYBOOK.zone).plain
    rows = [(FIRST + timedelta(n), "陪老人去医院复查，" * (n % 5 + 1), 60) for n in range(120)]
    pages = words_of(proof("禾缘社区", "陈姐", (FIRST, FIRST + timedelta(120)), rows, 7200, say))
    assert len(pages) > 3
    assert all("服务内容" in page for page in pages[:-1])
    assert "合计：120 小时" in pages[-1]
    assert "盖章" in pages[-1]
    assert sum(page.count("2026年") for page in pages) == 122


def test_a_span_of_time_is_said_as_people_say_it() -> None:
    say = words_for("zh-CN", PLAYBOOK.zone).plain
    spans = [say("proof-span", hours=m // 60, minutes=m % 60) for m in (0, 45, 60, 90)]
    assert spans == ["0 分钟", "45 分钟", "1 小时", "1 小时 30 分钟"]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("一二三四五", 3, ["一二三", "四五"]),
        ("一二三，四五", 3, ["一二", "三，四", "五"]),
        ("看 Telegram 吧", 9, ["看", "Telegram", "吧"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("一\n二", 9, ["一", "二"]),
        ("", 9, [""]),
        ("他说“好的”了", 4, ["他说“好", "的”了"]),
    ],
)
def test_lines_break_where_a_reader_expects_it(text: str, width: int, lines: list[str]) -> None:
    assert list(wrap(text, width, lambda part: float(len(part)))) == lines
