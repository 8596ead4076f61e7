"""A stage for each source that is polled."""
