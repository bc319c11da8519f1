"""The way out: straight to Telegram, or through the proxy of PROXY_URL."""

from __future__ import annotations

from typing import Any

from aiohttp import TCPConnector
from aiohttp_socks import ProxyConnector, ProxyType
from yarl import URL

HTTP_SCHEMES = frozenset({"http", "https"})
SOCKS_TYPES = {"socks4": ProxyType.SOCKS4, "socks5": ProxyType.SOCKS5, "socks5h": ProxyType.SOCKS5}


def read_proxy_url(proxy_url: str) -> URL:
    """`http://`, `https://`, `socks4://`, `socks5://`, `socks5h://` with host and port, maybe
    `user:password@`.

    Raises ValueError, in words that do not repeat the URL: it may hold a password.
    """
    try:
        url = URL(proxy_url)
    except ValueError:
        url = URL()
    if url.scheme not in HTTP_SCHEMES and url.scheme not in SOCKS_TYPES:
        raise ValueError("a proxy begins with http://, https://, socks4:// or socks5://")
    if not url.host or not url.explicit_port:
        raise ValueError("a proxy needs a host and a port, as in socks5://127.0.0.1:1080")
    return url


def connector_through(proxy: URL | None, **options: Any) -> tuple[TCPConnector, URL | None]:
    """The connector, and the proxy that each request must name (HTTP proxies only).

    A SOCKS proxy looks Telegram's name up at its own end: where one is needed, look-ups near us are often
    answered with a lie.
    """
    if proxy is None or proxy.scheme in HTTP_SCHEMES:
        return TCPConnector(**options), proxy
    return (
        ProxyConnector(
            host=str(proxy.host),
            port=int(proxy.explicit_port or 0),
            proxy_type=SOCKS_TYPES[proxy.scheme],
            username=proxy.user,
            password=proxy.password,
            rdns=True,
            **options,
        ),
        None,
    )
