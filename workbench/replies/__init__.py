"""Replies that the guard is built and measured on, and what it learns from sentences of them."""
