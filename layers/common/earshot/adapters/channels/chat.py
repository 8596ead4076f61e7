"""Chats by Apprise, which is loaded when the first message is sent.

Apprise knows the platforms: what their addresses look like and what form a message has. Everything
else is ours: the text (`markup`), the connection (`courier`), and what a refusal means.
https://github.com/caronc/apprise
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from earshot.domain.errors import ConfigurationError, DeliveryError, StoreError
from earshot.ports import Http, Response, Secrets

if TYPE_CHECKING:
    from earshot.adapters.channels.platforms import Platform

_RUN_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}")


@dataclass(frozen=True, slots=True)
class Chats:
    """`secrets` hold the addresses of chats, which let anyone write there: none is ever shown."""

    http: Callable[[], Http]
    secrets: Secrets

    def send(self, url_secret: str, title: str, text: str) -> str:
        """What the platform said, such as "slack 200". Raises DeliveryError, permanent where the
        address is wrong or the platform refused this message for good."""
        address = self._address(url_secret)
        try:
            from earshot.adapters.channels.courier import Errand, carrying
            from earshot.adapters.channels.markup import title_of, written
            from earshot.adapters.channels.opening import opened
            from earshot.adapters.channels.platforms import MOST_TITLE_CHARACTERS
        except ImportError as error:
            raise DeliveryError("this function has no chat library", permanent=True) from error
        chat = opened(address)
        platform = chat.platform
        heading = title_of(title, platform.markup, MOST_TITLE_CHARACTERS)
        # What joins the two, bold signs included, has room in the rest.
        body = written(text, platform.markup, platform.markup.most - 2 * len(heading) - 16)
        errand = Errand(http=self.http(), amend=platform.amend, address=chat.exact_address)
        accepted = False
        with carrying(errand), suppress(DeliveryError):
            accepted = chat.notify(heading, body)
        if errand.refusal is not None:
            raise _named(platform, errand.refusal) from errand.refusal
        if not accepted or errand.answer is None:
            # It was answered with success, and the library read in the answer that it was none.
            raise DeliveryError(f"{platform.name}: not taken", permanent=True)
        return _reference(platform, errand.answer)

    def _address(self, url_secret: str) -> str:
        try:
            return self.secrets.get(url_secret).strip()
        except ConfigurationError as error:
            raise DeliveryError(str(error), permanent=True) from error
        except StoreError as error:
            raise DeliveryError(str(error), permanent=error.permanent) from error


def _reference(platform: Platform, answer: Response) -> str:
    run = answer.headers.get(platform.run_header or "", "")
    known = f" {run}" if _RUN_ID.fullmatch(run) else ""
    return f"{platform.name} {answer.status}{known}"


def _named(platform: Platform, refusal: DeliveryError) -> DeliveryError:
    return DeliveryError(
        f"{platform.name}: {refusal}", permanent=refusal.permanent, silent=refusal.silent
    )
