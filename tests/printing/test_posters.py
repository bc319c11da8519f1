"""Posters for the doors: their Chinese is there to read, their code to scan, in every language, on any machine."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.place import Place
from bot.playbooks.load import load_playbook
from bot.printing import FontError, Poster, posters, unprintable
from bot.printing.face import SHIPPED
from bot.printing.pictures import pictures
from bot.ui.bundles import LANGUAGES
from bot.ui.i18n import words_for
from bot.ui.papers import poster_of
from tests.printing.reading import drawn, ink, scans_of, words_of

HEYUAN = load_playbook("heyuan")
DOOR = Place("源昌鑫海湾", "3号楼", "2")


def poster(language: str = "zh-CN", place: Place = DOOR) -> Poster:
    return poster_of(place, HEYUAN, words_for(language, HEYUAN.zone), "linli_bot")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_on_it_can_be_read_and_the_code_leads_to_the_bot(language: str) -> None:
    made = poster(language)
    pdf = posters([made], "楼门口")
    (page,) = words_of(pdf)
    for text in made.texts:
        assert text.replace(" ", "") in page.replace(" ", "")
    assert scans_of(pdf) == [[f"https://t.me/linli_bot?start={made.payload}"]]


def test_it_names_community_building_and_unit_and_the_numbers_of_the_playbook() -> None:
    made = poster()
    assert (made.community, made.compound, made.door) == ("禾缘社区", "源昌鑫海湾", "3号楼 2单元")
    for number in ("119", "120", "110"):
        assert number in made.dial
    assert any("对我说话" in line for line in made.lines)


def test_the_characters_are_really_drawn_not_left_as_boxes() -> None:
    """The same page with characters that no font has is empty boxes, and looks quite different."""
    real = replace(poster(), compound="源昌鑫海湾")
    boxes = replace(poster(), compound="\U0010fffd" * 5)
    place = (0.1, 0.09, 0.9, 0.17)
    first, second = pictures(posters([real, boxes], "x"), dpi=60)
    assert ink(first, place) > 0.05
    assert drawn(first).crop((0, 0, 496, 130)).tobytes() != drawn(second).crop((0, 0, 496, 130)).tobytes()


def test_it_is_one_a4_page_a_building() -> None:
    pages = list(pictures(posters([poster(), poster()], "x"), dpi=72))
    assert [drawn(page).size for page in pages] == [(596, 842)] * 2


def test_a_very_long_name_still_fits_on_its_line() -> None:
    long = replace(
        poster(), compound="福建省厦门市湖里区五缘湾道禾缘社区第一网格联发五缘湾壹号花园", door="1" * 60
    )
    (page,) = pictures(posters([long], "x"), dpi=60)
    assert ink(page, (0, 0, 0.05, 1)) == 0
    assert ink(page, (0.95, 0, 1, 1)) == 0


def test_a_whole_community_of_217_buildings_is_a_small_file_in_seconds() -> None:
    pages = [replace(poster(), door=f"{n}号楼") for n in range(217)]
    began = time.process_time()
    pdf = posters(pages, "x")
    assert time.process_time() - began < 30
    assert len(pdf) < 2_000_000
    assert len(words_of(pdf)) == 217


def test_the_shipped_font_has_every_character_that_a_name_can_have() -> None:
    gbk = [
        bytes((first, second)).decode("gbk", "ignore")
        for first in range(0x81, 0xFF)
        for second in range(0x40, 0xFF)
    ]
    ideographs = {sign for text in gbk for sign in text if "\u4e00" <= sign <= "\u9fa5"}
    assert len(ideographs) == 20_902
    assert unprintable(ideographs) == ""
    assert unprintable(["喆堃", "繁體灣"]) == ""
    assert unprintable(["好\U0010fffd"]) == "\U0010fffd"


def test_another_font_is_taken_by_its_path_and_a_broken_one_named(tmp_path: Path) -> None:
    copy = tmp_path / "other.otf"
    copy.write_bytes(SHIPPED.read_bytes())
    assert words_of(posters([poster()], "x", copy))
    broken = tmp_path / "broken.otf"
    broken.write_bytes(b"no font at all")
    for font in (broken, tmp_path / "none.ttf", tmp_path / "font.pdf"):
        with pytest.raises(FontError, match=font.name):
            posters([poster()], "x", font)
