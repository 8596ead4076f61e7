"""A whole Earshot in memory, on moto: for tests that kill it, and to count what it calls."""
