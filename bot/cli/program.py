"""All commands of `linli`, in the order --help shows them."""

from __future__ import annotations

import typer

from bot.cli import demo, doctor, export, invite, migrate, roles, run, sandbox, teams, triage

program = typer.Typer(
    name="linli",
    help="Linli 邻里: one residential community's helper in Telegram.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    run.run,
    demo.demo,
    doctor.doctor,
    invite.invite,
    teams.teams,
    roles.roles,
    triage.triage,
    migrate.migrate,
    sandbox.sandbox,
):
    program.command()(command)
program.add_typer(export.exports, name="export")
