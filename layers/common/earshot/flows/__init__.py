"""One module per thing that happens."""
