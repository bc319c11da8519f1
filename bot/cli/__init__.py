"""The command line, one file per command. Each imports its parts when it runs, so that --help is quick."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs one command. What goes wrong is a line on standard error and an exit code, never a traceback."""
    try:
        from bot.cli.program import program

        program()
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        from bot.cli.stopping import last_words

        sys.exit(last_words(error))
