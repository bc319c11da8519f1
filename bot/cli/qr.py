"""`linli qr`"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.stopping import BAD_SETTINGS, Stop

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.domain.place import Place
    from bot.domain.playbook import Playbook
    from bot.printing import Poster


def qr(
    out: Annotated[Path | None, typer.Option(help="The PDF to make, one building a page.")] = None,
    png: Annotated[Path | None, typer.Option(help="A folder for the pages as pictures.")] = None,
    compound: Annotated[str | None, typer.Option(help="This compound only.")] = None,
    building: Annotated[str | None, typer.Option(help="The buildings of this name only.")] = None,
    unit: Annotated[bool, typer.Option("--unit", help="A page for each unit.")] = False,
    lang: Annotated[str, typer.Option(help="zh-CN, zh-TW or en.")] = "zh-CN",
    bot: Annotated[str | None, typer.Option(help="The bot's name, instead of asking Telegram.")] = None,
    font: Annotated[Path | None, typer.Option(help="Another font: .otf, .ttf or .ttc.")] = None,
) -> None:
    """Print posters for the buildings' doors: scanned with Telegram, they tell Linli where somebody lives."""
    from bot.cli.opening import read_playbook
    from bot.config import read_settings
    from bot.ui.bundles import LANGUAGES
    from bot.ui.i18n import words_for
    from bot.ui.papers import poster_of, posters_title

    if out is None and png is None:
        raise Stop("say where to: --out posters.pdf, --png FOLDER, or both", code=BAD_SETTINGS)
    if lang not in LANGUAGES:
        raise Stop(f"there is no language “{lang}”; there is: {', '.join(LANGUAGES)}", code=BAD_SETTINGS)
    settings = read_settings()
    playbook = read_playbook(settings)
    places = doors(playbook, compound, building, by_unit=unit)
    username, words = bot_username(settings, bot), words_for(lang, playbook.zone)
    pages = [poster_of(place, playbook, words, username) for place in places]
    pdf = _pdf(pages, posters_title(playbook, words), font)
    if out is not None:
        _write(out, pdf)
        typer.echo(f"{out}: {len(pages)} pages, {len(pdf) / 1000:.0f} kB")
    if png is not None:
        _write_pictures(png, places, pdf)
        typer.echo(f"{png}: {len(pages)} pictures")


def doors(
    playbook: Playbook, compound: str | None, building: str | None, *, by_unit: bool = False
) -> list[Place]:
    """Every building asked for, or every unit of them, in the playbook's order. Raises Stop where there is none."""
    from bot.domain.place import Place

    only = playbook.compound(compound)
    if compound is not None and only is None:
        names = "、".join(one.name for one in playbook.compounds)
        raise Stop(f"there is no compound “{compound}”; there is: {names}", code=BAD_SETTINGS)
    inside = (only,) if only else playbook.compounds
    found = [(one.name, b) for one in inside for b in one.buildings if building in (None, b.name)]
    if not found:
        names = "、".join(dict.fromkeys(b.name for one in inside for b in one.buildings))
        raise Stop(f"there is no building “{building}”; there is: {names}", code=BAD_SETTINGS)
    return [
        Place(name, b.name, unit)
        for name, b in found
        for unit in ((b.units or (None,)) if by_unit else (None,))
    ]


def bot_username(settings: Settings, bot: str | None) -> str:
    """Raises Stop where it is not known: a poster without it leads nowhere."""
    from bot.cli.naming import bot_name

    if bot is not None:
        name = bot.removeprefix("@")
        if not re.fullmatch(r"[A-Za-z]\w{2,31}", name, re.ASCII):
            raise Stop(f"“{bot}” is no bot's name; it is like linli_bot", code=BAD_SETTINGS)
        return name
    found, why = asyncio.run(bot_name(settings))
    if not found:
        raise Stop(f"{why}; say your bot's name: --bot NAME", code=BAD_SETTINGS)
    return found


def _pdf(pages: Sequence[Poster], title: str, font: Path | None) -> bytes:
    """Says which characters the font lacks; raises Stop for one that cannot be used."""
    from bot.printing import FontError, posters, unprintable

    try:
        if missing := unprintable((text for page in pages for text in page.texts), font):
            typer.secho(
                f"the font has no {'、'.join(missing)}; --font takes one that has",
                err=True,
                fg=typer.colors.YELLOW,
            )
        return posters(pages, title, font)
    except FontError as error:
        raise Stop(str(error), code=BAD_SETTINGS) from None


def _write_pictures(folder: Path, places: Sequence[Place], pdf: bytes) -> None:
    from bot.printing.pictures import pictures

    for place, picture in zip(places, pictures(pdf), strict=True):
        names = "-".join(name for name in (place.compound, place.building, place.unit) if name)
        names = re.sub(r"[^\w-]+", "_", names)
        _write(folder / f"{names}.png", picture)


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    except OSError as error:
        raise Stop(f"{file}: cannot be written ({error.strerror})", code=BAD_SETTINGS) from None
