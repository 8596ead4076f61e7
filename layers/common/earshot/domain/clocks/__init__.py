"""Clocks: by when a case has to be acknowledged, answered and settled, and whether it was.

`policy` says how long each may take, `timeline` what happened on the case, `running` how its clocks
stand, `telling` what is to be told of them once, `reporting` how many targets were met.
"""
