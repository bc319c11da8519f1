"""To Telegram it is always TLS, from end to end: a proxy that leads there sees neither the token nor a word."""

from __future__ import annotations

import datetime
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from telegram.error import TelegramError

from bot.wire.errors import NotSent
from bot.wire.transport import AiohttpRequest
from tests.wire.conftest import SHORT, TOKEN
from tests.wire.proxies import Socks, Tunnel, standing
from tests.wire.server import Server, result
from tests.wire.test_secrets import assert_nothing_secret, everything_told

FAR = "telegram.invalid"
WORD = "someone:proxy-password"
URL = f"https://{FAR}/bot{TOKEN}/getMe"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A key and a certificate for that name."""
    key, day = ec.generate_private_key(ec.SECP256R1()), datetime.timedelta(days=1)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, FAR)])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder(
            name, name, key.public_key(), x509.random_serial_number(), now - day, now + day
        )
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(FAR)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    written = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain)
    (tmp_path / "papers.pem").write_bytes(written + certificate.public_bytes(pem))
    return tmp_path / "papers.pem"


@pytest.fixture
async def far(papers: Path) -> AsyncIterator[Server]:
    """Telegram, as far as anybody here can tell."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(papers)
    running = Server(result(7), tls=context)
    await running.start()
    yield running
    await running.stop()


def through(proxy: str, papers: Path | None) -> AiohttpRequest:
    """A transport that believes this certificate."""
    certificates = ssl.create_default_context(cafile=papers) if papers else None
    return AiohttpRequest(proxy_url=proxy, patience=SHORT, certificates=certificates)


@pytest.mark.parametrize("kind", [Tunnel, Socks])
async def test_through_a_proxy_one_kept_connection_leads_to_telegram_itself(
    far: Server, papers: Path, kind: type[Tunnel] | type[Socks]
) -> None:
    async with standing(kind(far, word=WORD)) as proxy:
        scheme = "http" if kind is Tunnel else "socks5"
        async with through(f"{scheme}://{WORD}@127.0.0.1:{proxy.port}", papers) as transport:
            for _ in range(3):
                assert await transport.post(URL) == 7
        assert proxy.asked == [f"{FAR}:443".encode() if kind is Tunnel else FAR.encode()]
        assert [heard.line for heard in far.heard] == [f"POST /bot{TOKEN}/getMe HTTP/1.1"] * 3
        assert far.connections == 1


@pytest.mark.parametrize("kind", [Tunnel, Socks])
async def test_a_proxy_that_plays_telegram_or_does_not_know_us_gets_nothing_and_is_told_without_secrets(
    far: Server, papers: Path, kind: type[Tunnel] | type[Socks]
) -> None:
    scheme = "http" if kind is Tunnel else "socks5"
    async with standing(kind(far, word=WORD)) as proxy:
        for word, believed in ((WORD, None), ("someone:else", papers), ("", papers)):
            at = f"{word}@" if word else ""
            async with through(f"{scheme}://{at}127.0.0.1:{proxy.port}", believed) as transport:
                with pytest.raises(TelegramError) as caught:
                    await transport.post(URL)
            assert isinstance(caught.value, NotSent)
            assert_nothing_secret(everything_told(caught.value))
    assert far.heard == []
