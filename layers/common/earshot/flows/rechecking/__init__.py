"""Rechecking: what was published is looked at again, because it may have changed or be gone."""
