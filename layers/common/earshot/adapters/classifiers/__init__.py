"""Classifiers that ask a service, each behind the same port as the built-in one."""
