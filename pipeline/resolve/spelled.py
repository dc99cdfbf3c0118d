"""Folding as the database does it: for keys of its own, never compared with those of `spelling`."""

FOLDED = r"""
    CREATE OR REPLACE TEMP MACRO folded(name) AS
        trim(regexp_replace(lower(strip_accents(name)), '[^\p{L}\p{N}]+', ' ', 'g'))
"""
