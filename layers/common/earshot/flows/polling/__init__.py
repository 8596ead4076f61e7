"""Polling: who is due, as whom we ask and how often, and what becomes of what was read."""
