"""The rules' own examples: what each must read, and what it must leave alone."""

from collections.abc import Iterator
from datetime import date

from pipeline.annotate.dates.finder import find
from pipeline.annotate.dates.rules import DateRules

SEEN_FROM = date(2017, 1, 25)
"""The Wednesday that the examples of `dates.toml` are seen from."""


def unproven(rules: DateRules) -> Iterator[str]:
    """A sentence for each example that is not read as it says, and for each counter-example that is read."""
    for rule in rules.rules:
        for text, value in rule.examples.items():
            found = {(mention.rule, mention.value) for mention in find(text, SEEN_FROM, rules)}
            if (rule.name, value) not in found:
                read = ", ".join(sorted(f"{value} by {name}" for name, value in found)) or "nothing"
                yield f"rule {rule.name}: examples: « {text} » should be {value}, and is read as {read}"
        for text in rule.others:
            if rule.name in {mention.rule for mention in find(text, SEEN_FROM, rules)}:
                yield f"rule {rule.name}: others: « {text} » should be left alone"
