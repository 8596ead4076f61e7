"""What Alertmanager documents of grouping, repeating, silencing and inhibiting, by the second.

The sources are its configuration page (`group_wait`, `group_interval`, `repeat_interval`,
`inhibit_rule`), its page of concepts, and its own acceptance tests. Where we chose otherwise the
row says so; the reasons are in `grouping`.

Unless a row says otherwise alerts are of one group, which waits 30 s, then speaks each 300 s, and
repeats after 4 h. `330 a b -c` is a message at 330 s: a and b fire, c is over.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from earshot.domain.alerts.rules import Inhibition, Route
from tests.unit.alerts.timeline import (
    FOR_EVER,
    HOUR,
    Event,
    World,
    ends,
    fires,
    lines,
    silence,
    told,
)

EVERY_HOUR = Route(name="default", repeat_interval_seconds=HOUR)
NEVER_AGAIN = Route(name="default", repeat_interval_seconds=None)
BY_BRAND = Route(name="default", group_by=("brand",))
ALL_TOGETHER = Route(name="default", group_by=())

GREATER = Inhibition(
    source=("urgency=urgent",), target=("urgency=normal",), equal=("brand", "incident")
)
ANYWHERE = Inhibition(source=("urgency=urgent",), target=("urgency=normal",))
TWO_SIDED = Inhibition(source=("urgency=~urgent|high",), target=("urgency=~high|normal",))


def repeating(seconds: int) -> World:
    return World(routes=(Route(name="default", repeat_interval_seconds=seconds),))


@dataclass(frozen=True)
class Row:
    name: str
    events: list[Event]
    expected: list[str]
    world: World = field(default_factory=World)
    until: int = HOUR


def inhibiting(rule: Inhibition) -> World:
    return World(routes=(BY_BRAND,), inhibitions=(rule,))


WAIT = [
    Row("a new group waits", fires(0, "a"), ["30 a"]),
    Row(
        "what comes while it waits is told along",
        [*fires(0, "a"), *fires(10, "b"), *fires(29, "c")],
        ["30 a b c"],
    ),
    Row("so is what comes in the same second", [*fires(0, "a"), *fires(30, "b")], ["30 a b"]),
    Row(
        "what misses the wait is told an interval later",
        [*fires(0, "a"), *fires(31, "b")],
        ["30 a", "330 a b"],
    ),
    Row("what is over before the wait is not told", [*fires(0, "a"), *ends(29, "a")], []),
    Row("nor what is over in the same second", [*fires(0, "a"), *ends(30, "a")], []),
    Row(
        "one that is over before the wait leaves the others",
        [*fires(0, "a", "b"), *ends(10, "a")],
        ["30 b"],
    ),
    Row(
        "its end is never told either",
        [*fires(0, "a", "b"), *ends(10, "a"), *ends(100, "b")],
        ["30 b", "330 -b"],
    ),
    Row(
        "ours: where nothing is left the next one waits by itself",
        [*fires(0, "a"), *ends(10, "a"), *fires(20, "b")],
        ["50 b"],
    ),
    Row(
        "one that comes and goes while it waits is told once",
        [*fires(0, "a", "b"), *ends(10, "a"), *fires(20, "a")],
        ["30 a b"],
    ),
    Row("one that is older than the wait is told at once", fires(0, "a", age=31), ["0 a"]),
    Row("as is one that is much older", fires(0, "a", age=HOUR), ["0 a"]),
    Row("ours: one that is younger waits for the rest", fires(0, "a", age=10), ["20 a"]),
    Row(
        "an old one takes along what waits",
        [*fires(0, "a"), *fires(10, "b", age=100)],
        ["10 a b"],
    ),
    Row(
        "a wait of its own",
        fires(0, "a"),
        ["5 a"],
        World(routes=(Route(name="default", group_wait_seconds=5),)),
    ),
]

INTERVAL = [
    Row("nothing new is not told again", fires(0, "a"), ["30 a"], until=4 * HOUR),
    Row("a member more", [*fires(0, "a"), *fires(100, "b")], ["30 a", "330 a b"]),
    Row(
        "members more are told together",
        [*fires(0, "a"), *fires(100, "b"), *fires(329, "c")],
        ["30 a", "330 a b c"],
    ),
    Row("one more on the tick", [*fires(0, "a"), *fires(330, "b")], ["30 a", "330 a b"]),
    Row("one more after the tick", [*fires(0, "a"), *fires(331, "b")], ["30 a", "630 a b"]),
    Row(
        "one more on each tick",
        [*fires(0, "a"), *fires(40, "b"), *fires(340, "c")],
        ["30 a", "330 a b", "630 a b c"],
    ),
    Row(
        "ticks go on where nothing is said",
        [*fires(0, "a"), *fires(700, "b")],
        ["30 a", "930 a b"],
    ),
    Row(
        "and count from the first message",
        [*fires(0, "a"), *fires(700, "b"), *fires(1_000, "c")],
        ["30 a", "930 a b", "1230 a b c"],
    ),
    Row(
        "an interval of its own",
        [*fires(0, "a"), *fires(31, "b")],
        ["30 a", "40 a b"],
        World(routes=(Route(name="default", group_interval_seconds=10),)),
    ),
    Row(
        "ours: an old one is told at once where a tick went by unused",
        [*fires(0, "a"), *fires(700, "b", age=600)],
        ["30 a", "700 a b"],
    ),
    Row(
        "an old one waits for the tick where the group has just spoken",
        [*fires(0, "a"), *fires(100, "b", age=600)],
        ["30 a", "330 a b"],
    ),
]

RESOLVED = [
    Row("an end on the next tick", [*fires(0, "a", "b"), *ends(100, "a")], ["30 a b", "330 b -a"]),
    Row("an end on the tick itself", [*fires(0, "a"), *ends(330, "a")], ["30 a", "330 -a"]),
    Row("an end after the tick", [*fires(0, "a"), *ends(331, "a")], ["30 a", "630 -a"]),
    Row(
        "the end of all is told once",
        [*fires(0, "a", "b"), *ends(100, "a", "b")],
        ["30 a b", "330 -a -b"],
        until=9 * HOUR,
    ),
    Row(
        "ends on two ticks",
        [*fires(0, "a", "b"), *ends(100, "a"), *ends(400, "b")],
        ["30 a b", "330 b -a", "630 -b"],
    ),
    Row(
        "an end and a beginning come together",
        [*fires(0, "a", "b"), *ends(100, "a"), *fires(200, "c")],
        ["30 a b", "330 b c -a"],
    ),
    Row(
        "ours: what begins and ends between two ticks is not told",
        [*fires(0, "a"), *fires(100, "b"), *ends(200, "b")],
        ["30 a"],
    ),
    Row(
        "ours: nor along with something else",
        [*fires(0, "a"), *fires(100, "b", "c"), *ends(200, "b")],
        ["30 a", "330 a c"],
    ),
    Row(
        "an end that does not last till the tick is not told",
        [*fires(0, "a"), *ends(100, "a"), *fires(200, "a")],
        ["30 a"],
    ),
    Row(
        "one that begins before the end of all is told is of the same group",
        [*fires(0, "a"), *ends(100, "a"), *fires(200, "b")],
        ["30 a", "330 b -a"],
    ),
    Row(
        "one that begins after that is of a new group",
        [*fires(0, "a"), *ends(100, "a"), *fires(331, "b")],
        ["30 a", "330 -a", "361 b"],
    ),
    Row(
        "one that fires again after its end is told anew",
        [*fires(0, "a"), *ends(100, "a"), *fires(400, "a")],
        ["30 a", "330 -a", "430 a"],
    ),
    Row(
        "one that fires again while others do is told on the tick",
        [*fires(0, "a", "b"), *ends(100, "a"), *fires(400, "a")],
        ["30 a b", "330 b -a", "630 a b"],
    ),
    Row(
        "a new group has its own ticks",
        [*fires(0, "a"), *ends(100, "a"), *fires(400, "b"), *fires(500, "c")],
        ["30 a", "330 -a", "430 b", "730 b c"],
    ),
]

UNHEARD = World(send_resolved=False)
NO_ENDS = [
    Row("no word of an end", [*fires(0, "a", "b"), *ends(100, "a")], ["30 a b"], UNHEARD),
    Row("nor of the end of all", [*fires(0, "a"), *ends(100, "a")], ["30 a"], UNHEARD),
    Row(
        "an end is not told along",
        [*fires(0, "a", "b"), *ends(100, "a"), *fires(200, "c")],
        ["30 a b", "330 b c"],
        UNHEARD,
    ),
    Row(
        "the group lasts till its tick",
        [*fires(0, "a"), *ends(100, "a"), *fires(200, "b")],
        ["30 a", "330 b"],
        UNHEARD,
    ),
    Row(
        "and is forgotten then",
        [*fires(0, "a"), *ends(100, "a"), *fires(331, "b")],
        ["30 a", "361 b"],
        UNHEARD,
    ),
    Row(
        "ours: who fires again after an unheard end is told again",
        [*fires(0, "a", "b"), *ends(100, "a"), *fires(400, "a")],
        ["30 a b", "630 a b"],
        UNHEARD,
    ),
]

REPEAT = [
    Row("repeated after 4 h", fires(0, "a"), ["30 a", "14430 a"], until=5 * HOUR),
    Row(
        "and again",
        fires(0, "a"),
        ["30 a", "3630 a", "7230 a"],
        World(routes=(EVERY_HOUR,)),
        until=3 * HOUR - 1,
    ),
    Row("rounded up to the interval", fires(0, "a"), ["30 a", "1230 a"], repeating(901), 2_000),
    Row("a multiple of it as it is", fires(0, "a"), ["30 a", "930 a"], repeating(900), 1_800),
    Row(
        "shorter than the interval: on each tick",
        fires(0, "a"),
        ["30 a", "330 a", "630 a"],
        repeating(60),
        900,
    ),
    Row("never", fires(0, "a"), ["30 a"], World(routes=(NEVER_AGAIN,)), until=FOR_EVER),
    Row(
        "something new counts as a message",
        [*fires(0, "a"), *fires(500, "b")],
        ["30 a", "630 a b", "1530 a b"],
        repeating(900),
        2_000,
    ),
    Row(
        "so does an end",
        [*fires(0, "a", "b"), *ends(500, "b")],
        ["30 a b", "630 a -b", "1530 a"],
        repeating(900),
        2_000,
    ),
    Row(
        "an end that nobody is told of does not",
        [*fires(0, "a", "b"), *ends(500, "b")],
        ["30 a b", "930 a"],
        World(routes=repeating(900).routes, send_resolved=False),
        1_800,
    ),
    Row(
        "something new on the tick of the repeat is one message",
        [*fires(0, "a"), *fires(900, "b")],
        ["30 a", "930 a b"],
        repeating(900),
        1_800,
    ),
    Row("what is over is not repeated", [*fires(0, "a"), *ends(500, "a")], ["30 a", "630 -a"]),
    Row(
        "what is over before the tick of the repeat is not repeated",
        [*fires(0, "a"), *ends(900, "a")],
        ["30 a", "930 -a"],
        repeating(900),
    ),
    Row(
        "a member that came and went does not put it off",
        [*fires(0, "a"), *fires(500, "b"), *ends(600, "b")],
        ["30 a", "930 a"],
        repeating(900),
        1_800,
    ),
]

SILENCE = [
    Row("a silence mutes", [*fires(0, "a"), *silence(0, FOR_EVER, "brand=acme")], []),
    Row(
        "another label does not",
        [*fires(0, "a"), *silence(0, FOR_EVER, "brand=globex")],
        ["30 a"],
    ),
    Row(
        "it has to fit in all",
        [*fires(0, "a"), *silence(0, FOR_EVER, "brand=acme", "topic=outage")],
        ["30 a"],
    ),
    Row(
        "one that begins before the first message comes in time",
        [*fires(0, "a"), *silence(29, FOR_EVER, "brand=acme")],
        [],
    ),
    Row("one that ends in the wait", [*fires(0, "a"), *silence(0, 20, "brand=acme")], ["30 a"]),
    Row(
        "its end alerts what is still active",
        [*fires(0, "a"), *silence(0, 100, "brand=acme")],
        ["100 a"],
    ),
    Row(
        "what was over meanwhile is not told",
        [*fires(0, "a"), *silence(0, 100, "brand=acme"), *ends(50, "a")],
        [],
    ),
    Row(
        "two silences: the last one counts",
        [*fires(0, "a"), *silence(0, 100, "brand=acme"), *silence(50, 200, "topic=delivery")],
        ["200 a"],
    ),
    Row(
        "the others of the group are told",
        [*fires(0, "a", language="de"), *fires(0, "b"), *silence(0, FOR_EVER, "language=de")],
        ["30 b"],
    ),
    Row(
        "its end in a group that has just spoken waits for the tick",
        [*fires(0, "a", language="de"), *fires(0, "b"), *silence(0, 100, "language=de")],
        ["30 b", "330 a b"],
    ),
    Row(
        "its end on the tick",
        [*fires(0, "a", language="de"), *fires(0, "b"), *silence(0, 330, "language=de")],
        ["30 b", "330 a b"],
    ),
    Row(
        "ours: its end where a tick went by unused alerts at once",
        [*fires(0, "a", language="de"), *fires(0, "b"), *silence(0, 500, "language=de")],
        ["30 b", "500 a b"],
    ),
    Row(
        "what was told before is not told again at its end",
        [*fires(0, "a"), *silence(100, 500, "brand=acme")],
        ["30 a"],
    ),
    Row(
        "ours: not even where the group spoke meanwhile",
        [
            *fires(0, "a", language="de"),
            *fires(0, "b"),
            *silence(100, 500, "language=de"),
            *fires(200, "c"),
        ],
        ["30 a b", "330 b c"],
    ),
    Row(
        "a silence is no end",
        [*fires(0, "a", "b"), *silence(100, FOR_EVER, "brand=acme")],
        ["30 a b"],
    ),
    Row(
        "an end under a silence is not told",
        [*fires(0, "a"), *silence(100, FOR_EVER, "brand=acme"), *ends(200, "a")],
        ["30 a"],
    ),
    Row(
        "an end after it is",
        [*fires(0, "a"), *silence(100, 200, "brand=acme"), *ends(250, "a")],
        ["30 a", "330 -a"],
    ),
    Row(
        "what fires again after an end under a silence is told",
        [*fires(0, "a"), *silence(100, 250, "brand=acme"), *ends(200, "a"), *fires(400, "a")],
        ["30 a", "430 a"],
    ),
    Row(
        "ours: nothing is repeated under it, but at once when it ends",
        [*fires(0, "a"), *silence(100, 2_000, "brand=acme")],
        ["30 a", "2000 a", "2900 a"],
        repeating(900),
        3_000,
    ),
    Row(
        "a repeat leaves out what is muted",
        [*fires(0, "a", language="de"), *fires(0, "b"), *silence(100, 1_000, "language=de")],
        ["30 a b", "930 b"],
        repeating(900),
        1_800,
    ),
    Row(
        "an expression has to fit the whole value",
        [*fires(0, "a", brand="acme-shop"), *silence(0, FOR_EVER, "brand=~acme")],
        ["30 a"],
    ),
    Row(
        "one that does",
        [*fires(0, "a", brand="acme-shop"), *silence(0, FOR_EVER, "brand=~acme.*")],
        [],
    ),
    Row(
        "a missing label is empty",
        [*fires(0, "a"), *silence(0, FOR_EVER, "incident=")],
        [],
    ),
    Row(
        "an empty label is missing",
        [*fires(0, "a", incident=""), *silence(0, FOR_EVER, "incident=~.+")],
        ["30 a"],
    ),
    Row(
        "a missing label is not another value",
        [*fires(0, "a"), *silence(0, FOR_EVER, "incident!=inc-1")],
        [],
    ),
]

INHIBITION = [
    Row(
        "the greater one is told alone",
        [*fires(0, "big", urgency="urgent"), *fires(0, "small", urgency="normal")],
        ["30 big"],
        inhibiting(GREATER),
    ),
    Row(
        "one that comes in the wait is in time",
        [*fires(0, "small", urgency="normal"), *fires(20, "big", urgency="urgent")],
        ["50 big"],
        inhibiting(GREATER),
    ),
    Row(
        "one that comes later takes nothing back",
        [*fires(0, "small", urgency="normal"), *fires(100, "big", urgency="urgent")],
        ["30 small", "330 big"],
        inhibiting(GREATER),
    ),
    Row(
        "its end alerts what is still active",
        [
            *fires(0, "big", urgency="urgent"),
            *fires(0, "small", urgency="normal"),
            *ends(100, "big"),
        ],
        ["30 big", "330 small -big"],
        inhibiting(GREATER),
    ),
    Row(
        "ours: what was inhibited all its life is not told with the end of both",
        [
            *fires(0, "big", urgency="urgent"),
            *fires(0, "small", urgency="normal"),
            *ends(100, "big", "small"),
        ],
        ["30 big", "330 -big"],
        inhibiting(GREATER),
    ),
    Row(
        "what was told before is not told again",
        [
            *fires(0, "small", urgency="normal"),
            *fires(100, "big", urgency="urgent"),
            *ends(400, "big"),
        ],
        ["30 small", "330 big", "630 small -big"],
        inhibiting(GREATER),
    ),
    Row(
        "another value of an equal label",
        [
            *fires(0, "big", incident="i1", urgency="urgent"),
            *fires(0, "small", incident="i2", urgency="normal"),
        ],
        ["30 big small"],
        inhibiting(GREATER),
    ),
    Row(
        "the label missing on both sides",
        [*fires(0, "big", urgency="urgent"), *fires(0, "small", incident="", urgency="normal")],
        ["30 big"],
        inhibiting(GREATER),
    ),
    Row(
        "the label missing on one side",
        [*fires(0, "big", urgency="urgent"), *fires(0, "small", incident="i1", urgency="normal")],
        ["30 big small"],
        inhibiting(GREATER),
    ),
    Row(
        "no equal labels: everywhere",
        [*fires(0, "big", brand="globex", urgency="urgent"), *fires(0, "small", urgency="normal")],
        ["30 big"],
        inhibiting(ANYWHERE),
    ),
    Row(
        "one that fits both sides does not inhibit itself",
        fires(0, "mid", urgency="high"),
        ["30 mid"],
        inhibiting(TWO_SIDED),
    ),
    Row(
        "nor do two of them each other",
        [*fires(0, "mid", urgency="high"), *fires(0, "mid2", urgency="high")],
        ["30 mid mid2"],
        inhibiting(TWO_SIDED),
    ),
    Row(
        "but the greater one inhibits them",
        [
            *fires(0, "big", urgency="urgent"),
            *fires(0, "mid", urgency="high"),
            *fires(0, "mid2", urgency="high"),
        ],
        ["30 big"],
        inhibiting(TWO_SIDED),
    ),
    Row(
        "and what is inhibited inhibits",
        [
            *fires(0, "big", urgency="urgent"),
            *fires(0, "mid", urgency="high"),
            *fires(0, "small", urgency="normal"),
            *ends(5, "big"),
        ],
        ["30 mid"],
        inhibiting(TWO_SIDED),
    ),
    Row(
        "a silenced one still inhibits",
        [
            *fires(0, "big", urgency="urgent"),
            *fires(0, "small", urgency="normal"),
            *silence(0, FOR_EVER, "urgency=urgent"),
        ],
        [],
        inhibiting(GREATER),
    ),
    Row(
        "across groups",
        [
            *fires(0, "big", topic="outage", urgency="urgent"),
            *fires(0, "small", urgency="normal"),
            *ends(100, "big"),
        ],
        ["30 big", "100 small", "330 -big"],
        World(inhibitions=(GREATER,)),
    ),
]

GROUPS = [
    Row(
        "two groups wait by themselves",
        [*fires(0, "a"), *fires(10, "b", topic="outage")],
        ["30 a", "40 b"],
    ),
    Row(
        "and have ticks of their own",
        [
            *fires(0, "a"),
            *fires(10, "b", topic="outage"),
            *fires(50, "c"),
            *fires(50, "d", topic="outage"),
        ],
        ["30 a", "40 b", "330 a c", "340 b d"],
    ),
    Row(
        "the end of one is none of the other",
        [*fires(0, "a"), *fires(10, "b", topic="outage"), *ends(50, "a")],
        ["30 a", "40 b", "330 -a"],
    ),
    Row(
        "labels that are not grouped by do not part",
        [*fires(0, "a", language="de"), *fires(0, "b", language="fr")],
        ["30 a b"],
    ),
    Row(
        "grouped by nothing all come together",
        [*fires(0, "a", brand="globex"), *fires(0, "b", topic="outage")],
        ["30 a b"],
        World(routes=(ALL_TOGETHER,)),
    ),
    Row(
        "a missing label groups as an empty one",
        [*fires(0, "a", incident=""), *fires(0, "b")],
        ["30 a b"],
        World(routes=(Route(name="default", group_by=("incident",)),)),
    ),
    Row(
        "two routes make two groups",
        [*fires(0, "a", language="de"), *fires(0, "b")],
        ["5 a", "30 b"],
        World(routes=(Route(name="german", match=("language=de",), group_wait_seconds=5),)),
    ),
    Row(
        "the first route that fits takes it",
        fires(0, "a"),
        ["5 a"],
        World(
            routes=(
                Route(name="outages", match=("topic=outage",), group_wait_seconds=60),
                Route(name="acme", match=("brand=acme",), group_wait_seconds=5),
                Route(name="all", group_wait_seconds=10),
            )
        ),
    ),
    Row(
        "alerts of Earshot itself are told when they begin and end, and not between",
        [*fires(0, "queue", kind="own", about="queue"), *ends(8 * HOUR, "queue")],
        ["30 queue", "28830 -queue"],
        until=FOR_EVER,
    ),
]

URGENT = World(at_once=frozenset({"u", "u2"}))
AT_ONCE = [
    Row("does not wait", fires(0, "u"), ["0 u"], URGENT),
    Row(
        "takes along what waits",
        [*fires(0, "a"), *fires(10, "u"), *fires(20, "b")],
        ["10 a u", "310 a b u"],
        URGENT,
    ),
    Row(
        "does not wait for the tick, and the next one is an interval from then",
        [*fires(0, "a"), *fires(100, "u"), *fires(110, "b")],
        ["30 a", "100 a u", "400 a b u"],
        URGENT,
    ),
    Row("is told once", [*fires(0, "u"), *fires(5, "a")], ["0 u", "300 a u"], URGENT),
    Row("one after the other", [*fires(0, "u"), *fires(5, "u2")], ["0 u", "5 u u2"], URGENT),
    Row("its end waits for the tick", [*fires(0, "u"), *ends(5, "u")], ["0 u", "300 -u"], URGENT),
    Row(
        "is repeated like others",
        [*fires(0, "a"), *fires(100, "u")],
        ["30 a", "100 a u", "1000 a u"],
        World(routes=repeating(900).routes, at_once=frozenset({"u"})),
        1_800,
    ),
    Row(
        "is silenced like others, and told when that ends",
        [*fires(0, "a"), *fires(0, "u", language="de"), *silence(0, 200, "language=de")],
        ["30 a", "200 a u"],
        URGENT,
    ),
]

LATE = [
    Row(
        "a look that is late makes up for the tick, and the next is an interval from then",
        [*fires(0, "a"), *fires(100, "b"), *fires(400, "c")],
        ["30 a", "390 a b", "690 a b c"],
        World(away=((325, 390),)),
    ),
    Row(
        "just before the next tick too",
        [*fires(0, "a"), *fires(100, "b"), *fires(630, "c")],
        ["30 a", "629 a b", "929 a b c"],
        World(away=((325, 629),)),
    ),
    Row(
        "many ticks that were missed are one",
        [*fires(0, "a"), *fires(100, "b"), *fires(400, "c"), *fires(900, "d")],
        ["30 a", "1900 a b c d"],
        World(away=((325, 1_900),)),
    ),
    Row(
        "what came and went meanwhile is not told",
        [*fires(0, "a"), *fires(100, "b"), *ends(500, "b")],
        ["30 a"],
        World(away=((90, 1_900),)),
    ),
    Row(
        "a first message that is late sets the ticks",
        [*fires(0, "a"), *fires(80, "b")],
        ["75 a", "375 a b"],
        World(away=((5, 75),)),
    ),
    Row(
        "a late repeat puts off the next one by as much",
        fires(0, "a"),
        ["30 a", "970 a", "1870 a"],
        World(routes=repeating(900).routes, away=((325, 970),)),
        2_000,
    ),
]

TABLES = {
    "group_wait": WAIT,
    "group_interval": INTERVAL,
    "resolved": RESOLVED,
    "send_resolved off": NO_ENDS,
    "repeat_interval": REPEAT,
    "silence": SILENCE,
    "inhibition": INHIBITION,
    "groups": GROUPS,
    "urgent": AT_ONCE,
    "late": LATE,
}
ROWS = [
    pytest.param(row, id=f"{table}: {row.name}") for table, rows in TABLES.items() for row in rows
]


@pytest.mark.parametrize("row", ROWS)
def test_messages_come_as_alertmanager_documents_it(row: Row) -> None:
    assert lines(told(row.events, row.world, row.until)) == row.expected
