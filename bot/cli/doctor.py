"""`linli doctor`"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.cli.checks import Finding
    from bot.clock import Clock
    from bot.config import Settings
    from bot.domain.playbook import Playbook


def doctor(
    json: Annotated[bool, typer.Option("--json", help="A list of {about, mark, says, advice}.")] = False,
) -> None:
    """Look at everything Linli needs, and say what to do. Changes nothing; ends with 1 if anything is ✗."""
    from bot.cli.checks import Mark
    from bot.cli.showing import show_json
    from bot.clock import Clock

    findings = asyncio.run(examine(Clock()))
    if json:
        show_json(
            [{"about": f.about, "mark": f.mark.value, "says": f.says, "advice": f.advice} for f in findings]
        )
    else:
        for finding in findings:
            _show(finding)
    raise typer.Exit(int(any(finding.mark is Mark.BAD for finding in findings)))


async def examine(clock: Clock) -> list[Finding]:
    """One check after the other; what rests on something broken is left out."""
    from bot.cli.checks.calendar import check_calendar
    from bot.cli.checks.database import check_sqlite, not_made_yet
    from bot.cli.checks.finding import Mark
    from bot.cli.checks.settings import check_playbook, check_settings
    from bot.cli.checks.telegram import check_proxy, check_telegram
    from bot.cli.checks.webhook import check_webhook

    settings, findings = check_settings()
    if settings is None:
        return findings
    playbook, found = check_playbook(settings, clock)
    findings += found
    findings += check_calendar(playbook, clock) if playbook else []
    findings += await check_proxy(settings)
    telegram = await check_telegram(settings, clock)
    findings += telegram
    if any(f.about == "token" and f.mark is Mark.GOOD for f in telegram):
        findings += await check_webhook(settings, clock)
    findings += check_sqlite(settings)
    if missing := not_made_yet(settings):
        return findings + missing
    return findings + (await _examine_database(settings, playbook, clock) if playbook else [])


async def _examine_database(settings: Settings, playbook: Playbook, clock: Clock) -> list[Finding]:
    from bot.cli.checks.backup import check_backup
    from bot.cli.checks.database import check_database, open_as_it_is
    from bot.cli.checks.finding import Finding, Mark
    from bot.cli.checks.paper import check_paper
    from bot.cli.checks.people import check_people

    database = open_as_it_is(settings, playbook)
    if isinstance(database, Finding):
        return [database]
    try:
        findings = await check_database(database)
        ready = any(f.about == "key" and f.mark is Mark.GOOD for f in findings)
        if ready:
            findings += await check_paper(settings, database)
            findings += await check_backup(settings, database, clock.now())
            findings += await check_people(database)
        return findings
    finally:
        await database.close()


def _show(finding: Finding) -> None:
    from bot.logs import redact

    colours = {"✓": typer.colors.GREEN, "!": typer.colors.YELLOW, "✗": typer.colors.RED}
    typer.secho(f"{finding.mark.value} ", fg=colours[finding.mark.value], nl=False)
    typer.echo(redact(f"{finding.about}: {finding.says}"))
    if finding.advice:
        typer.echo(redact(f"  → {finding.advice}"))
