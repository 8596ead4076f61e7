"""The owner's `earshot.yaml`: read with lines, checked all at once, pushed to the table."""
