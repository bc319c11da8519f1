"""Which numbers to dial in which danger."""

from __future__ import annotations

from bot.domain.playbook import Danger, Dial, Names, Playbook


def numbers_for(danger: Danger | None, playbook: Playbook) -> tuple[Dial, ...]:
    """The danger's own numbers first, then the others that any danger but a private one may call for."""
    own = danger.dial if danger else ()
    if danger is not None and danger.private_only:
        return own
    public = {dial.key for one in playbook.dangers if not one.private_only for dial in one.dial}
    return own + tuple(dial for dial in playbook.dial if dial.key in public and dial not in own)


def dial_line(danger: Danger | None, playbook: Playbook) -> Names:
    """Those numbers in one line, "火警 119 · 急救 120", in each language the playbook names them in."""
    numbers = numbers_for(danger, playbook)
    languages = {language for dial in playbook.dial for language in dial.names}
    return {
        language: " · ".join(f"{dial.label(language)} {dial.number}" for dial in numbers)
        for language in languages
    }
