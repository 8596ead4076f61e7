"""Places that are polled: one file per source, and the registry."""
