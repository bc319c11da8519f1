"""grammY's bot, put into a folder of its own by npm: exactly the packages of its lock."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

FILES = Path(__file__).parent / "grammy"
_INSTALLS_S = 120.0


async def grammy_in(folder: Path) -> tuple[str, ...] | None:
    """The command that starts it; None where there is no node or npm, or npm cannot reach its registry."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    shutil.copytree(FILES, folder, dirs_exist_ok=True)
    quiet = asyncio.subprocess.DEVNULL
    installing = await asyncio.create_subprocess_exec(
        *(npm, "ci", "--silent", "--no-audit", "--no-fund"),
        cwd=folder,
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
    )
    try:
        ended = await asyncio.wait_for(installing.wait(), _INSTALLS_S)
    except TimeoutError:
        installing.kill()
        await installing.wait()
        return None
    return None if ended else (node, str(folder / "bot.js"))
