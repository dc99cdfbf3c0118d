"""Organisations: how their names begin, go on and end."""
