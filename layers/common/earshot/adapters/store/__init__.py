"""The table: how records become items, and the only code that knows its keys (docs/data.md)."""
