"""Every channel behind one object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from earshot.adapters.channels.chat import Chats
from earshot.adapters.channels.mail import SesMail
from earshot.adapters.channels.sms import SnsSms


@dataclass(frozen=True, slots=True)
class Channels:
    """`ports.Notifier`. `chats` are built when the first chat is written to."""

    texts: SnsSms
    mail: SesMail
    chats: Callable[[], Chats]

    def sms(self, phone: str, text: str) -> str:
        return self.texts.send(phone, text)

    def email(self, address: str, subject: str, text: str, html: str) -> str:
        return self.mail.send(address, subject, text, html)

    def chat(self, url_secret: str, title: str, text: str) -> str:
        return self.chats().send(url_secret, title, text)
