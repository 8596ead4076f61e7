"""Which addresses may be fetched. The table is the threat model."""

from __future__ import annotations

import pytest

from earshot.adapters.addresses import Target, is_public, target_of, vetted_addresses
from earshot.domain.errors import AddressRefusedError, SourceUnavailableError

PUBLIC = ["93.184.216.34", "1.1.1.1", "172.15.0.1", "172.32.0.1", "2606:4700::1111", "2a00:1450::5"]
NOT_PUBLIC = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "169.254.170.2",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:93.184.216.34",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::5db8:d822",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:5db8:d822::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "2606:4700::1111%eth0",
    "fec0::1",
    "ff02::1",
    "not an address",
    "",
]

REFUSED = [
    "",
    "site.example",
    "//site.example/",
    "ftp://site.example/",
    "file:///etc/passwd",
    "gopher://site.example/",
    "javascript:alert(1)",
    "data:text/plain,x",
    "http://",
    "http:///path",
    "http://user@site.example/",
    "http://user:secret@site.example/",
    "http://@site.example/",
    "http://site.example@127.0.0.1/",
    "http://site.example:0/",
    "http://site.example:99999/",
    "http://site.example:port/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://0x/",
    "http://017700000001/",
    "http://0177.0.0.1/",
    "http://127.0.0.01/",
    "http://1.2.3.4.5/",
    "http://256.1.1.1/",
    "http://127.0.0.1../",
    "http://site.example../",
    "http://.example/",
    "http://a..b/",
    "http://-a.example/",
    "http://a b.example/",
    "http://site.example\\@127.0.0.1/",
    "http://127.0.0.1\\.site.example/",
    "http://[::1%25eth0]/",
    "http://[fe80::1%eth0]/",
    "http://[::1/",
    "http://[zz::1]/",
    "http://[v1.x]/",
    "http://site.example%00.evil.example/",
    "http://site.example%2f@x/",
    "http://" + "a" * 64 + ".example/",
    "http://" + "a." * 200 + "example/",
    "http://site.example/" + "a" * 9000,
]


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_every_special_range_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("url", REFUSED)
def test_an_address_in_an_odd_form_is_refused_before_any_lookup(url: str) -> None:
    with pytest.raises(AddressRefusedError):
        target_of(url)


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("http://Site.Example", Target("http", "site.example", 80, "/")),
        ("https://site.example.:8443/a?b=c#d", Target("https", "site.example", 8443, "/a?b=c")),
        (
            "HTTPS://site.example/é ?ü&x[]=1",
            Target("https", "site.example", 443, "/%C3%A9%20?%C3%BC&x[]=1"),
        ),
        ("http://site.example/%41%2F", Target("http", "site.example", 80, "/%41%2F")),
        ("http://bücher.example/", Target("http", "xn--bcher-kva.example", 80, "/")),
        ("http://１２７.0.0.1/", Target("http", "127.0.0.1", 80, "/")),
        ("http://[2606:4700:0::1111]/", Target("http", "2606:4700::1111", 80, "/")),
        ("http://93.184.216.34/", Target("http", "93.184.216.34", 80, "/")),
        (
            "http://site.example/a\r\nHost: evil",
            Target("http", "site.example", 80, "/aHost:%20evil"),
        ),
    ],
)
def test_an_address_is_taken_apart_once_and_for_all(url: str, target: Target) -> None:
    assert target_of(url) == target


@pytest.mark.parametrize(
    ("url", "authority"),
    [
        ("http://site.example/", "site.example"),
        ("https://site.example:443/", "site.example"),
        ("https://site.example:80/", "site.example:80"),
        ("http://[2606:4700::1111]:81/", "[2606:4700::1111]:81"),
    ],
)
def test_the_host_header_names_the_port_only_where_it_is_unusual(url: str, authority: str) -> None:
    assert target_of(url).authority == authority


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://169.254.169.254./",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::169.254.169.254]/",
        "http://１２７.0.0.1/",
    ],
)
def test_a_private_address_written_out_is_refused(url: str) -> None:
    with pytest.raises(AddressRefusedError):
        vetted_addresses(target_of(url), lambda host, port: [host], frozenset())


TARGET = Target("http", "site.example", 8080, "/")


def test_every_address_of_a_name_must_be_public() -> None:
    def both(host: str, port: int) -> list[str]:
        return ["93.184.216.34", "10.0.0.1"]

    with pytest.raises(AddressRefusedError):
        vetted_addresses(TARGET, both, frozenset())


def test_only_the_exact_host_and_port_that_is_listed_may_be_private() -> None:
    def loopback(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    assert vetted_addresses(TARGET, loopback, frozenset({"site.example:8080"})) == ["127.0.0.1"]
    for listed in ("site.example", "site.example:80", "127.0.0.1:8080", "*:8080"):
        with pytest.raises(AddressRefusedError):
            vetted_addresses(TARGET, loopback, frozenset({listed}))


def test_a_name_without_an_address_is_unavailable() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    with pytest.raises(SourceUnavailableError):
        vetted_addresses(TARGET, unknown, frozenset())
    with pytest.raises(SourceUnavailableError):
        vetted_addresses(TARGET, lambda host, port: [], frozenset())
