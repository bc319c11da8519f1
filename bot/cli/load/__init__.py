"""`linli load`"""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer


def load(
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free port.")] = 8081,
    people: Annotated[int, typer.Option(min=1, max=10_000)] = 100,
    groups: Annotated[
        int, typer.Option(min=0, max=1000, help="Buildings' groups; needs --coordinator.")
    ] = 10,
    coordinator: Annotated[
        str, typer.Option(help="A link of `linli invite coordinator --username linli_bot`.")
    ] = "",
    rate: Annotated[float, typer.Option(min=0.1, max=1000, help="Reports and presses a second.")] = 10,
    seconds: Annotated[int, typer.Option(min=1, max=86_400)] = 60,
    seed: Annotated[int, typer.Option(help="The same crowd says the same again.")] = 1,
    limits: Annotated[bool, typer.Option(help="Refuse what is too fast, as Telegram does.")] = True,
    json: Annotated[bool, typer.Option("--json", help="One object: what it held.")] = False,
) -> None:
    """Stand in for Telegram, with a crowd in it, and say what the bot that is pointed at it held.

    It calls nobody: a bot comes to it by TELEGRAM_API_URL, so the crowd can never be let loose on real people. Exit
    code 1 when somebody was left without an answer.
    """
    from bot.cli.load.course import Course, Size
    from bot.cli.showing import show_json
    from bot.cli.stopping import BAD_SETTINGS, Stop

    if coordinator and "?start=" not in coordinator:
        raise Stop(
            f"--coordinator: {coordinator} is no link of `linli invite coordinator`", code=BAD_SETTINGS
        )
    size = Size(people, groups if coordinator else 0, rate, seconds, seed)
    try:
        held = asyncio.run(Course(size, coordinator, limits=limits).run(port))
    except OSError as error:
        raise Stop(f"--port: {port} cannot be used ({error.strerror})", code=BAD_SETTINGS) from None
    if json:
        show_json(held.as_json())
    else:
        typer.echo(held.told())
    if held.unanswered or not held.answered:
        raise typer.Exit(1)
