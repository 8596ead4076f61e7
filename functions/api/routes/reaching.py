"""Reaching contacts: which of their addresses fail, and taking one up again."""

from __future__ import annotations

import re

from api.answers import Answer, as_json
from api.operations import Operation, Request
from api.problems import RefusedError
from earshot.telemetry import log
from earshot.wiring import shared, stores

CONTACT = r"[a-z0-9-]{1,40}"
CHANNEL = r"sms|email|chat:[a-z0-9-]{1,40}"


def list_addresses(request: Request) -> Answer:
    from earshot.flows.reading.addresses import listed

    return as_json(listed(shared.configuration(), stores.addresses(), shared.now()))


def clear_address(request: Request) -> Answer:
    """What could be nobody's address is answered without asking the table."""
    from earshot.flows.reading.addresses import clear

    contact, channel = request.path["contact"], request.path["channel"]
    if not re.fullmatch(CONTACT, contact) or not re.fullmatch(CHANNEL, channel):
        raise RefusedError(404, "there is no such address")
    cleared = clear(contact, channel, shared.configuration(), stores.addresses(), shared.now())
    log.info("cleared an address", contact=contact, channel=channel, who=request.who)
    return as_json(cleared)


OPERATIONS = (
    Operation(
        method="GET",
        path="/addresses",
        summary="The addresses of the contacts: whether what is sent there arrives",
        handle=list_addresses,
        answers="earshot.flows.reading.addresses:AddressesView",
    ),
    Operation(
        method="DELETE",
        path="/addresses/{contact}/{channel}/failures",
        summary="Forget what counts against an address, so that it is used again",
        handle=clear_address,
        answers="earshot.flows.reading.addresses:AddressView",
        refusals={404: "There is no such contact, or they have no such channel"},
    ),
)
