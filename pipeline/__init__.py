"""French articles in, tables out: people, organisations, places, events, with dates, roles and evidence.

`run.py` is the whole run on one page; each folder is one room of the house.
"""
