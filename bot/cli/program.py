"""All commands of `linli`, in the order --help shows them."""

from __future__ import annotations

import typer

from bot.cli.audit import audit
from bot.cli.backup import backup
from bot.cli.codes import codes
from bot.cli.demo import demo
from bot.cli.doctor import doctor
from bot.cli.export import export
from bot.cli.importing import import_
from bot.cli.invite import invite
from bot.cli.key import keys
from bot.cli.load import load
from bot.cli.migrate import migrate
from bot.cli.migrate_db import migrate_db
from bot.cli.qr import qr
from bot.cli.restore import restore
from bot.cli.retention import retention
from bot.cli.roles import roles
from bot.cli.rotation import new, rotate
from bot.cli.run import run
from bot.cli.sandbox import sandbox
from bot.cli.second import second
from bot.cli.teams import teams
from bot.cli.template import template
from bot.cli.triage import triage

program = typer.Typer(
    name="linli",
    help="Linli 邻里: one residential community's helper in Telegram.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    run,
    demo,
    doctor,
    invite,
    second,
    teams,
    roles,
    triage,
    qr,
    codes,
    export,
    template,
    backup,
    restore,
    migrate,
    retention,
    sandbox,
    load,
):
    program.command()(command)
program.add_typer(audit, name="audit")
program.command(name="import")(import_)
program.command(name="migrate-db")(migrate_db)
for command in (rotate, new):
    keys.command()(command)
program.add_typer(keys, name="key")
