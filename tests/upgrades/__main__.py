"""`python -m tests.upgrades`, once for every release that has a new schema: keeps a town as that version leaves it.

The file is a backup under the tests' invented key, of invented people; every later version must go on from it.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from bot.storage.schema import LATEST
from tests.upgrades.town_left import RELEASED, leave_a_town


def main() -> None:
    """Writes the file of the schema that is the newest now."""
    file = RELEASED / f"{LATEST}.backup"
    if file.exists():
        raise SystemExit(f"{file} is there already: a released schema does not change any more")
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(leave_a_town(Path(folder), file))
    print(f"{file}: add it to the release's commit")


if __name__ == "__main__":
    main()
