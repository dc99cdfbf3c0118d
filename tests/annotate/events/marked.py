"""Marked-up sentences, as the rules' own examples are written."""

from pipeline.annotate.events.marked import Marked

__all__ = ["Marked"]
