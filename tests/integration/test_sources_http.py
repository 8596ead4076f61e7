"""The safe fetcher over real sockets: local servers play the hostile Internet."""

from __future__ import annotations

import gzip
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from earshot.adapters.addresses import Resolver
from earshot.adapters.http import LIMIT_BYTES, SafeHttp
from earshot.domain.errors import (
    AddressRefusedError,
    AnswerTooLargeError,
    SourceUnavailableError,
)
from workbench.servers.loopback import Fault, LoopbackServer, Reply, status

SECONDS = 1.0


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    with LoopbackServer(lambda request: Reply(200, b"hello", {"X-Path": request.path})) as made:
        yield made


def http(*servers: LoopbackServer, resolve: Resolver | None = None) -> SafeHttp:
    return SafeHttp(
        contact="ops@owner.example",
        private_hosts=frozenset(server.host for server in servers),
        resolve=resolve or (lambda host, port: [host]),
        total_seconds=SECONDS,
    )


def redirect(to: str, code: int = 302) -> Fault:
    return status(code, {"Location": to})


def test_an_answer_is_its_status_headers_and_body(server: LoopbackServer) -> None:
    response = http(server).get(f"{server.url}/a%20b?c=d", {"X-Own": "yes"})
    assert (response.status, response.body) == (200, b"hello")
    assert response.headers["x-path"] == "/a b"
    assert (response.url, response.moved_to) == (f"{server.url}/a%20b?c=d", None)
    asked = server.requests[0]
    assert asked.query == (("c", "d"),)
    assert asked.headers["x-own"] == "yes"
    assert asked.headers["host"] == server.host
    assert asked.headers["user-agent"].startswith("Earshot/")
    assert "ops@owner.example" in asked.headers["user-agent"]
    assert asked.headers["accept-encoding"] == "gzip, deflate"


@pytest.mark.parametrize("code", [204, 304, 400, 401, 403, 404, 410, 429, 500, 503])
def test_any_status_is_an_answer(server: LoopbackServer, code: int) -> None:
    server.fail_next(status(code, {"Retry-After": "7"}))
    response = http(server).get(server.url)
    assert (response.status, response.headers["retry-after"]) == (code, "7")


def test_loopback_is_refused_unless_it_is_listed(server: LoopbackServer) -> None:
    with pytest.raises(AddressRefusedError):
        http().get(server.url)
    assert server.requests == []


def test_the_address_that_was_vetted_is_the_one_that_is_used(server: LoopbackServer) -> None:
    """A name that is public when it is looked at and private a moment later."""
    answers = iter([["93.184.216.34", "127.0.0.1"], ["127.0.0.1"]])
    rebinding = http(resolve=lambda host, port: next(answers))
    port = server.host.rpartition(":")[2]
    for _ in range(2):
        with pytest.raises(AddressRefusedError):
            rebinding.get(f"http://rebinding.example:{port}/")
    assert server.requests == []


def test_a_name_is_looked_up_once_for_each_request(server: LoopbackServer) -> None:
    port = server.host.rpartition(":")[2]
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    named = SafeHttp(
        contact="x",
        private_hosts=frozenset({f"feeds.example:{port}"}),
        resolve=resolve,
        total_seconds=SECONDS,
    )
    assert named.get(f"http://feeds.example:{port}/").body == b"hello"
    assert asked == ["feeds.example"]
    assert server.requests[0].headers["host"] == f"feeds.example:{port}"


def test_a_dead_address_is_passed_over_for_the_next(server: LoopbackServer) -> None:
    port = server.host.rpartition(":")[2]
    named = SafeHttp(
        contact="x",
        private_hosts=frozenset({f"feeds.example:{port}"}),
        resolve=lambda host, port: ["127.0.0.2", "127.0.0.1"],
        total_seconds=5,
    )
    assert named.get(f"http://feeds.example:{port}/").status == 200


@pytest.mark.parametrize(
    ("codes", "is_kept"),
    [((301,), True), ((308, 301), True), ((302,), False), ((301, 302), False), ((307, 301), False)],
)
def test_a_move_is_kept_where_all_of_it_is_permanent(
    server: LoopbackServer, codes: tuple[int, ...], is_kept: bool
) -> None:
    server.fail_next(*(redirect(f"/step{n}", code) for n, code in enumerate(codes)))
    response = http(server).get(server.url)
    final = f"{server.url}/step{len(codes) - 1}"
    assert (response.url, response.status) == (final, 200)
    assert response.moved_to == (final if is_kept else None)


def test_a_redirect_is_vetted_like_any_address(server: LoopbackServer) -> None:
    for to in (
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1:1/",
        "http://[::1]/",
        "file:///etc/passwd",
        "http://user@site.example/",
        "//10.0.0.1/",
        "http://[",
    ):
        server.fail_next(redirect(to))
        with pytest.raises(AddressRefusedError):
            http(server).get(server.url)


def test_redirects_end_after_five(server: LoopbackServer) -> None:
    server.fail_next(*[redirect("/again")] * 5)
    assert http(server).get(server.url).status == 200
    server.fail_next(*[redirect("/again")] * 6)
    with pytest.raises(SourceUnavailableError):
        http(server).get(server.url)


def test_a_token_stays_with_the_host_it_is_for(server: LoopbackServer) -> None:
    with LoopbackServer(lambda request: Reply(200, b"elsewhere")) as other:
        server.fail_next(redirect("/same"), redirect(other.url))
        headers = {"Authorization": "Bearer t", "X-Goog-Api-Key": "k", "Accept": "text/html"}
        assert http(server, other).get(server.url, headers).body == b"elsewhere"
        assert server.requests[1].headers["authorization"] == "Bearer t"
        arrived = other.requests[0].headers
        assert "authorization" not in arrived
        assert "x-goog-api-key" not in arrived
        assert arrived["accept"] == "text/html"


def test_a_redirect_without_a_location_is_an_answer(server: LoopbackServer) -> None:
    server.fail_next(status(302))
    assert http(server).get(server.url).status == 302


@pytest.mark.parametrize(
    "fault",
    [
        Fault(hang_up=True),
        Fault(cut=True),
        Fault(reply=Reply(200, gzip.compress(b"x" * 1000)[:20], {"Content-Encoding": "gzip"})),
        Fault(reply=Reply(200, b"x", {"Content-Encoding": "br"})),
    ],
    ids=["hang up", "cut short", "cut gzip", "unknown encoding"],
)
def test_what_is_not_a_whole_answer_is_none(server: LoopbackServer, fault: Fault) -> None:
    server.fail_next(fault)
    with pytest.raises(SourceUnavailableError):
        http(server).get(server.url)


@pytest.mark.parametrize(
    "fault",
    [
        Fault(wait_seconds=30),
        Fault(drip_seconds=0.3, reply=Reply(200, b"x" * 100)),
        Fault(drip_seconds=0.3, reply=Reply(200, b"x" * 100, {"Content-Encoding": "identity"})),
    ],
    ids=["silence", "drip", "drip with encoding"],
)
def test_the_deadline_is_for_all_of_it(server: LoopbackServer, fault: Fault) -> None:
    server.fail_next(fault)
    started_at = time.monotonic()
    with pytest.raises(SourceUnavailableError, match="too slow"):
        http(server).get(server.url)
    assert time.monotonic() - started_at < SECONDS + 0.5


def test_the_deadline_includes_the_redirects(server: LoopbackServer) -> None:
    slow = Fault(reply=Reply(302, b"", {"Location": "/again"}), wait_seconds=0.4)
    server.fail_always(slow)
    started_at = time.monotonic()
    with pytest.raises(SourceUnavailableError):
        http(server).get(server.url)
    assert time.monotonic() - started_at < SECONDS + 0.5


def test_the_deadline_includes_the_name_servers() -> None:
    def slow(host: str, port: int) -> list[str]:
        time.sleep(3)
        return ["93.184.216.34"]

    started_at = time.monotonic()
    with pytest.raises(SourceUnavailableError):
        http(resolve=slow).get("http://slow.example/")
    assert time.monotonic() - started_at < SECONDS + 0.5


@pytest.mark.parametrize(
    "reply",
    [
        Reply(200, b"x" * (LIMIT_BYTES + 1)),
        Reply(200, gzip.compress(b"\x00" * 50_000_000), {"Content-Encoding": "gzip"}),
    ],
    ids=["plain", "bomb"],
)
def test_more_than_two_megabytes_are_not_read(server: LoopbackServer, reply: Reply) -> None:
    server.fail_next(Fault(reply=reply))
    with pytest.raises(AnswerTooLargeError):
        http(server).get(server.url)


def test_the_body_of_a_redirect_is_not_read(server: LoopbackServer) -> None:
    large = Reply(302, b"x" * (LIMIT_BYTES + 1), {"Location": "/next"})
    server.fail_next(Fault(reply=large))
    assert http(server).get(server.url).body == b"hello"


@contextmanager
def raw(say: Callable[[socket.socket], None], wrap: ssl.SSLContext | None = None) -> Iterator[int]:
    """A server that reads a request and says exactly the bytes it is told; yields its port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = listening.accept()
                    with suppress(OSError):
                        if wrap is not None:
                            connection = wrap.wrap_socket(connection, server_side=True)
                        connection.recv(65_536)
                        say(connection)
                    connection.close()

        Thread(target=serve, daemon=True).start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)


def from_raw(say: Callable[[socket.socket], None]) -> bytes:
    with raw(say) as port:
        client = SafeHttp(
            contact="x", private_hosts=frozenset({f"127.0.0.1:{port}"}), total_seconds=SECONDS
        )
        return client.get(f"http://127.0.0.1:{port}/").body


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


def test_a_chunked_body_is_put_together() -> None:
    whole = CHUNKED + b"3\r\nabc\r\n4;ext=1\r\ndefg\r\n0\r\nTrailer: x\r\n\r\n"
    assert from_raw(lambda connection: connection.sendall(whole)) == b"abcdefg"


@pytest.mark.parametrize(
    "said",
    [
        CHUNKED + b"3\r\nabc\r\n4\r\nde",
        CHUNKED + b"3\r\nabc\r\n",
        CHUNKED + b"zz\r\nabc\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\n",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
        b"",
    ],
    ids=range(9),
)
def test_an_answer_that_breaks_the_protocol_is_none(said: bytes) -> None:
    with pytest.raises(SourceUnavailableError):
        from_raw(lambda connection: connection.sendall(said))


@pytest.mark.parametrize(
    ("before", "again"),
    [
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\n", b"X"),
        (b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", b"x"),
        (CHUNKED, b"1\r\nx\r\n"),
        (CHUNKED + b"0\r\n", b"T: x\r\n"),
    ],
    ids=["continue", "header", "body without length", "chunks", "trailers"],
)
def test_what_never_ends_ends_at_the_deadline(before: bytes, again: bytes) -> None:
    def drip(connection: socket.socket) -> None:
        connection.sendall(before)
        end = time.monotonic() + 10
        while time.monotonic() < end:
            connection.sendall(again)
            time.sleep(0.05)

    started_at = time.monotonic()
    with pytest.raises(SourceUnavailableError):
        from_raw(drip)
    assert time.monotonic() - started_at < SECONDS + 0.5


def certificate(name: str, folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """(for the server, for a client that trusts it): a certificate of its own for a name."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = signed.public_bytes(serialization.Encoding.PEM)
    file = folder / "server.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + pem
    )
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(file)
    return serving, ssl.create_default_context(cadata=pem.decode())


@pytest.mark.parametrize(("name", "is_trusted"), [("site.example", True), ("other.example", False)])
def test_tls_is_checked_for_the_name_on_the_vetted_address(
    tmp_path: Path, name: str, is_trusted: bool
) -> None:
    serving, trusting = certificate("site.example", tmp_path)
    asked: list[str | None] = []
    serving.sni_callback = lambda connection, asked_name, context: asked.append(asked_name)
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
    with raw(lambda connection: connection.sendall(answer), serving) as port:
        client = SafeHttp(
            contact="x",
            private_hosts=frozenset({f"{name}:{port}"}),
            resolve=lambda host, port: ["127.0.0.1"],
            tls=trusting,
            total_seconds=5,
        )
        if is_trusted:
            assert client.get(f"https://{name}:{port}/").body == b"ok"
        else:
            with pytest.raises(SourceUnavailableError):
                client.get(f"https://{name}:{port}/")
    assert asked == [name]


def test_a_handshake_that_hangs_ends_at_the_deadline() -> None:
    with raw(lambda connection: time.sleep(3)) as port:
        client = SafeHttp(
            contact="x", private_hosts=frozenset({f"127.0.0.1:{port}"}), total_seconds=SECONDS
        )
        started_at = time.monotonic()
        with pytest.raises(SourceUnavailableError, match="too slow"):
            client.get(f"https://127.0.0.1:{port}/")
        assert time.monotonic() - started_at < SECONDS + 0.5
