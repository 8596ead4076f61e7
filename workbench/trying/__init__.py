"""Trying a source or a contact's channels: once, live, and nothing kept of it."""
