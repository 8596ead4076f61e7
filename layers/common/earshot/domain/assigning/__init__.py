"""Assigning: who takes a case, by the owner's rules.

rules < matching, hours < choosing < routing < naming
"""
