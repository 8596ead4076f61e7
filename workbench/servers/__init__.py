"""Local servers that speak the sources' real protocols, for the demo, the tests and the benches."""
