"""Where a message says something is, however it is written, and what only looks like a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.domain.place import Place
from bot.domain.triage import understand
from bot.playbooks.load import load_playbook

HEYUAN = load_playbook("heyuan")
GROUP = Place("源昌鑫海湾", "3号楼")
FLAT = Place("源昌鑫海湾", "3号楼", "2", "501")

SPELLINGS = [
    "{b}号楼{u}单元{r}",
    "{b}號樓{u}單元{r}室",
    "{b}栋{u}单元{r}室",
    "{b}棟 {u} 單元 {r}",
    "{b}幢{u}单元{r}",
    "{b}#{u}单元{r}",
    "{b}号{u}单元{r}",
    "{b}-{u}-{r}",
    "{b}号楼{u}-{r}",
    "building {b} unit {u} room {r}",
    "第{b}栋，{u}单元，{r}房",
]
WIDE = str.maketrans("0123456789-#", "０１２３４５６７８９－＃")
CHINESE = "零一二三四五六七八九"


def where(text: str, home: Place | None = None) -> Place:
    return understand(text, HEYUAN, home or Place()).place


def numeral(number: int) -> str:
    """A number below 100 in Chinese characters."""
    tens, ones = divmod(number, 10)
    start = "" if tens == 0 else "十" if tens == 1 else CHINESE[tens] + "十"
    return start + (CHINESE[ones] if ones or not tens else "")


doors = some.tuples(some.integers(1, 40), some.integers(1, 9), some.integers(1, 33), some.integers(1, 8))


@given(doors, some.sampled_from(SPELLINGS), some.booleans())
def test_a_door_is_read_in_every_spelling(door: tuple[int, int, int, int], spelling: str, wide: bool) -> None:
    building, unit, floor, flat = door
    room = f"{floor}{flat:02d}"
    written = spelling.format(b=building, u=unit, r=room)
    read = where((written.translate(WIDE) if wide else written) + " 漏水了，麻烦看看")
    assert read == Place(None, f"{building}号楼", str(unit), room)


@given(doors)
def test_a_door_is_read_in_chinese_numerals(door: tuple[int, int, int, int]) -> None:
    building, unit, floor, flat = door
    room = f"{floor}{flat:02d}"
    spoken = "".join(CHINESE[int(digit)] for digit in room)
    read = where(f"{numeral(building)}号楼{numeral(unit)}单元{spoken}没电")
    assert read == Place(None, f"{building}号楼", str(unit), room)


@pytest.mark.parametrize(
    "text",
    [
        "打13800001234找我",
        "13800001234, 0592-1234567 都打不通",
        "0592 1234567 没人接",
        "11月22日9:00-17:00停水",
        "2024-11-22 停电",
        "3号停水吗",
        "每月15号交",
        "上午9点到11点",
        "300-500元",
        "¥1200 太贵",
        "一共3-500块",
        "打了12345和110",
        "95598说不归他们管",
        "3楼灯坏了",
        "五楼有人装修",
        "1-6号楼停水",
        "3至8栋停电",
        "三栋楼都没水",
        "两栋楼中间的路灯",
        "这栋楼的电梯",
        "一座桥",
        "5座车占了车位",
        "500人参加",
        "100米外",
        "身份证350203199001011234",
        "#12 修好了吗",
    ],
)
def test_what_only_looks_like_a_place_is_none(text: str) -> None:
    assert where(text) == Place()


def test_a_building_is_called_as_its_compound_calls_it() -> None:
    assert where("缘美公寓a栋门禁坏了") == Place("缘美公寓", "A座")
    assert where("国际外滩2座漏水") == Place("新景国际外滩", "2号楼")


def test_what_is_left_unsaid_is_the_groups_building() -> None:
    assert where("电梯坏了", GROUP) == GROUP
    assert where("2单元门禁坏了", GROUP) == Place("源昌鑫海湾", "3号楼", "2")
    assert where("5号楼漏水", GROUP) == Place("源昌鑫海湾", "5号楼")
    assert where("万科3号楼漏水", GROUP) == Place("万科", "3号楼")


def test_what_is_out_of_doors_is_in_no_building() -> None:
    assert where("河边有人落水", GROUP) == Place("源昌鑫海湾")


def test_a_persons_flat_is_meant_only_where_it_is_theirs() -> None:
    assert where("我家水管漏了", FLAT) == FLAT
    assert where("电梯坏了", FLAT) == GROUP
    assert where("我家在5号楼，没水", FLAT) == Place("源昌鑫海湾", "5号楼")


@pytest.mark.parametrize(
    "text",
    [
        "3号楼501漏水",
        "我住502",
        "电话13800001234",
        "call me at +86 138 0000 1234",
        "座机0592-1234567",
        "电话一三八零零零零一二三四",
    ],
)
def test_a_flat_or_a_phone_in_a_message_is_noticed(text: str) -> None:
    assert understand(text, HEYUAN).personal


@pytest.mark.parametrize("text", ["3号楼2单元楼道灯不亮", "打过12345了", "11月22日停水", "一共1200元"])
def test_what_names_nobody_is_not_personal(text: str) -> None:
    assert not understand(text, HEYUAN).personal


@pytest.mark.parametrize("said", ["帮奶奶搬米上楼，2单元1502", "2单元 1502 漏水", "二单元1502"])
def test_a_flat_is_read_where_the_building_goes_without_saying(said: str) -> None:
    read = understand(said, HEYUAN, GROUP)
    assert read.place == Place("源昌鑫海湾", "3号楼", "2", "1502")
    assert read.personal
