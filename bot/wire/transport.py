"""PTB's requests over aiohttp: kept-alive connections, bounds on time and size, and no doubt hidden."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import aiohttp
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from bot.wire.answers import failure, read_answer, read_success, refusal
from bot.wire.body import body_of
from bot.wire.errors import NotSent
from bot.wire.proxy import connector_through, read_proxy_url

LARGEST_FILE = 20 * 2**20
"""Bytes; Telegram gives a bot no larger ones."""
KEEP_ALIVE = 15.0
"""Seconds to keep an idle connection: less than servers do, lest we write on one just being closed."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait, unless a call says otherwise."""

    free: float = 5.0
    """for a connection while all are in use"""
    connect: float = 10.0
    """to reach Telegram or the proxy"""
    write: float = 10.0
    """to write a request without files"""
    upload: float = 90.0
    """to write a request with files, or to fetch one"""
    read: float = 15.0
    """for the next piece of the answer"""


@dataclass(slots=True)
class _Journey:
    left: bool = False


class AiohttpRequest(BaseRequest):
    """The transport for `make_bot`: one for sending, a second for the long poll, which never waits in line.

    Raises PTB's errors, and of these `NotSent` or one of the `FateUnknown` family where no answer came. No
    error, nor what caused it, holds the URL (the token is in it) or the text of an answer (people's words
    may be in it).
    """

    def __init__(
        self,
        *,
        proxy_url: str | None = None,
        connections: int = 80,
        patience: Patience | None = None,
        largest_answer: int = 16 * 2**20,
        largest_file: int = LARGEST_FILE,
        certificates: ssl.SSLContext | None = None,
    ) -> None:
        """`largest_…`: bytes; `certificates`: whom to believe, if not those whom this machine does. Raises ValueError if
        the proxy's address makes no sense.
        """
        self._certificates = certificates or True
        self._proxy = read_proxy_url(proxy_url) if proxy_url else None
        self._connections = connections
        self._patience = patience or Patience()
        self._largest = {"POST": largest_answer, "GET": largest_file}
        self._session: aiohttp.ClientSession | None = None
        self._each_request: dict[str, Any] = {}

    @property
    def read_timeout(self) -> float:
        """Seconds for an answer where a call does not say."""
        return self._patience.read

    async def initialize(self) -> None:
        """Open for requests; does nothing if open already."""
        if self._session is not None:
            return
        connector, proxy = connector_through(
            self._proxy,
            limit=self._connections,
            keepalive_timeout=KEEP_ALIVE,
            ttl_dns_cache=60,
            ssl=self._certificates,
        )
        trace = aiohttp.TraceConfig()
        trace.on_request_headers_sent.append(_note_leaving)
        self._each_request = {"proxy": proxy, "allow_redirects": False}
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
            trace_configs=[trace],
            trust_env=False,
        )

    async def shutdown(self) -> None:
        """Close all connections; `initialize` opens anew."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request: status 2xx and the body, or one of Telegram's errors."""
        if self._session is None:
            raise NotSent("the transport is closed")
        body, journey, patience = body_of(request_data), _Journey(), self._patience
        heavy = method == "GET" or (request_data is not None and request_data.contains_files)
        limits = _limits(
            free=_seconds(pool_timeout, patience.free),
            connect=_seconds(connect_timeout, patience.connect),
            write=_seconds(write_timeout, patience.upload if heavy else patience.write),
            read=_seconds(read_timeout, patience.read),
        )
        problem: TelegramError
        try:
            async with self._session.request(
                method, url, data=body, timeout=limits, trace_request_ctx=journey, **self._each_request
            ) as response:
                status, payload = response.status, await read_answer(response, self._largest[method])
        except Exception as error:
            problem = failure(error, left=journey.left)
        else:
            if 200 <= status < 300:
                return status, payload
            problem = refusal(status, payload, method=method, url=url)
        raise problem  # outside the except: the client's error, which holds the URL, must not hang on to it

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """PTB's hook; its own logs the text of an answer it cannot read, and that may be somebody's words."""
        return read_success(payload)


async def _note_leaving(_session: aiohttp.ClientSession, context: SimpleNamespace, _params: object) -> None:
    context.trace_request_ctx.left = True


def _seconds(asked: object, usual: float) -> float | None:
    """A call's own time-out (None: wait for ever), or the usual one where it names none."""
    if asked is BaseRequest.DEFAULT_NONE:
        return usual
    return float(asked) if isinstance(asked, int | float) else None


def _limits(
    *, free: float | None, connect: float | None, write: float | None, read: float | None
) -> aiohttp.ClientTimeout:
    """The total bounds a server that answers drop by drop."""
    parts = (free, connect, write, read)
    reach = None if free is None or connect is None else free + connect
    total = None if None in parts else sum(part for part in parts if part is not None)
    return aiohttp.ClientTimeout(total=total, connect=reach, sock_connect=connect, sock_read=read)
