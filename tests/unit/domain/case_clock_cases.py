# ruff: noqa: E501 - a table
"""How a case's clocks stand: clock and target | calendar | events | now | how each stands.

Times are by the calendar's clock, on Monday 2026-03-02 where only an hour is written, in March 2026
where a day is. Events: o opened, a acknowledged, r the brand replied, w the customer wrote, A the
customer is awaited, L no more, c closed, R reopened; `w=kim` has a name. A clock is told as its
name, how it stands, when it is due (- for never), and when what it waited for came.
"""

from __future__ import annotations

from earshot.domain.clocks.timeline import EventKind

KINDS: dict[str, EventKind] = {
    "o": "opened",
    "a": "acknowledged",
    "r": "brand_replied",
    "w": "customer_wrote",
    "A": "customer_awaited",
    "L": "customer_awaited_no_more",
    "c": "closed",
    "R": "reopened",
}

CASES = """
# Boundaries, to the second: in time is what comes as it is due, missed is what has not by then.
acknowledge=15m | - | 10:00 o | 10:00 | 1 running 10:15
acknowledge=15m | - | 10:00 o | 10:14:59 | 1 running 10:15
acknowledge=15m | - | 10:00 o | 10:15 | 1 missed 10:15
acknowledge=15m | - | 10:00 o | 10:15:01 | 1 missed 10:15
acknowledge=15m | - | 10:00 o, 10:00 a | 10:00 | 1 met 10:15 10:00
acknowledge=15m | - | 10:00 o, 10:14:59 a | 11:00 | 1 met 10:15 10:14:59
acknowledge=15m | - | 10:00 o, 10:15 a | 10:15 | 1 met 10:15 10:15
acknowledge=15m | - | 10:00 o, 10:15:01 a | 11:00 | 1 missed 10:15 10:15:01
acknowledge=15m | - | 10:00:30 o | 10:15:29 | 1 running 10:15:30
acknowledge=15m | - | 10:00:30 o | 10:15:30 | 1 missed 10:15:30
acknowledge=15m | - | 10:00 o, 10:20 a | 10:10 | 1 running 10:15
acknowledge=15m | - | 10:00 o | 09:59:59 |

# Acknowledging.
acknowledge=15m | - | 10:00 o, 10:05 r | 10:06 | 1 met 10:15 10:05
acknowledge=15m | - | 10:00 o, 10:05 r, 10:10 a | 11:00 | 1 met 10:15 10:05
acknowledge=15m | - | 10:00 o, 10:05 a, 10:02 a | 11:00 | 1 met 10:15 10:02
acknowledge=15m | - | 10:00 o, 09:50 r | 10:06 | 1 met 10:15 10:00
acknowledge=15m | - | 10:00 o, 10:05 w | 10:06 | 1 running 10:15
acknowledge=15m | - | 10:00 o, 10:05 c | 11:00 | 1 ended 10:15
acknowledge=15m | - | 10:00 o, 10:15 c | 11:00 | 1 ended 10:15
acknowledge=15m | - | 10:00 o, 10:16 c | 11:00 | 1 missed 10:15
acknowledge=15m | - | 10:00 o, 10:05 c, 10:10 a | 11:00 | 1 ended 10:15

# Reopened: each opening has to be acknowledged anew.
acknowledge=15m | - | 10:00 o, 10:05 a, 11:00 c, 12:00 R | 12:14 | 1 met 10:15 10:05; 2 running 12:15
acknowledge=15m | - | 10:00 o, 10:05 a, 11:00 c, 12:00 R | 12:15 | 1 met 10:15 10:05; 2 missed 12:15
acknowledge=15m | - | 10:00 o, 10:05 a, 11:00 c, 12:00 R, 12:04 a | 13:00 | 1 met 10:15 10:05; 2 met 12:15 12:04
acknowledge=15m | - | 10:00 o, 11:00 c, 11:30 a, 12:00 R | 12:10 | 1 missed 10:15; 2 running 12:15
acknowledge=15m | - | 10:00 o, 10:05 a, 11:00 A, 12:00 R | 12:01 | 1 met 10:15 10:05; 2 running 12:15
acknowledge=15m | - | 10:00 o, 10:04 c, 10:05 R, 10:09 c, 10:10 R | 10:20 | 1 ended 10:15; 2 ended 10:20; 3 running 10:25
acknowledge=15m | - | 10:00 o, 10:05 c, 10:05 R | 10:06 | 1 ended 10:15; 2 running 10:20
acknowledge=15m | - | 10:00 o, 11:00 c, 12:00 R, 12:00 a | 12:05 | 1 missed 10:15; 2 met 12:15 12:00
acknowledge=15m | - | 10:00 o, 10:05 R | 10:20 | 1 ended 10:15; 2 missed 10:20

# The first reply, once for a case.
first_reply=30m | - | 10:00 o | 10:29:59 | 1 running 10:30
first_reply=30m | - | 10:00 o, 10:05 a | 10:30 | 1 missed 10:30
first_reply=30m | - | 10:00 o, 10:30 r | 10:31 | 1 met 10:30 10:30
first_reply=30m | - | 10:00 o, 10:31 r, 10:20 r | 11:00 | 1 met 10:30 10:20
first_reply=30m | - | 10:00 o, 10:31 r | 11:00 | 1 missed 10:30 10:31
first_reply=30m | - | 10:00 o, 10:10 w, 10:20 w | 10:25 | 1 running 10:30
first_reply=30m | - | 10:00 o, 10:10 r, 11:00 c, 12:00 R | 13:00 | 1 met 10:30 10:10
first_reply=30m | - | 10:00 o, 10:10 c, 12:00 R | 12:20 | 1 ended 10:30; 2 running 12:30
first_reply=30m | - | 10:00 o, 10:10 c, 12:00 R, 12:31 r | 13:00 | 1 ended 10:30; 2 missed 12:30 12:31
first_reply=30m | - | 10:00 o, 10:10 c, 11:00 r, 12:00 R | 13:00 | 1 ended 10:30
first_reply=30m | - | 10:00 o, 10:10 A | 10:11 | 1 paused -
first_reply=30m | - | 10:00 o, 10:10 A, 10:40 R | 10:45 | 1 running 11:00

# Pauses, while it is the customer's turn.
resolve=8h | - | 10:00 o, 12:00 A | 23:00 | 1 paused -
resolve=8h | - | 10:00 o, 12:00 A, 15:00 L | 16:00 | 1 running 21:00
resolve=8h | - | 10:00 o, 12:00 A, 15:00 L | 20:59:59 | 1 running 21:00
resolve=8h | - | 10:00 o, 12:00 A, 15:00 L | 21:00 | 1 missed 21:00
resolve=8h | - | 10:00 o, 12:00 A, 13:00 L, 14:00 A, 16:00 L | 16:00 | 1 running 21:00
resolve=8h | - | 10:00 o, 12:00 A, 03T12:00 c | 04T10:00 | 1 met 03T18:00 03T12:00
resolve=8h | - | 10:00 o, 18:00 A | 20:00 | 1 missed 18:00
resolve=8h | - | 10:00 o, 17:59:59 A | 20:00 | 1 paused -
resolve=8h | - | 10:00 o, 17:59:59 A, 20:00 L | 20:00 | 1 running 20:00:01
resolve=8h | - | 10:00 o, 12:00 A, 13:00 w | 14:00 | 1 running 19:00
resolve=8h | - | 10:00 o, 12:00 A, 13:00 w, 15:00 r | 16:00 | 1 paused -
resolve=8h | - | 10:00 o, 12:00 A, 13:00 w, 15:00 r, 16:00 w | 17:00 | 1 running 20:00
resolve=8h | - | 10:00 o, 12:00 A, 12:00 A, 13:00 A, 14:00 L, 14:00 L, 15:00 L | 16:00 | 1 running 20:00
resolve=8h | - | 10:00 o, 12:00 L, 13:00 r, 13:30 w | 16:00 | 1 running 18:00
resolve=8h | - | 10:00 o, 12:00 A, 12:00 L | 16:00 | 1 paused -
resolve=8h | - | 10:00 o, 12:00 A, 12:30 a, 13:00 L | 14:00 | 1 running 19:00
resolve=8h | - | 10:00 o, 12:00 A, 13:00 w, 13:30 a | 14:00 | 1 running 19:00

# The end of the case. One that comes back while the customer is awaited was never settled.
resolve=8h | - | 10:00 o, 18:00 c | 23:00 | 1 met 18:00 18:00
resolve=8h | - | 10:00 o, 18:00:01 c | 23:00 | 1 missed 18:00 18:00:01
resolve=8h | - | 10:00 o, 12:00 c, 13:00 R | 14:00 | 1 met 18:00 12:00; 2 running 21:00
resolve=8h | - | 10:00 o, 12:00 c, 13:00 R, 21:00 c | 22:00 | 1 met 18:00 12:00; 2 met 21:00 21:00
resolve=8h | - | 10:00 o, 12:00 A, 14:00 R | 15:00 | 1 running 20:00
resolve=8h | - | 10:00 o, 12:00 c, 12:10 c, 13:00 R, 13:00 R | 14:00 | 1 met 18:00 12:00; 2 running 21:00
resolve=8h | - | 10:00 o, 12:00 R | 14:00 | 1 running 18:00
resolve=8h | - | 10:00 o, 11:00 o | 14:00 | 1 running 18:00
resolve=8h | - | 12:00 c, 13:00 R, 12:30 a | 14:00 |
resolve=8h | - | 09:00 c, 10:00 o | 14:00 | 1 running 18:00

# The next reply: only while the customer waits, from the first message that nobody answered.
next_reply=2h | - | 10:00 o | 23:00 |
next_reply=2h | - | 10:00 o, 10:05 w=a | 23:00 |
next_reply=2h | - | 10:00 o, 10:10 r | 23:00 |
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a | 12:59:59 | a running 13:00
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a | 13:00 | a missed 13:00
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 12:00 r | 23:00 | a met 13:00 12:00
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 13:00 r | 23:00 | a met 13:00 13:00
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 13:00:01 r | 23:00 | a missed 13:00 13:00:01
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 11:30 w=b, 12:59 w=c | 12:59 | a running 13:00
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 11:30 w=b | 20:00 | a missed 13:00
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 13:00 w=b | 13:00 | a missed 13:00
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 13:01 w=b | 15:00 | a missed 13:00; b running 15:01
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 13:01 w=b, 14:00 w=c | 15:01 | a missed 13:00; b missed 15:01
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 13:01 w=b, 14:00 r | 15:01 | a missed 13:00 14:00; b met 15:01 14:00
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 12:00 r, 12:30 w=b | 14:00 | a met 13:00 12:00; b running 14:30
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 11:00 r | 23:00 | a met 13:00 11:00
next_reply=2h | - | 10:00 o, 10:10 r, 10:10 w=a | 23:00 |
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w | 12:00 | 2026-03-02T11:00:00+00:00 running 13:00
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 11:30 A | 20:00 | a paused -
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 11:30 A, 15:30 L | 16:00 | a running 17:00
next_reply=2h | - | 10:00 o, 10:10 r, 10:20 A, 11:00 w=a | 12:00 | a running 13:00
next_reply=2h | - | 10:00 o, 10:10 r, 10:20 A, 11:00 w=a, 12:00 r, 15:00 w=b | 16:00 | a met 13:00 12:00; b running 17:00
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 12:00 c | 20:00 | a ended 13:00
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 14:00 c | 20:00 | a missed 13:00
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 12:00 c, 15:00 R | 20:00 | a ended 13:00
next_reply=2h | - | 10:00 o, 10:10 r, 12:00 c, 14:58 w=a, 15:00 R | 16:00 | a running 17:00
next_reply=2h | - | 10:00 o, 10:10 r, 12:00 c, 14:58 w=a | 16:00 |
next_reply=2h | - | 10:00 o, 10:10 r, 12:00 c, 14:50 w=a, 14:55 r, 15:00 R | 16:00 |
next_reply=2h | - | 10:00 o, 10:10 r, 12:00 c, 14:55 r, 14:58 w=a, 15:00 R, 15:30 r | 16:00 | a met 17:00 15:30
next_reply=2h | - | 10:00 o, 10:10 r, 12:00 A, 14:58 w=a, 15:00 R | 16:00 | a running 16:58
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 12:00 w=b, 12:00 r | 12:30 | a met 13:00 12:00
next_reply=2h | - | 10:00 o, 10:10 r, 12:00 w=a, 12:00 c | 13:00 | a ended 14:00

# Late, doubled, out of order: what happened counts, and not when it was heard of.
acknowledge=15m | - | 10:10 a, 10:00 o | 11:00 | 1 met 10:15 10:10
acknowledge=15m | - | 12:04 a, 12:00 R, 11:00 c, 10:05 a, 10:00 o | 13:00 | 1 met 10:15 10:05; 2 met 12:15 12:04
next_reply=2h | - | 11:00 w=a, 10:10 r=x, 10:00 o, 11:00 w=a, 10:10 r=x | 12:00 | a running 13:00
next_reply=2h | - | 10:00 o, 10:10 r, 11:20 w=a, 11:00 w=a | 12:00 | a running 13:00
next_reply=2h | - | 10:00 o, 10:10 r, 11:30 w=b, 11:00 w=a | 12:00 | a running 13:00
next_reply=2h | - | 10:00 o, 10:10 r, 11:00 w=a, 11:00 w=b | 12:00 | a running 13:00
first_reply=30m | - | 10:00 o, 10:40 r=x, 10:20 r=x | 11:00 | 1 met 10:30 10:20
resolve=8h | - | 15:00 L, 12:00 A, 10:00 o | 16:00 | 1 running 21:00

# Business hours. 2026-03-06 is a Friday.
acknowledge=60m | utc | 06T16:30 o | 09T09:29:59 | 1 running 09T09:30
acknowledge=60m | utc | 06T16:30 o | 09T09:30 | 1 missed 09T09:30
acknowledge=60m | utc | 06T16:30 o, 07T12:00 a | 10T09:00 | 1 met 09T09:30 07T12:00
acknowledge=30m | utc | 06T16:30 o | 06T16:59 | 1 running 06T17:00
acknowledge=15m | utc | 07T12:00 o | 08T12:00 | 1 running 09T09:15
resolve=8h | utc | 06T16:30 o, 09T10:00 A, 09T12:00 L | 09T12:00 | 1 running 10T10:30
resolve=8h | utc | 06T16:30 o, 06T17:00 A, 09T09:00 L | 09T09:00 | 1 running 09T16:30
resolve=8h | utc | 06T16:30 o, 06T16:45 A, 09T09:15 L | 09T09:15 | 1 running 09T17:00
next_reply=2h | utc | 06T10:00 o, 06T11:00 r, 06T16:00 w=a | 08T12:00 | a running 09T10:00
next_reply=2h | utc | 06T10:00 o, 06T11:00 r, 06T16:00 w=a, 07T10:00 w=b | 09T11:00 | a missed 09T10:00
first_reply=60m | split | 02T12:00 o | 02T13:00 | 1 running 02T14:30
first_reply=60m | split | 07T12:30 o | 07T20:00 | 1 running 09T09:30
first_reply=60m | night | 03T05:30 o | 03T12:00 | 1 running 03T22:30
first_reply=4h | kathmandu | 06T15:00 o | 07T12:00 | 1 running 08T12:00
acknowledge=60m | berlin | 06T16:30 o | 08T12:00 | 1 running 09T09:30

# Holidays and the leap day.
first_reply=60m | holidays | 12-24T11:30 o | 12-25T12:00 | 1 running 12-28T09:30
first_reply=2h | holidays | 12-31T10:00 o | 12-31T11:30 | 1 running 12-31T13:00
resolve=8h | holidays | 12-24T09:00 o, 12-24T10:00 A, 12-28T10:00 L | 12-28T10:00 | 1 running 12-28T17:00
resolve=8h | leap | 2028-02-28T13:00 o | 2028-02-29T12:00 | 1 running 2028-03-01T13:00

# The nights on which the clock jumps ahead, and goes back.
acknowledge=4h | berlin-always | 2026-03-28T23:00 o | 2026-03-29T00:00 | 1 running 2026-03-29T04:00
acknowledge=4h | berlin-always | 2026-10-24T23:00 o | 2026-10-25T00:00 | 1 running 2026-10-25T02:00+01:00
resolve=24h | berlin-always | 2026-03-28T12:00 o | 2026-03-28T13:00 | 1 running 2026-03-29T13:00
resolve=24h | berlin-always | 2026-10-24T12:00 o | 2026-10-24T13:00 | 1 running 2026-10-25T11:00
acknowledge=3h | berlin-early | 2026-03-29T00:00 o | 2026-03-29T00:30 | 1 running 2026-03-30T02:00
acknowledge=60m | berlin-gap | 2026-03-28T02:15 o | 2026-03-28T12:00 | 1 running 2026-03-30T02:45
resolve=8h | berlin | 2026-03-27T13:00 o, 2026-03-28T12:00 A, 2026-03-30T10:00 L | 2026-03-30T10:00 | 1 running 2026-03-30T14:00
resolve=6h | berlin-always | 2026-10-25T00:00 o, 2026-10-25T02:30+02:00 A, 2026-10-25T02:30+01:00 L | 2026-10-25T03:00 | 1 running 2026-10-25T06:00
"""
