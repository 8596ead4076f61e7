"""Feeds of every make, made safe and read: what `sources.feeds` hands a body to."""
