"""PagerDuty's escalation, case by case: what happens to an escalation, and all that it does.

A row begins with a complaint that alerts. `events` and `expected` are lines that begin with a time
in UTC, `2 12:15` for 12:15 on Monday the 2nd of March 2026. Both days on which European clocks
change are Sundays; this March it is the 29th.

What happens: an action of `transition`; `rises 85`, `complains 70` with the impact; `policy` and
`hours` with the name of another. What follows: `alert` with its level and whom it is for, `again`
with the number of a repeat, `low`, `lapsed`; `attend`; `stop`; `replaced` where the execution that
asks is no longer the one. A line `...` says that it goes on.

`told` is what becomes of each alert and each look at what is held, the last for all that follow:
`sent`, `failed`, `nobody` (there was nobody to tell), `held` with when to look again or without,
`retry` (failed, and when to try again).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from earshot.domain.calendar import Calendar
from earshot.domain.policy import Level, Policy
from tests.unit.domain.clock_cases import calendar

PEOPLE = (("ana",), ("ben", "cleo"), ("dora",))


def policy(*minutes: int, repeats: int = 0, acknowledge: int | None = None) -> Policy:
    """Levels of so many minutes: the first is ana's, the second ben's and cleo's, the last dora's;
    `acknowledge` is how many minutes an acknowledgement may stand without work."""
    return Policy(
        levels=tuple(
            Level(contacts=contacts, timeout_seconds=60 * patience)
            for contacts, patience in zip(PEOPLE, minutes, strict=False)
        ),
        repeats=repeats,
        acknowledge_timeout_seconds=None if acknowledge is None else 60 * acknowledge,
    )


ONE = policy(15)
TWO = policy(15, 30)
THREE = policy(15, 30, 10)

POLICIES = {"one": ONE, "two": TWO}

OFFICE = calendar("UTC", "mon-fri 09:00-17:00")
CALENDARS = {
    "none": None,
    "office": OFFICE,
    "late": calendar("UTC", "mon-fri 11:00-17:00"),
}
HOLIDAY = replace(OFFICE, holidays=("2026-03-03", "2026-03-04 11:00-13:00"))
BERLIN = calendar("Europe/Berlin", "mon-sun 09:00-17:00")
NIGHTS = calendar("UTC", "mon-sun 22:00-06:00")
ALWAYS = calendar("UTC", "mon-sun 00:00-24:00")
NOT_ONCE = Calendar(hours={})
NOWHERE = replace(OFFICE, time_zone="Mars/Olympus")


@dataclass(frozen=True, kw_only=True)
class Row:
    name: str
    expected: str
    events: str = ""
    policy: Policy = TWO
    starts: str = "2 12:00"
    score: int = 70
    hours: Calendar | None = None
    told: tuple[str, ...] = ("sent",)


LEVELS = [
    Row(
        name="nobody answers, and each level has its time",
        policy=THREE,
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:45 alert 3: dora
            2 12:55 stop
        """,
    ),
    Row(
        name="a single level",
        policy=ONE,
        expected="""
            2 12:00 alert 1: ana
            2 12:15 stop
        """,
    ),
    Row(
        name="a level has 30 minutes where nothing else is written",
        policy=Policy(levels=(Level(contacts=("ana",)), Level(contacts=("ben",)))),
        expected="""
            2 12:00 alert 1: ana
            2 12:30 alert 2: ben
            2 13:00 stop
        """,
    ),
    Row(
        name="a minute on one level, a week on the next",
        policy=policy(1, 7 * 24 * 60, 1),
        expected="""
            2 12:00 alert 1: ana
            2 12:01 alert 2: ben cleo
            9 12:01 alert 3: dora
            9 12:02 stop
        """,
    ),
    Row(
        name="acknowledged a second before the time is over",
        events="2 12:14:59 acknowledge",
        expected="""
            2 12:00 alert 1: ana
            2 12:15 stop
        """,
    ),
    Row(
        name="acknowledged just when the time is over",
        events="2 12:15 acknowledge",
        expected="""
            2 12:00 alert 1: ana
            2 12:15 stop
        """,
    ),
    Row(
        name="acknowledged a second too late",
        events="2 12:15:01 acknowledge",
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:45 stop
        """,
    ),
    Row(
        name="acknowledged on the last level",
        policy=THREE,
        events="2 12:50 acknowledge",
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:45 alert 3: dora
            2 12:55 stop
        """,
    ),
    Row(
        name="acknowledged before anybody was alerted",
        events="2 12:00 acknowledge",
        expected="2 12:00 stop",
    ),
    Row(
        name="somebody goes to work without a word",
        events="2 12:05 assign",
        expected="""
            2 12:00 alert 1: ana
            2 12:15 stop
        """,
    ),
    Row(
        name="somebody answers the customer",
        events="2 12:20 reply",
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:45 stop
        """,
    ),
    Row(
        name="resolved while a level has its time",
        events="2 12:05 customer_says_yes",
        expected="""
            2 12:00 alert 1: ana
            2 12:15 stop
        """,
    ),
    Row(
        name="dismissed just when the time is over",
        events="2 12:15 dismiss",
        expected="""
            2 12:00 alert 1: ana
            2 12:15 stop
        """,
    ),
    Row(
        name="nothing of it is to be seen any more",
        events="2 12:05 withdraw",
        expected="""
            2 12:00 alert 1: ana
            2 12:15 stop
        """,
    ),
    Row(
        name="what is high already and becomes urgent goes on as it was",
        events="2 12:05 rises 85",
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:45 stop
        """,
    ),
]

REPEATS = [
    Row(
        name="one repeat begins again with the first level",
        policy=policy(15, 30, repeats=1),
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:45 alert 1 again 1: ana
            2 13:00 alert 2 again 1: ben cleo
            2 13:30 stop
        """,
    ),
    Row(
        name="one level, repeated twice",
        policy=policy(15, repeats=2),
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 1 again 1: ana
            2 12:30 alert 1 again 2: ana
            2 12:45 stop
        """,
    ),
    Row(
        name="nine repeats are ten rounds",
        policy=policy(60, repeats=9),
        expected="""
            2 12:00 alert 1: ana
            2 13:00 alert 1 again 1: ana
            2 14:00 alert 1 again 2: ana
            2 15:00 alert 1 again 3: ana
            2 16:00 alert 1 again 4: ana
            2 17:00 alert 1 again 5: ana
            2 18:00 alert 1 again 6: ana
            2 19:00 alert 1 again 7: ana
            2 20:00 alert 1 again 8: ana
            2 21:00 alert 1 again 9: ana
            2 22:00 stop
        """,
    ),
    Row(
        name="there is no tenth repeat, whatever a policy says",
        policy=policy(60, repeats=99),
        expected="""
            2 12:00 alert 1: ana
            2 13:00 alert 1 again 1: ana
            2 14:00 alert 1 again 2: ana
            2 15:00 alert 1 again 3: ana
            2 16:00 alert 1 again 4: ana
            2 17:00 alert 1 again 5: ana
            2 18:00 alert 1 again 6: ana
            2 19:00 alert 1 again 7: ana
            2 20:00 alert 1 again 8: ana
            2 21:00 alert 1 again 9: ana
            2 22:00 stop
        """,
    ),
    Row(
        name="acknowledged in the second round",
        policy=policy(15, 30, repeats=3),
        events="2 12:50 acknowledge",
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:45 alert 1 again 1: ana
            2 13:00 stop
        """,
    ),
    Row(
        name="while no channel takes a message, the most repeats of any policy count",
        policy=policy(60),
        told=("failed",),
        expected="""
            2 12:00 alert 1: ana
            2 13:00 alert 1 again 1: ana
            2 14:00 alert 1 again 2: ana
            2 15:00 alert 1 again 3: ana
            2 16:00 alert 1 again 4: ana
            2 17:00 alert 1 again 5: ana
            2 18:00 alert 1 again 6: ana
            2 19:00 alert 1 again 7: ana
            2 20:00 alert 1 again 8: ana
            2 21:00 alert 1 again 9: ana
            2 22:00 stop
        """,
    ),
    Row(
        name="once one was taken, the policy's own count",
        policy=policy(60, repeats=1),
        told=("failed", "failed", "failed", "sent"),
        expected="""
            2 12:00 alert 1: ana
            2 13:00 alert 1 again 1: ana
            2 14:00 alert 1 again 2: ana
            2 15:00 alert 1 again 3: ana
            2 16:00 stop
        """,
    ),
    Row(
        name="who was reached once was reached, though channels fail later",
        policy=policy(60, 60),
        told=("sent", "failed"),
        expected="""
            2 12:00 alert 1: ana
            2 13:00 alert 2: ben cleo
            2 14:00 stop
        """,
    ),
]

ACKNOWLEDGED = [
    Row(
        name="an acknowledgement is trusted for ever where no time is written",
        events="2 12:05 acknowledge",
        expected="""
            2 12:00 alert 1: ana
            2 12:15 stop
        """,
    ),
    Row(
        name="no work follows, and it begins anew, telling who acknowledged and who is on call",
        policy=policy(15, 30, acknowledge=60),
        events="2 12:20 acknowledge eve",
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 13:20 alert 1 lapsed: ana eve
            2 13:35 alert 2: ben cleo
            2 14:05 stop
        """,
    ),
    Row(
        name="who acknowledged and is on the first level is told once",
        policy=policy(15, acknowledge=60),
        events="2 12:05 acknowledge ana",
        expected="""
            2 12:00 alert 1: ana
            2 13:05 alert 1 lapsed: ana
            2 13:20 stop
        """,
    ),
    Row(
        name="a new beginning has all its rounds before it",
        policy=policy(15, repeats=1, acknowledge=60),
        events="2 12:20 acknowledge eve",
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 1 again 1: ana
            2 13:20 alert 1 lapsed: ana eve
            2 13:35 alert 1 again 1: ana
            2 13:50 stop
        """,
    ),
    Row(
        name="work begins a second before the acknowledgement lapses",
        policy=policy(15, acknowledge=60),
        events="""
            2 12:05 acknowledge
            2 13:04:59 assign
        """,
        expected="""
            2 12:00 alert 1: ana
            2 13:05 stop
        """,
    ),
    Row(
        name="work begins just as the acknowledgement lapses",
        policy=policy(15, acknowledge=60),
        events="""
            2 12:05 acknowledge
            2 13:05 assign
        """,
        expected="""
            2 12:00 alert 1: ana
            2 13:05 stop
        """,
    ),
    Row(
        name="work begins a second late",
        policy=policy(15, acknowledge=60),
        events="""
            2 12:05 acknowledge
            2 13:05:01 assign
        """,
        expected="""
            2 12:00 alert 1: ana
            2 13:05 alert 1 lapsed: ana
            2 13:20 stop
        """,
    ),
    Row(
        name="acknowledged again, it lapses again",
        policy=policy(15, acknowledge=60),
        events="""
            2 12:05 acknowledge
            2 13:10 acknowledge eve
        """,
        expected="""
            2 12:00 alert 1: ana
            2 13:05 alert 1 lapsed: ana
            2 14:10 alert 1 lapsed: ana eve
            2 14:25 stop
        """,
    ),
    Row(
        name="what waits for the customer does not lapse",
        policy=policy(15, acknowledge=60),
        events="""
            2 12:05 acknowledge
            2 12:10 await_customer
        """,
        expected="""
            2 12:00 alert 1: ana
            2 12:15 stop
        """,
    ),
    Row(
        name="resolved before the acknowledgement lapses",
        policy=policy(15, acknowledge=60),
        events="""
            2 12:05 acknowledge
            2 12:30 customer_says_yes
        """,
        expected="""
            2 12:00 alert 1: ana
            2 13:05 stop
        """,
    ),
]

URGENCY = [
    Row(
        name="within the support hours all is high",
        hours=OFFICE,
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:45 stop
        """,
    ),
    Row(
        name="low urgency tells the first level once, and turns high when the hours start",
        hours=OFFICE,
        policy=policy(15, 30, repeats=1),
        starts="2 20:00",
        expected="""
            2 20:00 alert 1 low: ana
            3 09:00 alert 1: ana
            3 09:15 alert 2: ben cleo
            3 09:45 alert 1 again 1: ana
            3 10:00 alert 2 again 1: ben cleo
            3 10:30 stop
        """,
    ),
    Row(
        name="high from the second in which the hours start",
        hours=OFFICE,
        starts="2 09:00",
        expected="""
            2 09:00 alert 1: ana
            2 09:15 alert 2: ben cleo
            2 09:45 stop
        """,
    ),
    Row(
        name="low in the last second before the hours start",
        hours=OFFICE,
        starts="2 08:59:59",
        expected="""
            2 08:59:59 alert 1 low: ana
            2 09:00 alert 1: ana
            2 09:15 alert 2: ben cleo
            2 09:45 stop
        """,
    ),
    Row(
        name="high in the last second of the hours, and never low again",
        hours=OFFICE,
        starts="2 16:59:59",
        expected="""
            2 16:59:59 alert 1: ana
            2 17:14:59 alert 2: ben cleo
            2 17:44:59 stop
        """,
    ),
    Row(
        name="low from the second in which the hours end",
        hours=OFFICE,
        starts="2 17:00",
        expected="""
            2 17:00 alert 1 low: ana
            3 09:00 alert 1: ana
            3 09:15 alert 2: ben cleo
            3 09:45 stop
        """,
    ),
    Row(
        name="what begins anew after the hours is still high",
        hours=OFFICE,
        policy=policy(15, acknowledge=60),
        starts="2 16:50",
        events="2 16:55 acknowledge",
        expected="""
            2 16:50 alert 1: ana
            2 17:55 alert 1 lapsed: ana
            2 18:10 stop
        """,
    ),
    Row(
        name="over a weekend",
        hours=OFFICE,
        starts="6 17:30",
        expected="""
            6 17:30 alert 1 low: ana
            9 09:00 alert 1: ana
            9 09:15 alert 2: ben cleo
            9 09:45 stop
        """,
    ),
    Row(
        name="over a holiday, to the half day that follows",
        hours=HOLIDAY,
        starts="2 18:00",
        expected="""
            2 18:00 alert 1 low: ana
            4 11:00 alert 1: ana
            4 11:15 alert 2: ben cleo
            4 11:45 stop
        """,
    ),
    Row(
        name="a night in Berlin: 9 o'clock is 8 in UTC",
        hours=BERLIN,
        starts="27 20:00",
        expected="""
            27 20:00 alert 1 low: ana
            28 08:00 alert 1: ana
            28 08:15 alert 2: ben cleo
            28 08:45 stop
        """,
    ),
    Row(
        name="the night in which Berlin's clocks are put forward: 9 o'clock is 7 in UTC",
        hours=BERLIN,
        starts="28 20:00",
        expected="""
            28 20:00 alert 1 low: ana
            29 07:00 alert 1: ana
            29 07:15 alert 2: ben cleo
            29 07:45 stop
        """,
    ),
    Row(
        name="hours past midnight",
        hours=NIGHTS,
        starts="3 05:59",
        expected="""
            3 05:59 alert 1: ana
            3 06:14 alert 2: ben cleo
            3 06:44 stop
        """,
    ),
    Row(
        name="hours without an end",
        hours=ALWAYS,
        starts="3 00:00",
        expected="""
            3 00:00 alert 1: ana
            3 00:15 alert 2: ben cleo
            3 00:45 stop
        """,
    ),
    Row(
        name="a calendar that never opens silences nobody",
        hours=NOT_ONCE,
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:45 stop
        """,
    ),
    Row(
        name="nor does one of an unknown time zone",
        hours=NOWHERE,
        starts="2 20:00",
        expected="""
            2 20:00 alert 1: ana
            2 20:15 alert 2: ben cleo
            2 20:45 stop
        """,
    ),
    Row(
        name="the severe is high at night",
        hours=OFFICE,
        starts="2 20:00",
        score=80,
        expected="""
            2 20:00 alert 1: ana
            2 20:15 alert 2: ben cleo
            2 20:45 stop
        """,
    ),
    Row(
        name="what becomes urgent at night turns high at once, and the sleeper is replaced",
        hours=OFFICE,
        starts="2 20:00",
        events="2 23:07:11 rises 80",
        expected="""
            2 20:00 alert 1 low: ana
            2 23:07:11 alert 1: ana
            2 23:22:11 alert 2: ben cleo
            2 23:52:11 stop
            3 09:00 replaced
        """,
    ),
    Row(
        name="what gets worse at night without being urgent stays low",
        hours=OFFICE,
        starts="2 20:00",
        events="2 23:00 rises 79",
        expected="""
            2 20:00 alert 1 low: ana
            3 09:00 alert 1: ana
            3 09:15 alert 2: ben cleo
            3 09:45 stop
        """,
    ),
    Row(
        name="what gets worse twice is raised once",
        hours=OFFICE,
        policy=policy(60),
        starts="2 20:00",
        events="""
            2 21:00 rises 85
            2 21:10 rises 95
        """,
        expected="""
            2 20:00 alert 1 low: ana
            2 21:00 alert 1: ana
            2 22:00 stop
            3 09:00 replaced
        """,
    ),
    Row(
        name="urgent before anybody was told: nobody sleeps who could be replaced",
        hours=OFFICE,
        starts="2 20:00",
        events="2 20:00 rises 85",
        expected="""
            2 20:00 alert 1: ana
            2 20:15 alert 2: ben cleo
            2 20:45 stop
        """,
    ),
    Row(
        name="urgent in the second in which the hours start",
        hours=OFFICE,
        starts="2 20:00",
        events="3 09:00 rises 85",
        expected="""
            2 20:00 alert 1 low: ana
            3 09:00 alert 1: ana
            3 09:15 alert 2: ben cleo
            3 09:45 stop
        """,
    ),
    Row(
        name="urgent after it was dismissed wakes nobody",
        hours=OFFICE,
        starts="2 20:00",
        events="""
            2 20:30 dismiss
            2 21:00 rises 85
        """,
        expected="""
            2 20:00 alert 1 low: ana
            3 09:00 stop
        """,
    ),
    Row(
        name="acknowledged at night, nobody is alerted in the morning",
        hours=OFFICE,
        starts="2 20:00",
        events="2 20:30 acknowledge",
        expected="""
            2 20:00 alert 1 low: ana
            3 09:00 stop
        """,
    ),
    Row(
        name="acknowledged at night and forgotten: it begins anew when the hours start",
        hours=OFFICE,
        policy=policy(15, acknowledge=60),
        starts="2 20:00",
        events="2 20:30 acknowledge eve",
        expected="""
            2 20:00 alert 1 low: ana
            3 09:00 alert 1 lapsed: ana eve
            3 09:15 stop
        """,
    ),
    Row(
        name="acknowledged shortly before the hours start: it has its time",
        hours=OFFICE,
        policy=policy(15, acknowledge=60),
        starts="2 20:00",
        events="3 08:30 acknowledge",
        expected="""
            2 20:00 alert 1 low: ana
            3 09:30 alert 1 lapsed: ana
            3 09:45 stop
        """,
    ),
    Row(
        name="acknowledged at night and then urgent: it lapses when it would by day",
        hours=OFFICE,
        policy=policy(15, acknowledge=60),
        starts="2 20:00",
        events="""
            2 20:30 acknowledge
            2 20:40 rises 85
        """,
        expected="""
            2 20:00 alert 1 low: ana
            2 21:30 alert 1 lapsed: ana
            2 21:45 stop
            3 09:00 replaced
        """,
    ),
    Row(
        name="no channel works at night: nobody is alerted more often for it",
        hours=OFFICE,
        policy=policy(15),
        starts="2 20:00",
        told=("failed", "sent"),
        expected="""
            2 20:00 alert 1 low: ana
            3 09:00 alert 1: ana
            3 09:15 stop
        """,
    ),
    Row(
        name="nobody on call on the first level at night: the next is told, with low urgency",
        hours=OFFICE,
        starts="2 20:00",
        told=("nobody", "sent", "nobody", "sent"),
        expected="""
            2 20:00 alert 1 low: ana
            2 20:00 alert 2 low: ben cleo
            3 09:00 alert 1: ana
            3 09:00 alert 2: ben cleo
            3 09:30 stop
        """,
    ),
]

REOPENED = [
    Row(
        name="reopened, it has an escalation of its own, and the old one stops",
        events="""
            2 12:05 dismiss
            2 12:10 complains 70
        """,
        expected="""
            2 12:00 alert 1: ana
            2 12:10 alert 1: ana
            2 12:15 replaced
            2 12:25 alert 2: ben cleo
            2 12:55 stop
        """,
    ),
    Row(
        name="reopened by a person after it had settled",
        policy=policy(15, repeats=1),
        events="""
            2 12:05 customer_says_yes
            3 12:00 reopen
        """,
        expected="""
            2 12:00 alert 1: ana
            2 12:15 stop
            3 12:00 alert 1: ana
            3 12:15 alert 1 again 1: ana
            3 12:30 stop
        """,
    ),
    Row(
        name="reopened at night, it is low anew",
        score=62,
        hours=OFFICE,
        policy=ONE,
        starts="2 16:00",
        events="""
            2 16:05 dismiss
            2 20:00 reopen
        """,
        expected="""
            2 16:00 alert 1: ana
            2 16:15 stop
            2 20:00 alert 1 low: ana
            3 09:00 alert 1: ana
            3 09:15 stop
        """,
    ),
    Row(
        name="low at night, reopened in the same night: both sleep, one wakes to go on",
        score=62,
        hours=OFFICE,
        policy=ONE,
        starts="2 20:00",
        events="""
            2 20:05 dismiss
            2 21:00 reopen
        """,
        expected="""
            2 20:00 alert 1 low: ana
            2 21:00 alert 1 low: ana
            3 09:00 replaced
            3 09:00 alert 1: ana
            3 09:15 stop
        """,
    ),
]

KEPT = [
    Row(
        name="an escalation keeps the policy of its start",
        events="""
            2 12:05 policy one
            2 12:06 rises 75
        """,
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:45 stop
        """,
    ),
    Row(
        name="a reopened case takes the policy as it is then",
        events="""
            2 12:05 policy one
            2 12:06 dismiss
            2 12:10 reopen
        """,
        expected="""
            2 12:00 alert 1: ana
            2 12:10 alert 1: ana
            2 12:15 replaced
            2 12:25 stop
        """,
    ),
    Row(
        name="an escalation keeps the support hours of its start",
        hours=OFFICE,
        policy=ONE,
        starts="2 20:00",
        events="""
            2 21:00 hours late
            2 22:00 rises 75
        """,
        expected="""
            2 20:00 alert 1 low: ana
            3 09:00 alert 1: ana
            3 09:15 stop
        """,
    ),
    Row(
        name="a calendar that is removed does not make it high",
        hours=OFFICE,
        policy=ONE,
        starts="2 20:00",
        events="""
            2 21:00 hours none
            2 22:00 rises 75
        """,
        expected="""
            2 20:00 alert 1 low: ana
            3 09:00 alert 1: ana
            3 09:15 stop
        """,
    ),
    Row(
        name="what begins after a calendar was removed is always high",
        score=62,
        hours=OFFICE,
        policy=ONE,
        starts="2 20:00",
        events="""
            2 21:00 hours none
            2 22:00 dismiss
            2 23:00 reopen
        """,
        expected="""
            2 20:00 alert 1 low: ana
            2 23:00 alert 1: ana
            2 23:15 stop
            3 09:00 replaced
        """,
    ),
]

NOBODY = [
    Row(
        name="nobody on call on a level: the next one at once",
        policy=THREE,
        told=("sent", "nobody", "sent"),
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:15 alert 3: dora
            2 12:25 stop
        """,
    ),
    Row(
        name="nobody on call on the last level: the next round has to wait for its time",
        policy=policy(15, 30, repeats=1),
        told=("sent", "nobody"),
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:45 alert 1 again 1: ana
            2 12:45 alert 2 again 1: ben cleo
            2 13:15 stop
        """,
    ),
    Row(
        name="nobody on call anywhere: as many rounds as any policy may have, each in its time",
        policy=policy(15, 30),
        told=("nobody",),
        expected="""
            2 12:00 alert 1: ana
            2 12:00 alert 2: ben cleo
            2 12:30 alert 1 again 1: ana
            2 12:30 alert 2 again 1: ben cleo
            2 13:00 alert 1 again 2: ana
            ...
        """,
    ),
    Row(
        name="a level of people whose channels all fail has its time nevertheless",
        told=("failed", "sent"),
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:45 stop
        """,
    ),
]

HELD = [
    Row(
        name="what is held is looked at to the second, before the time is over",
        told=("held 2 12:00:30", "sent"),
        expected="""
            2 12:00 alert 1: ana
            2 12:00:30 attend
            2 12:15 alert 2: ben cleo
            2 12:45 stop
        """,
    ),
    Row(
        name="just when the time is over the alert comes first",
        told=("held 2 12:15", "sent"),
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:15 attend
            2 12:45 stop
        """,
    ),
    Row(
        name="what is held for longer than a level has keeps no level",
        told=("held 2 12:30", "sent"),
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:30 attend
            2 12:45 stop
        """,
    ),
    Row(
        name="looked at several times",
        policy=ONE,
        told=("held 2 12:05", "held 2 12:10", "held 2 12:14:59", "sent"),
        expected="""
            2 12:00 alert 1: ana
            2 12:05 attend
            2 12:10 attend
            2 12:14:59 attend
            2 12:15 stop
        """,
    ),
    Row(
        name="two levels are held: the earlier look is not forgotten for the later",
        told=("held 2 12:20", "held 2 12:40", "held 2 12:40", "sent"),
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:20 attend
            2 12:40 attend
            2 12:45 stop
        """,
    ),
    Row(
        name="nor is the later look of an earlier level",
        told=("held 2 12:40", "held 2 12:20", "held 2 12:40", "sent"),
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:20 attend
            2 12:40 attend
            2 12:45 stop
        """,
    ),
    Row(
        name="acknowledged, there is nothing left to tell",
        policy=policy(15, acknowledge=60),
        events="2 12:01 acknowledge",
        told=("held 2 12:10", "sent"),
        expected="""
            2 12:00 alert 1: ana
            2 13:01 alert 1 lapsed: ana
            2 13:16 stop
        """,
    ),
    Row(
        name="dismissed, neither",
        events="2 12:01 dismiss",
        told=("held 2 12:10", "sent"),
        expected="""
            2 12:00 alert 1: ana
            2 12:10 stop
        """,
    ),
    Row(
        name="held past the end: only then it is over",
        told=("held 3 07:00", "held 3 07:00", "sent"),
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            3 07:00 attend
            3 07:00 stop
        """,
    ),
    Row(
        name="what waits on purpose makes for no more rounds",
        policy=policy(15, repeats=1),
        told=("held", "held"),
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 1 again 1: ana
            2 12:30 stop
        """,
    ),
    Row(
        name="a channel that fails beside what waits does",
        policy=policy(15, 30),
        told=("held", "failed", "sent"),
        expected="""
            2 12:00 alert 1: ana
            2 12:15 alert 2: ben cleo
            2 12:45 alert 1 again 1: ana
            2 13:00 alert 2 again 1: ben cleo
            2 13:30 stop
        """,
    ),
    Row(
        name="what waited and then failed does too",
        policy=policy(15),
        told=("held 3 07:00", "failed", "sent"),
        expected="""
            2 12:00 alert 1: ana
            3 07:00 attend
            3 07:00 alert 1 again 1: ana
            3 07:15 stop
        """,
    ),
    Row(
        name="a channel that fails is tried again while there is time",
        policy=policy(15),
        told=("retry 2 12:00:05", "retry 2 12:00:20", "sent"),
        expected="""
            2 12:00 alert 1: ana
            2 12:00:05 attend
            2 12:00:20 attend
            2 12:15 stop
        """,
    ),
    Row(
        name="but it keeps nobody awake after the end",
        policy=policy(60),
        told=(*["failed"] * 9, "retry 2 23:00"),
        expected="""
            2 12:00 alert 1: ana
            2 13:00 alert 1 again 1: ana
            2 14:00 alert 1 again 2: ana
            2 15:00 alert 1 again 3: ana
            2 16:00 alert 1 again 4: ana
            2 17:00 alert 1 again 5: ana
            2 18:00 alert 1 again 6: ana
            2 19:00 alert 1 again 7: ana
            2 20:00 alert 1 again 8: ana
            2 21:00 alert 1 again 9: ana
            2 22:00 stop
        """,
    ),
    Row(
        name="at night what is held is looked at before the hours start",
        hours=OFFICE,
        policy=ONE,
        starts="2 20:00",
        told=("held 3 07:00", "sent"),
        expected="""
            2 20:00 alert 1 low: ana
            3 07:00 attend
            3 09:00 alert 1: ana
            3 09:15 stop
        """,
    ),
    Row(
        name="a look that is due as the hours start comes after the alert",
        hours=OFFICE,
        policy=ONE,
        starts="2 20:00",
        told=("held 3 09:00", "sent"),
        expected="""
            2 20:00 alert 1 low: ana
            3 09:00 alert 1: ana
            3 09:00 attend
            3 09:15 stop
        """,
    ),
]

ROWS = [*LEVELS, *REPEATS, *ACKNOWLEDGED, *URGENCY, *REOPENED, *KEPT, *NOBODY, *HELD]
