"""Notifying: from an alert to what a contact reads, along the stages of `domain.alerts.stages`.

`posting` lays notices on desks, `attending` works at a desk, `sending` hands one message to
channels, `rendering` says it.
"""
