"""`linli qr` prints the posters; `linli key paper` the key, which `linli doctor` asks for until it is done."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.config import Settings, data_key
from tests.cli.program import Outcome, Program
from tests.printing.reading import scanned, scans_of, words_of


def test_posters_of_one_compound_lead_to_the_bot_that_telegram_knows(reached: Program) -> None:
    ended = reached("qr", "--out", "posters.pdf", "--compound", "宝墅湾")
    assert ended.code == 0, ended.err
    assert "6 pages" in ended.out
    pages = words_of((reached.home / "posters.pdf").read_bytes())
    assert ["源昌宝墅湾" in page for page in pages] == [True] * 6
    assert "1号楼" in pages[0]
    assert "https://t.me/linli_bot?start=d_" in pages[0]


def test_pictures_are_named_by_door_and_can_be_scanned(linli: Program) -> None:
    ended = linli(
        "qr", "--png", "pictures", "--bot", "@linli_bot", "--building", "3号楼", "--compound", "源昌鑫海湾", "--unit"
    )  # fmt: skip
    assert ended.code == 0, ended.err
    files = sorted((linli.home / "pictures").iterdir())
    assert [file.name for file in files] == ["源昌鑫海湾-3号楼-1.png", "源昌鑫海湾-3号楼-2.png"]
    (link,) = scanned(files[1].read_bytes())
    assert link.startswith("https://t.me/linli_bot?start=d_")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("--bot linli_bot", "say where to"),
        ("--out x.pdf", "TELEGRAM_BOT_TOKEN is not set; say your bot's name: --bot NAME"),
        ("--out x.pdf --bot linli_bot --compound 火星", "there is no compound “火星”"),
        ("--out x.pdf --bot linli_bot --building 99号楼", "there is no building “99号楼”"),
        ("--out x.pdf --bot linli_bot --lang tlh", "there is no language “tlh”"),
        ("--out x.pdf --bot a/b", "is no bot's name"),
        ("--out x.pdf --bot linli_bot --font none.otf", "none.otf: cannot be read as a font"),
    ],
)
def test_what_cannot_be_printed_is_one_line(linli: Program, arguments: str, says: str) -> None:
    ended = linli("qr", *arguments.split())
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1
    assert says in ended.err
    assert not (linli.home / "x.pdf").exists()


def about_paper(ended: Outcome) -> str:
    (mark,) = [found["mark"] for found in ended.json if found["about"] == "key on paper"]
    return str(mark)


def test_the_key_is_printed_once_and_doctor_asks_until_then(linli: Program) -> None:
    linli("migrate")
    assert about_paper(linli("doctor", "--json")) == "!"
    assert linli("key", "paper", "--out", "key.pdf").code == 0
    file = linli.home / "key.pdf"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    (key,) = scans_of(file.read_bytes())[0]
    assert key == (linli.home / "data" / "linli.key").read_text().strip()
    assert about_paper(linli("doctor", "--json")) == "✓"
    refused = linli("key", "paper", "--out", "second.pdf")
    assert refused.code == 1
    assert "--again" in refused.err
    assert linli("key", "paper", "--out", "second.pdf", "--again").code == 0


def test_a_page_that_could_not_be_written_does_not_count_as_printed(linli: Program) -> None:
    (linli.home / "key.pdf").write_text("something else")
    for out in ("key.pdf", "no/such/folder/key.pdf"):
        assert linli("key", "paper", "--out", out).code == 2
    assert (linli.home / "key.pdf").read_text() == "something else"
    assert about_paper(linli("doctor", "--json")) == "!"


def test_the_printed_key_is_nowhere_in_the_database(linli: Program) -> None:
    linli("key", "paper", "--out", "key.pdf", "--lang", "en")
    folder = linli.home / "data"
    settings = Settings(data_key_file=folder / "linli.key", _env_file=None)
    text = (folder / "linli.key").read_bytes().strip()
    for file in (one for one in Path(folder).iterdir() if one.suffix != ".key"):
        assert text not in file.read_bytes()
        assert data_key(settings) not in file.read_bytes()
