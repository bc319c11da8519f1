"""What lies in deploy/ names only commands, settings and files there are."""

from __future__ import annotations

import base64
import re
import shlex
import subprocess
from pathlib import Path

import typer.main

from bot.cli.program import program
from bot.config import Settings, hook_of
from bot.config.parts import EVERY, Part, read_parts
from bot.web.hook import LARGEST
from bot.web.serving import IDLE_S

ROOT = Path(__file__).parents[2]
NGINX = ROOT / "deploy" / "nginx"
KEY, TOKEN = base64.b64encode(b"k" * 32).decode(), "7000000001:invented-token-of-nobody-at-all-0001"
UNIT, TEMPLATE = ROOT / "deploy" / "linli.service", ROOT / "deploy" / "linli@.service"
COMPOSE = sorted((ROOT / "deploy").glob("compose*.yaml"))


def test_the_unit_runs_a_command_there_is_and_heeds_its_exit_codes() -> None:
    unit = UNIT.read_text("utf-8")
    (command,) = re.findall(r"^ExecStart=\S+/linli (\w+)$", unit, re.MULTILINE)
    assert command in typer.main.get_command(program).commands  # type: ignore[attr-defined]
    assert "RestartPreventExitStatus=2" in unit


def test_many_processes_are_locked_in_and_looked_after_like_the_one() -> None:
    one, many = (
        {line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")}
        for file in (UNIT, TEMPLATE)
    )
    assert {line.partition("=")[0] for line in one - many} == {"Description", "After", "ExecStart"}
    own = {"Description", "After", "ExecStart", "EnvironmentFile", "SyslogIdentifier"}
    assert {line.partition("=")[0] for line in many - one} == own


def test_units_make_the_folder_first_without_which_systemd_would_not_start_them() -> None:
    for file in (UNIT, TEMPLATE):
        unit = file.read_text("utf-8")
        (user,) = re.findall(r"^User=(\w+)$", unit, re.MULTILINE)
        written = re.findall(r"^ReadWritePaths=-(\S+)$", unit, re.MULTILINE)
        made = re.findall(rf"^ExecStartPre=\+/\S+ -d -m 700 -o {user} (\S+)$", unit, re.MULTILINE)
        assert made == written == ["/opt/linli/data"], file.name


def test_units_are_named_by_role_and_those_of_the_guide_do_everything_between_them() -> None:
    guide = (ROOT / "docs" / "guide-installer.md").read_text("utf-8")
    (named,) = re.findall(r"enable --now linli@\{(.*)\}", guide)
    done: set[Part] = set()
    for name in named.split(","):
        command = _started(name)
        assert command[:2] == ["run", "--role"]
        assert command[2:] == [name.partition("-")[0]]
        done |= read_parts(command[2:])
    assert done == EVERY
    assert _started("worker-3-old") == ["run", "--role", "worker"]
    assert _started("intake") == ["run", "--role", "intake"]


def _started(name: str) -> list[str]:
    """What `linli@name` makes of the template, as systemd reads it, says to linli; here it says it to echo."""
    (line,) = re.findall(r"^ExecStart=(.*)$", TEMPLATE.read_text("utf-8"), re.MULTILINE)
    line = re.sub(r"%[%i]", lambda found: name if found[0] == "%i" else "%", line).replace("$$", "$")
    command = shlex.split(line.replace("/opt/linli/.venv/bin/linli", "echo"))
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


def test_compose_files_set_only_settings_that_are_known() -> None:
    assert [file.name for file in COMPOSE] == [
        "compose.postgres.yaml",
        "compose.workers.yaml",
        "compose.yaml",
    ]
    for file in COMPOSE:
        named = set(re.findall(r"^ {4,6}([A-Z_]+):", _part("linli", file.read_text("utf-8")), re.MULTILINE))
        assert named
        assert {one.lower() for one in named} <= Settings.model_fields.keys(), file.name


def test_what_compose_files_tell_you_to_type_are_commands_there_are() -> None:
    for file in COMPOSE:
        told = re.findall(r"(?:exec \w+ linli|run --rm linli) ([\w-]+)", file.read_text("utf-8"))
        assert told
        assert set(told) <= typer.main.get_command(program).commands.keys(), file.name  # type: ignore[attr-defined]


def test_many_processes_do_between_them_everything_there_is_to_do() -> None:
    text = (ROOT / "deploy" / "compose.workers.yaml").read_text("utf-8")
    commands = [line.split(", ") for line in re.findall(r"^    command: \[(.*)\]$", text, re.MULTILINE)]
    assert {words[0] for words in commands} == {"migrate", "run"}
    done: set[Part] = set().union(*(read_parts(words[2:]) for words in commands if words[0] == "run"))
    assert done == EVERY
    assert "[run, --role, intake]" in _part("intake-1", text)
    assert "<<: *intake" in _part("intake-2", text)


def test_nginx_passes_on_what_has_the_webhook_s_shape_and_asks_every_process_that_takes_updates_in() -> None:
    server = (NGINX / "linli.conf").read_text("utf-8")
    (shape,) = re.findall(r'^    location ~ "(.*)" \{$', server, re.MULTILINE)
    hook = hook_of(
        Settings(
            webhook_url="https://linli.example.org/a", data_key=KEY, telegram_bot_token=TOKEN, _env_file=None
        )
    )
    assert hook
    assert re.search(shape, hook.address)
    assert not re.search(shape, "/metrics")
    assert int(*re.findall(r"client_max_body_size (\d+)m;", server)) * 2**20 >= LARGEST
    text = (ROOT / "deploy" / "compose.workers.yaml").read_text("utf-8")
    upstream = (NGINX / "upstream.compose.conf").read_text("utf-8")
    assert int(*re.findall(r"keepalive_timeout (\d+)s;", upstream)) < IDLE_S
    assert re.findall(r"server (\S+):8080", upstream) == re.findall(r"^  (intake-\d+):", text, re.MULTILINE)
    for mounted in re.findall(r"- \./nginx/([\w.]+\.conf):", text):
        assert (NGINX / mounted).exists()


def _part(name: str, text: str) -> str:
    """What a compose file says of a service, or of all that are like it."""
    either = re.search(rf"^x-{name}:.*?(?=^\w)|^  {name}:.*?(?=^  \w|^\w|\Z)", text, re.MULTILINE | re.DOTALL)
    assert either
    return either[0]


def test_the_image_copies_only_what_is_there_and_all_that_is_needed() -> None:
    said = (ROOT / "deploy" / "Dockerfile").read_text("utf-8")
    copied = {name for line in re.findall(r"^COPY (.*) \S+$", said, re.MULTILINE) for name in line.split()}
    assert all((ROOT / name).exists() for name in copied)
    assert {"bot", "handlers", "scheduler", "locales", "requirements.lock", "pyproject.toml"} <= copied
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().split() if line.startswith("!")}
    assert copied <= let_in
