"""What of SNS keeps SMS from somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from earshot.domain.account import NEAR_RATIO, Sms
from earshot.domain.alerts.rules import Caps
from earshot.domain.contact import Contact
from earshot.domain.finding import Finding, fine, named

USUAL_SMS_USD = 0.05
"""What an SMS costs where we have not measured it. AWS's list runs from less than one cent (United
States) to more than ten (Germany); this is about what western Europe pays."""

FEWEST_PRICED = 10
"""SMS of the month before their mean price says more than the usual one."""

SNS_CONSOLE = "in the SNS console, under Text messaging (SMS)"
RAISE_LIMIT = (
    f"{SNS_CONSOLE}, raise the account spend limit; above the first dollar, AWS Support has to"
    " allow it before"
)


def sms_findings(sms: Sms, contacts: Sequence[Contact], caps: Caps, used: int) -> Iterator[Finding]:
    """`contacts` are those with a phone; `used` is how many SMS were sent in this month."""
    for found in (
        _sandbox(sms, contacts),
        _opted_out(sms, contacts),
        _spending(sms, used),
        _cap(sms, caps, used),
        _delivery(sms),
    ):
        if found is not None:
            yield found


def _sandbox(sms: Sms, contacts: Sequence[Contact]) -> Finding | None:
    name = "sms_sandbox"
    if sms.in_production is None:
        return None
    if sms.in_production:
        return fine(name, "SMS are out of the sandbox")
    to_do = f"{SNS_CONSOLE}, exit the SMS sandbox"
    if sms.verified is None:
        return Finding(
            name=name,
            level="warn",
            what="SMS are in the sandbox",
            why="in the sandbox SNS sends nothing to numbers that are not verified",
            to_do=to_do,
        )
    strangers = [one for one in contacts if one.phone not in sms.verified]
    if not strangers:
        return Finding(
            name=name,
            level="warn",
            what="SMS are in the sandbox; the numbers of all contacts are verified",
            why="a contact that is added now gets no SMS, and ten numbers are all there may be",
            to_do=to_do,
        )
    return Finding(
        name=name,
        level="bad",
        what=f"SMS are in the sandbox, and the number of {named(strangers)} is not verified",
        why="in the sandbox SNS sends nothing to other numbers",
        to_do=f"{to_do}; until then, add and verify each number there",
        contacts=tuple(one.name for one in strangers),
    )


def _opted_out(sms: Sms, contacts: Sequence[Contact]) -> Finding | None:
    name = "sms_opted_out"
    if sms.opted_out is None:
        return None
    gone = [one for one in contacts if one.phone in sms.opted_out]
    if not gone:
        return fine(name, "no contact has opted out of SMS")
    return Finding(
        name=name,
        level="bad",
        what=f"{named(gone)} answered STOP: the number has opted out of SMS",
        why="SNS sends nothing to it, from anybody in this account",
        to_do=f"ask them, then {SNS_CONSOLE}, opt the number in: AWS allows that once in 30 days",
        contacts=tuple(one.name for one in gone),
    )


def _spending(sms: Sms, used: int) -> Finding | None:
    """Where AWS does not say what was spent, the number of SMS says it roughly: enough to warn, and
    not to call it bad."""
    name = "sms_spending"
    if sms.limit_usd is None:
        return None
    is_known = sms.spent_usd is not None
    spent = used * USUAL_SMS_USD if sms.spent_usd is None else sms.spent_usd
    about = "" if is_known else "about "
    told = f"SMS of this month cost {about}${spent:.2f} of at most ${sms.limit_usd:.2f}"
    if spent < NEAR_RATIO * sms.limit_usd:
        return fine(name, told)
    return Finding(
        name=name,
        level="bad" if is_known and spent >= sms.limit_usd else "warn",
        what=told,
        why="at its limit SNS sends no SMS until the month ends, and tells nobody",
        to_do=RAISE_LIMIT,
    )


def _cap(sms: Sms, caps: Caps, used: int) -> Finding | None:
    """What the owner allows against what SNS would pay for."""
    name = "sms_cap"
    if sms.limit_usd is None:
        return None
    price = _price(sms, used)
    # Rounded first: 0.30 / 0.05 is a little less than 6.
    paid = int(round(sms.limit_usd / price, 6))
    most = caps.sms_a_month
    told = f"sms_a_month is {most}, and ${sms.limit_usd:.2f} pay for about {paid}"
    if most <= paid:
        return fine(name, told)
    return Finding(
        name=name,
        level="warn",
        what=f"{told} at ${price:.3f} each",
        why="SMS would end before Earshot's own cap, without a word to you",
        to_do=f"{RAISE_LIMIT}; or lower caps.sms_a_month",
    )


def _delivery(sms: Sms) -> Finding | None:
    name = "sms_delivery"
    if sms.tells_delivery is None:
        return None
    if sms.tells_delivery:
        return fine(name, "SNS logs what became of each SMS")
    return Finding(
        name=name,
        level="warn",
        what="SNS does not log what became of an SMS",
        why="a number that does not get them is not noticed, and its alerts take no other channel",
        to_do="earshot doctor --set-up",
    )


def _price(sms: Sms, used: int) -> float:
    """What an SMS costs here: as measured in this month, where there are enough."""
    if used < FEWEST_PRICED or not sms.spent_usd:
        return USUAL_SMS_USD
    return sms.spent_usd / used
