"""The command line, one file per command. Each imports its parts when it runs, so that --help is quick."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs one command. What goes wrong is a line on standard error and an exit code, never a traceback."""
    from bot.cli.program import program
    from bot.cli.stopping import last_words

    try:
        program()
    except Exception as error:
        sys.exit(last_words(error))
