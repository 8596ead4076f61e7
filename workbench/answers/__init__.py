"""Answers to "is it solved?", what phrases mean in them, and the teaching of both."""
