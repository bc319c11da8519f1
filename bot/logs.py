"""Logs that can be kept and shared: structured, and without the token whatever wrote the line.

Personal data must not be logged in the first place; that is the duty of whoever logs. The token is different:
HTTP libraries put it into every address they mention, and tracebacks carry those addresses. So it is taken
out at the very end, from the finished line; and so is what PostgreSQL quotes of a row it does not take.
"""

from __future__ import annotations

import logging
import re
import sys
from contextlib import suppress
from types import TracebackType
from typing import TextIO

import structlog

_TOKEN = re.compile(r"\d{5,16}(:|%3[Aa])[A-Za-z0-9_-]{30,60}")
_PASSWORD = re.compile(r"(\w://[^\s:/@]*:)[^\s/@]+@")
_QUOTED = re.compile(r"(DETAIL: |Failing row contains |Key \([^)\n]*\)=|query argument \$\d+: ).*")
_QUIET = (
    "aiohttp",
    "aiosqlite",
    "alembic",
    "apscheduler",
    "asyncio",
    "httpcore",
    "httpx",
    "sqlalchemy",
    "telegram",
    "uvicorn",
)


def redact(text: str) -> str:
    """`text` without bot tokens, the passwords in addresses, and values that PostgreSQL did not take."""
    return _QUOTED.sub(r"\1***", _PASSWORD.sub(r"\1***@", _TOKEN.sub("<token>", text)))


def setup_logging(level: str = "INFO", json: bool = False, stream: TextIO | None = None) -> None:
    """Sends every log of this process, structlog's and the standard library's, to `stream` (standard error).

    `level` is for our own lines; libraries speak from WARNING on. `json`: one object a line, for programs.
    Also takes over uncaught exceptions and warnings, whose text may hold the token too. Give uvicorn
    `log_config=None`.
    """
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.PositionalArgumentsFormatter(),
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = _Handler(stream)
    handler.setFormatter(_Formatter(processors=_rendering(json), foreign_pre_chain=shared))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    logging.captureWarnings(True)
    sys.excepthook = _uncaught


def _rendering(json: bool) -> list[structlog.typing.Processor]:
    clean = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    if json:
        return [
            clean,
            structlog.processors.StackInfoRenderer(),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
    plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    return [clean, plain]


class _Formatter(structlog.stdlib.ProcessorFormatter):
    """Takes secrets out of the finished line, its traceback included."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


class _Handler(logging.StreamHandler[TextIO]):
    """Only says that a line cannot be formatted, where the standard library prints its arguments.

    Where not even that can be written (a full disk, nobody who reads), work goes on without a word.
    """

    def handleError(self, record: logging.LogRecord) -> None:
        kind = sys.exc_info()[0]
        with suppress(OSError, ValueError):
            print(
                f"a log line of {record.name} could not be written ({kind and kind.__name__})",
                file=sys.stderr,
            )


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        logging.getLogger("linli").critical("stopped by an error", exc_info=(kind, error, trace))
