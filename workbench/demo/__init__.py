"""The demo: a scripted two-day story, played to the deployed system through real protocols.

It is an end-to-end check as well: whatever is told was observed, and what is expected but does not
happen in time ends it. `story` says what is published, `beats` what must come of it; `stage` and
`moving` run the system, `sight` looks at it, `narrator` tells, `reckoning` counts at the end.
"""
