"""Measurements: each beside its reference, in one run, as medians."""
