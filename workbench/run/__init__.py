"""Earshot on this machine: the embedded stack, configured, with somebody signed in."""
