"""`linli demo`: one command, no settings, and a page on which the whole job can be walked through."""

from __future__ import annotations

import re
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli.demo.cast import read_cast
from bot.sandbox.http import PAGE
from tests.cli.conftest import Elsewhere
from tests.cli.program import Program, read_until
from tests.cli.stage import Stage

CAST = read_cast()
CHIPS = re.findall(r'class="chips".*?</div>', (PAGE / "index.html").read_text("utf-8"), re.DOTALL)
SUGGESTED = re.findall(r"<button[^>]*>([^<]+)</button>", CHIPS[0])


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The demo as it stands a moment after it started."""
    with Program(tmp_path_factory.mktemp("demo")).running("demo", "--port", "0") as process:
        url = read_until(process, "The demo is at").split()[4]
        yield Stage(Elsewhere(url, ""))
        process.send_signal(signal.SIGINT)
        assert process.wait(15) == 0


def test_everybody_is_there_and_the_bot_knows_them(stage: Stage) -> None:
    assert stage.names == ["小梅", "阿强", "陈姐", "小林", "王社工"]
    stage.wait_for("协调员", of="王社工")
    stage.wait_for("源昌鑫海湾3号楼", of="小梅")
    for team in CAST.teams:
        stage.wait_for(team, of="陈姐")
    for group in (CAST.building_group, *CAST.teams.values()):
        stage.wait_for("这里是", of="王社工", in_=group)
    assert stage.texts("阿强") == []


@pytest.mark.parametrize("said", SUGGESTED)
def test_what_the_page_suggests_to_say_becomes_a_task_for_the_volunteers(stage: Stage, said: str) -> None:
    before = stage.count("认领", of="陈姐")
    stage.says("小梅", f"/report {said}", in_=CAST.building_group)
    stage.until(lambda: stage.count("认领", of="陈姐") > before, f"a task from “{said}”")


def test_from_a_report_to_stars(stage: Stage) -> None:
    stage.says("小梅", "/report 3号楼电梯坏了", in_=CAST.building_group)
    stage.presses("陈姐", "认领")
    stage.presses("陈姐", "办好了")
    stage.presses("小梅", "已解决")
    time.sleep(2.5)  # stars pressed at once are taken for a double tap
    stage.presses("小梅", "★★★★★")
    stage.wait_for("谢谢", of="小梅")


def test_hours_and_days_pass_and_the_page_says_what_happened(stage: Stage) -> None:
    before = stage.elsewhere.state()["now"]
    hour = stage.elsewhere.act("clock", hours=1)
    day = stage.elsewhere.act("clock", hours=24)
    assert hour["said"].startswith("过了 1 小时")
    assert day["said"].startswith("过了 1 天")
    assert before < hour["now"] < day["now"]


def test_a_taken_port_is_said_the_next_is_used_and_nothing_stays_behind(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said, rest, left = _from_start_to_end(tmp_path, "--port", str(port), "--fresh")
    assert f"Port {port} is taken" in said
    assert left == []
    assert "stays in" not in rest


def test_what_is_asked_to_stay_stays(tmp_path: Path) -> None:
    _, rest, left = _from_start_to_end(tmp_path, "--port", "0", "--keep")
    assert len(left) == 1
    assert "stays in" in rest


def _from_start_to_end(folder: Path, *arguments: str) -> tuple[str, str, list[Path]]:
    """What a demo said until it stood, what it said after that, and the databases it left."""
    with Program(folder, {"TMPDIR": str(folder)}).running("demo", *arguments) as process:
        said = read_until(process, "The demo is at")
        process.send_signal(signal.SIGINT)
        assert process.wait(15) == 0
        assert process.stdout is not None
        rest = process.stdout.read()
    assert "Traceback" not in rest
    return said, rest, list(folder.glob("linli-demo-*/linli.db"))
