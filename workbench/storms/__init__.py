"""Storms: a source's whole way, from its stand-in server to the table, with all going wrong."""
