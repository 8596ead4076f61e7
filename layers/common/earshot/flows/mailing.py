"""Mailing: one letter about a case to one contact, once, however often it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from earshot.domain.contact import Contact
from earshot.domain.errors import DeliveryError
from earshot.ports import Deliveries, Notifier
from earshot.text.messages import Email


def mailed(
    case_id: str,
    message: str,
    contact: Contact,
    letter: Callable[[], Email],
    *,
    deliveries: Deliveries,
    notifier: Notifier,
) -> str:
    """What came of it, for the journal. `message` names it among all of the case's; `letter` is
    written only where it goes. Raises DeliveryError where it may yet be taken."""
    if contact.email is None:
        return "has no email address"
    if not deliveries.claim(case_id, message, contact.name, "email"):
        return "sent"
    written = letter()
    try:
        reference = notifier.email(contact.email, written.subject, written.text, written.html)
    except DeliveryError as error:
        if not error.permanent:
            raise
        outcome = f"failed: {error}"
    else:
        outcome = f"sent: {reference}"
    deliveries.settle(case_id, message, contact.name, "email", outcome)
    return outcome.partition(":")[0]
