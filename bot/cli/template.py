"""`linli template`"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Lists(StrEnum):
    """What a template is for; the names of `bot.rosters.kinds.Kind`, which --help need not load."""

    HOUSEHOLDS = "households"
    MEMBERS = "members"


def template(
    what: Annotated[Lists, typer.Argument(help="households or members.")],
    out: Annotated[
        Path | None, typer.Option(help="Where to; else households.xlsx or members.xlsx here.")
    ] = None,
    language: Annotated[str, typer.Option(help="zh-CN, zh-TW or en.")] = "zh-CN",
) -> None:
    """Write an Excel sheet to fill in: explained, with drop-downs, ready for `linli import`."""
    from bot.cli.opening import read_playbook
    from bot.cli.stopping import BAD_SETTINGS, Stop
    from bot.config import read_settings
    from bot.rosters.kinds import Kind
    from bot.rosters.template import write_template
    from bot.ui.i18n import LANGUAGES, words_for

    if language not in LANGUAGES:
        raise Stop(f"--language is one of {', '.join(LANGUAGES)}", code=BAD_SETTINGS)
    playbook = read_playbook(read_settings())
    path = out or Path(f"{what}.xlsx")
    if out is None and path.exists():
        raise Stop(
            f"{path} is there already, and may be filled in; name another with --out", code=BAD_SETTINGS
        )
    written = write_template(Kind(what), playbook, words_for(language, playbook.zone).plain, language)
    try:
        path.write_bytes(written)
    except OSError as error:
        raise Stop(f"{path} cannot be written: {error.strerror}") from None
    typer.echo(path)
