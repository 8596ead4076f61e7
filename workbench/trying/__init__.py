"""Trying a source: one live reading of what the owner configured, and nothing kept of it."""
