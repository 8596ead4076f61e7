"""Replying: what is said to a customer is composed, guarded, sent once, and kept on record."""
