"""Rewriters of drafts: services that put them in more personal words."""
