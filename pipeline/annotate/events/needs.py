"""What a rule asks for before its trigger counts: each need is a small test of one draft."""

from pipeline.annotate.events import needs_how, needs_who
from pipeline.annotate.events.context import Context
from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.rules import EventRules

NEEDS = needs_who.TESTS | needs_how.TESTS


def met(draft: Draft, context: Context, rules: EventRules) -> bool:
    """All that the rule asks for is there."""
    return all(NEEDS[need](draft, context, rules) for need in draft.trigger.rule.needs)
