"""Alerts: what a contact hears, when, and by which channel, as small decisions in one visible list.

`stages` is the list. Each stage looks at one notice, or at one message made of several, and rules
on it with a reason; nothing here sends anything or knows the time.
"""
