"""What Earshot decides, as pure functions: no clock, no ids, no environment, no AWS."""
