"""Where replies go: one module for each platform that takes them, and a registry."""
