"""Earshot: hears complaints before they get out of hand."""

__version__ = "0.1.0"
