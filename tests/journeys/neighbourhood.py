"""A thousand invented households that every journey has in its database, and that no journey may show to anybody.

Their names, telephone numbers and remarks are made of words and digits that stand nowhere else. So whatever a
journey is about, everything the bot sent, logged at DEBUG and stored can be searched for them.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import structlog
from sqlalchemy import update

from bot.logs import setup_logging
from bot.sandbox import Sandbox
from bot.storage.tables import visit_plan
from tests.services.cast import NOW
from tests.services.rosters import bring, household
from tests.storage.stores import open_database
from tests.storage.test_sealing import database_files

HOW_MANY = 1000
MARK, PHONE = "矅甪", "1397700"
SEEN = re.compile(rf"{MARK}|{PHONE}\d{{4}}|139[ -]7700[ -]\d{{4}}")
WHOLE = re.compile("导出人：.*原因：[^–]|匯出人：.*原因：[^–]|Exported by: .*Reason: [^–]")
"""Stands over every sheet of a whole list, which somebody had to give a reason for: there they may be read."""
STORED = re.compile(SEEN.pattern.encode())


async def settle_neighbourhood(url: str) -> None:
    """Brings them in, as a roster."""
    database = open_database(url)
    lines = [
        household(f"{MARK}{n:04}", f"{PHONE}{n:04}", str(100 + n), kinds="独居", remark=f"{MARK}备注{n}")
        for n in range(HOW_MANY)
    ]
    roster = await bring(database, "households", *lines)
    async with (
        database.work() as uow
    ):  # whom nobody visits: a journey may take weeks, and is about something else
        await uow.session.execute(update(visit_plan).values(stopped_at=NOW, next_at=None))
    await database.close()
    assert roster.new == HOW_MANY


@contextmanager
def all_logged() -> Iterator[io.StringIO]:
    """Everything that is logged meanwhile, at the most talkative level."""
    stream, root = io.StringIO(), logging.getLogger()
    before, configured = (root.handlers[:], root.level), structlog.get_config()
    setup_logging("DEBUG", stream=stream)
    try:
        yield stream
    finally:
        root.handlers[:] = before[0]
        root.setLevel(before[1])
        logging.captureWarnings(False)
        structlog.configure(**configured)


def leaks(sandbox: Sandbox, logged: str, folder: Path) -> list[str]:
    """Where one of them can be seen."""
    sent = [f"{one.method}: {one.params}" for one in sandbox.requests if SEEN.search(str(one.params))]
    said = [line for line in logged.splitlines() if SEEN.search(line)]
    kept = [name for name, content in database_files(folder).items() if STORED.search(content)]
    files = [
        one.name
        for one in sandbox.files
        if SEEN.search(text := _text(one.content)) and not WHOLE.search(text)
    ]
    return sent + said + kept + files


def _text(content: bytes) -> str:
    """What a person reads in that file."""
    if not content.startswith(b"PK"):
        return content.decode(errors="replace")
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            return "".join(packed.read(name).decode(errors="replace") for name in packed.namelist())
    except BadZipFile:
        return ""
