"""Wiring: the only place where adapters are built, and only those in use.

A module for each function, and below them what several share. Each builder imports what only it
needs, so that a function starts without the others'.
"""
