"""What SES found out about a mail, by the lines that it wrote above all others.

Contract: https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html for
events. A stored mail begins with `Return-Path`, the `Received` of SES, `X-SES-Spam-Verdict`,
`X-SES-Virus-Verdict`, `Received-SPF`, `Authentication-Results: amazonses.com; ...` and
`X-SES-RECEIPT`; then comes what the sender wrote, which may be the same lines with other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_VERDICTS = ("x-ses-spam-verdict", "x-ses-virus-verdict")
_WRITTEN_BY_SES = frozenset([*_VERDICTS, "return-path", "received-spf", "authentication-results"])
_BY_SES = re.compile(r"\bby\s+inbound-smtp\.[a-z0-9-]+\.amazonaws\.com\b", re.IGNORECASE)
_FOR = re.compile(r"\bfor\s+<?([^\s<>;]{3,320})>?\s*;", re.IGNORECASE)
_RESULT = re.compile(r"(?:^|;)\s*(dkim|dmarc)=(\w+)([^;]*)", re.IGNORECASE)
_ABOUT = re.compile(r"header\.(?:i|d|from)=@?([\w.-]{1,253})", re.IGNORECASE)
_SIGNED_BY = re.compile(r"(?:^|;)\s*d\s*=\s*([\w.-]{1,253})\s*(?:;|$)", re.IGNORECASE)
_LONGEST_LINE = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """`spam`, `virus` and `dmarc` in capitals as SES words them, empty where it said nothing.
    `sender_domain` is whom DMARC was asked about, `signers` are the domains whose DKIM signature
    holds; `recipient` is whom it was handed in for, where there was one only. `is_known` is False
    where SES has not seen the mail at all."""

    spam: str = ""
    virus: str = ""
    dmarc: str = ""
    sender_domain: str = ""
    signers: tuple[str, ...] = ()
    recipient: str = ""
    is_known: bool = True

    def refusal(self) -> str:
        """Why the mail is not read; empty where it is."""
        for kind, verdict in (("spam", self.spam), ("virus", self.virus)):
            # Of a mail that SES has not seen, whoever did may still have found something.
            if verdict != "PASS" and (self.is_known or verdict):
                return f"the {kind} verdict is {verdict or 'missing'}"
        if self.dmarc == "FAIL":
            return "DMARC failed: the sender is forged"
        return ""

    def vouches_for(self, address: str) -> bool:
        """Whether the mail is from whom it says: by DMARC, or signed by the sender's own domain."""
        if not self.is_known:
            return True
        domain = address.rpartition("@")[2].casefold()
        if not domain:
            return False
        if self.dmarc == "PASS" and self.sender_domain in ("", domain):
            return True
        return any(_aligned(domain, signer) for signer in self.signers)


def verdicts_in(headers: Iterable[tuple[str, str]]) -> Verdicts:
    """By the lines at the top of a stored mail, as they stand there. Where SES has written none,
    those of anybody else speak against the mail and never for it."""
    headers = list(headers)
    found: dict[str, str] = {}
    by_ses = False
    for name, value in headers:
        key, line = name.lower(), value[:_LONGEST_LINE]
        if key == "received" and not by_ses and _BY_SES.search(line):
            by_ses, found[key] = True, line
        elif key in _WRITTEN_BY_SES:
            # Only the first of a name can be SES's: it writes each once, and above the others.
            found.setdefault(key, line)
        else:
            break
    is_known = by_ses or any(name in found for name in _VERDICTS)
    if not is_known:
        found = {n.lower(): v[:_LONGEST_LINE] for n, v in headers if n.lower() in _WRITTEN_BY_SES}
    outcomes = list(_outcomes(found.get("authentication-results", "")))
    recipient = _FOR.search(found.get("received", ""))
    return Verdicts(
        spam=found.get("x-ses-spam-verdict", "").strip().upper(),
        virus=found.get("x-ses-virus-verdict", "").strip().upper(),
        dmarc=next((outcome for kind, outcome, _ in outcomes if kind == "dmarc"), ""),
        sender_domain=next((about for kind, _, about in outcomes if kind == "dmarc"), ""),
        signers=tuple(
            about
            for kind, outcome, about in outcomes
            if kind == "dkim" and outcome == "PASS" and about
        ),
        recipient=recipient[1].casefold() if recipient else "",
        is_known=is_known,
    )


def _outcomes(results: str) -> Iterator[tuple[str, str, str]]:
    """(method, outcome, domain) of DKIM and DMARC.

    SES writes each method on a line of its own, and that of SPF repeats what the sender called
    itself: whatever that says, it is not at the beginning of a line. Where all is on one line, a
    quotation could hide anything, and nothing is believed.
    """
    authority, _, said = results.partition(";")
    lines = said.split("\n")
    if authority.strip().casefold() != "amazonses.com" or (len(lines) == 1 and '"' in said):
        return
    for line in lines:
        if len(lines) == 1 or re.match(r"\s*(?:dkim|dmarc)=", line, re.IGNORECASE):
            for result in _RESULT.finditer(line):
                about = _ABOUT.search(result[3])
                yield result[1].lower(), result[2].upper(), about[1].casefold() if about else ""


def verdicts_of(receipt: Mapping[str, object], headers: Iterable[tuple[str, str]]) -> Verdicts:
    """By the receipt of an event. It does not say whose DKIM signature holds, so where DMARC is
    silent the mail's own signatures are asked."""
    signers: tuple[str, ...] = ()
    if _status(receipt, "dkimVerdict") == "PASS":
        lines = (v[:_LONGEST_LINE] for name, v in headers if name.lower() == "dkim-signature")
        signers = tuple(found[1].casefold() for v in lines if (found := _SIGNED_BY.search(v)))
    return Verdicts(
        spam=_status(receipt, "spamVerdict"),
        virus=_status(receipt, "virusVerdict"),
        dmarc=_status(receipt, "dmarcVerdict"),
        signers=signers,
    )


def _status(receipt: Mapping[str, object], name: str) -> str:
    verdict = receipt.get(name)
    status = verdict.get("status") if isinstance(verdict, dict) else None
    return status.upper() if isinstance(status, str) else ""


def _aligned(domain: str, signer: str) -> bool:
    """As DMARC's relaxed alignment, as far as it goes without a list of public suffixes."""
    return domain == signer or domain.endswith(f".{signer}") or signer.endswith(f".{domain}")
