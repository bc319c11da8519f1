"""Settings, playbook, zone: what can be said without asking anybody."""

from __future__ import annotations

from bot.cli.checks.finding import Finding, bad, good
from bot.clock import Clock
from bot.config import Settings, SettingsError, read_settings
from bot.domain.playbook import DEFAULT_LANGUAGE, Playbook
from bot.playbooks.load import PlaybookError, load_playbook


def check_settings() -> tuple[Settings | None, list[Finding]]:
    """Every setting that cannot be used, each on its own line."""
    try:
        settings = read_settings()
    except SettingsError as error:
        return None, [
            bad("settings", line, "correct it in .env or the environment") for line in error.problems
        ]
    return settings, [good("settings", "all can be used")]


def check_playbook(settings: Settings, clock: Clock) -> tuple[Playbook | None, list[Finding]]:
    """Every mistake in the playbook with its line; else what it is, and what time its zone says it is."""
    try:
        playbook = load_playbook(settings.playbook)
    except PlaybookError as error:
        return None, [bad("playbook", str(mistake), "correct that line") for mistake in error.mistakes]
    counted = (
        f"{playbook.title(DEFAULT_LANGUAGE)}: {len(playbook.compounds)} compounds, "
        f"{len(playbook.teams)} teams, {len(playbook.categories)} categories"
    )
    there = clock.now().astimezone(playbook.zone)
    return playbook, [
        good("playbook", counted),
        good("zone", f"{playbook.zone.key}, where it is {there:%H:%M} on {there:%Y-%m-%d}"),
    ]
