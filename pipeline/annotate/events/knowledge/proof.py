"""The rules' own examples: what each must find, and what it must leave alone."""

from collections.abc import Iterator

from pipeline.annotate import events
from pipeline.annotate.events.knowledge.marked import Marked
from pipeline.annotate.events.knowledge.rules import EventRules


def unproven(rules: EventRules) -> Iterator[str]:
    """A sentence for each example in which its rule finds nothing, and for each counter-example in which it does."""
    for rule in rules.rules:
        where = f"{rule.type}.toml: rule {rule.name}"
        for text in rule.examples:
            found = events.find(*Marked(text).arguments(), rules)
            if not any(rule.name in event.rules and event.type == rule.type for event in found):
                told = ", ".join(f"{event.type} by {' and '.join(event.rules)}" for event in found) or "nothing"
                yield f"{where}: examples: « {text} » should tell of its {rule.type}, and tells of {told}"
        for text in rule.others:
            if any(rule.name in event.rules for event in events.find(*Marked(text).arguments(), rules)):
                yield f"{where}: others: « {text} » should be left alone"
