"""Which addresses may be fetched: those of the public Internet, and what the owner lists.

The addresses a watch names are the owner's, but feeds redirect and names resolve to whatever a
stranger wants, such as the instance metadata at 169.254.169.254. So a name is resolved once, every
address it has must be public, and the connection goes to the address that was looked at.

Registries: https://www.iana.org/assignments/iana-ipv4-special-registry and the one for IPv6.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit

from earshot.domain.errors import AddressRefusedError, SourceUnavailableError

Resolver = Callable[[str, int], list[str]]
"""(host, port) to the addresses of the host, as text. Raises OSError where there are none."""

_NOT_PUBLIC_IPV4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared by carriers
        "127.0.0.0/8",
        "169.254.0.0/16",  # link-local, instance metadata
        "172.16.0.0/12",
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
_PUBLIC_IPV6 = IPv6Network("2000::/3")
"""All that is assigned to the Internet. Outside lie loopback, ULA, link-local, multicast, mapped
IPv4 (::ffff:0:0/96) and NAT64 (64:ff9b::/96), which lead to IPv4 addresses unseen."""
_NOT_PUBLIC_IPV6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # Teredo and other protocol assignments
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4
        "3fff::/20",  # documentation
    )
)
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_HOST_NAME = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*")
_LOOKS_NUMERIC = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")
_PATH_SAFE = "/%:@!$&'()*+,;=~-._"
_LONGEST_URL = 8192


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: the parts of an address that was taken apart once, here."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> tuple[str, str, int]:
        return (self.scheme, self.host, self.port)

    @property
    def authority(self) -> str:
        """For the Host header: IPv6 in brackets, the port unless it is the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        default = 443 if self.scheme == "https" else 80
        return host if self.port == default else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.authority}{self.path}"


def target_of(url: str) -> Target:
    """The parts of an http(s) address. Raises AddressRefusedError for any other scheme, for
    credentials, and for hosts in a form that different readers take for different hosts."""
    if len(url) > _LONGEST_URL:
        raise AddressRefusedError("the address is too long")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise AddressRefusedError("the address cannot be read") from error
    if parts.scheme not in ("http", "https"):
        raise AddressRefusedError("the address is neither http nor https")
    if "@" in parts.netloc:
        raise AddressRefusedError("the address holds credentials")
    hostname = parts.hostname or ""
    if "\\" in parts.netloc or port == 0 or ("[" in parts.netloc) != (":" in hostname):
        raise AddressRefusedError("the address has no proper host")
    path = quote(parts.path or "/", safe=_PATH_SAFE)
    if parts.query:
        path += "?" + quote(parts.query, safe=_PATH_SAFE + "?[]")
    return Target(
        scheme=parts.scheme,
        host=_host_of(hostname),
        port=port or (443 if parts.scheme == "https" else 80),
        path=path,
    )


def vetted_addresses(target: Target, resolve: Resolver, private_hosts: frozenset[str]) -> list[str]:
    """The host's addresses, all of them public unless "host:port" is listed as private.

    Raises AddressRefusedError where one is not, SourceUnavailableError where there is none.
    """
    try:
        addresses = resolve(target.host, target.port)
    except (OSError, UnicodeError) as error:
        raise SourceUnavailableError("the host's name has no address") from error
    if not addresses:
        raise SourceUnavailableError("the host's name has no address")
    if f"{target.host}:{target.port}" not in private_hosts:
        for address in addresses:
            if not is_public(address):
                raise AddressRefusedError("the host's address is not public")
    return addresses


def is_public(address: str) -> bool:
    """Whether an address, as a resolver writes it, belongs to the public Internet."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv4Address):
        return not any(parsed in network for network in _NOT_PUBLIC_IPV4)
    return (
        parsed.scope_id is None
        and parsed in _PUBLIC_IPV6
        and not any(parsed in network for network in _NOT_PUBLIC_IPV6)
    )


def system_resolver(host: str, port: int) -> list[str]:
    """The system's answer, in its order of preference, each address once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _host_of(hostname: str) -> str:
    """The host in lower case: an IPv6 address, a dotted IPv4 address or a name in ASCII."""
    if ":" in hostname:
        try:
            parsed = IPv6Address(hostname)
        except ValueError as error:
            raise AddressRefusedError("the address has no proper host") from error
        if parsed.scope_id is not None:
            raise AddressRefusedError("the address names a zone of this machine")
        return str(parsed)
    name = hostname.removesuffix(".")
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii")
        except UnicodeError as error:
            raise AddressRefusedError("the address has no proper host") from error
    name = name.lower()
    if not _HOST_NAME.fullmatch(name):
        raise AddressRefusedError("the address has no proper host")
    if _LOOKS_NUMERIC.fullmatch(name):
        # 127.1, 2130706433 and 0x7f.1 are loopback to some readers and a name to others.
        try:
            IPv4Address(name)
        except ValueError as error:
            raise AddressRefusedError("the address writes numbers in an odd way") from error
    return name
