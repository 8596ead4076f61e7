"""Mails as SES stores them, written by hand."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

ANA = "Ana Costa <ana.costa@post.example>"
DESK = "care@lumo.example"
COMPLAINT = "My Lumo lamp broke after a week and nobody answers. I want my money back."


def by_ses(
    spam: str = "PASS",
    virus: str = "PASS",
    results: str = "dkim=pass header.i=@post.example;\n dmarc=pass header.from=post.example;",
    *,
    to: str = "lumo@listen.example",
    return_path: str = "bounce-7@post.example",
) -> str:
    """The lines that SES writes above a mail."""
    verdicts = f"X-SES-Spam-Verdict: {spam}\nX-SES-Virus-Verdict: {virus}\n" if spam else ""
    return (
        f"Return-Path: <{return_path}>\n"
        "Received: from mx.post.example (mx.post.example [192.0.2.7])\n"
        " by inbound-smtp.eu-west-1.amazonaws.com with SMTP id 4k7s0q2v\n"
        f" for {to};\n"
        " Mon, 02 Mar 2026 08:59:00 +0000 (UTC)\n"
        f"{verdicts}"
        "Received-SPF: pass (spfCheck: 192.0.2.7) client-ip=192.0.2.7;\n"
        "Authentication-Results: amazonses.com;\n"
        " spf=pass (spfCheck: 192.0.2.7) client-ip=192.0.2.7; envelope-from=x@post.example;\n"
        f" {results}\n"
        "X-SES-RECEIPT: AEFBQUFB\n"
    )


def written(
    text: str = COMPLAINT, *, html: str = "", sender: str = ANA, subject: str = "", **headers: str
) -> EmailMessage:
    """A mail as its sender's program made it; `in_reply_to` and the like become headers."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = DESK
    message["Subject"] = subject
    message["Date"] = "Mon, 02 Mar 2026 09:58:30 +0100"
    message["Message-ID"] = "<1001@post.example>"
    for name, value in headers.items():
        del message[name.replace("_", "-")]
        message[name.replace("_", "-")] = value
    if text or not html:
        message.set_content(text)
    if text and html:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    return message


def stored(message: EmailMessage | None = None, top: str | None = None) -> bytes:
    """The bytes that SES leaves in S3."""
    above = by_ses() if top is None else top
    return above.replace("\n", "\r\n").encode() + bytes(written() if message is None else message)
