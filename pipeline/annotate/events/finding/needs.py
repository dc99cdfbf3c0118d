"""What a rule asks for before its trigger counts: each need is a small test of one draft."""

from collections.abc import Iterator

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.finding import entry, needs_how, needs_what, needs_who
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.who.context import Context

NEEDS = needs_who.TESTS | needs_how.TESTS | needs_what.TESTS


def met(draft: Draft, context: Context, rules: EventRules) -> bool:
    """All that the rule asks for is there; what opens an entry of a chronology may need nothing more."""
    rule = draft.trigger.rule
    dated = rule.name in rules.entries and draft.sentence.paragraph in context.entries
    if dated and entry.opens_entry(draft) and not needs_how.says_something(draft, rules):
        return True
    return all(NEEDS[need](draft, context, rules) for need in rule.needs)


def misnamed(rules: EventRules) -> Iterator[str]:
    """A sentence for each rule that speaks of a frame, an object or a need that there is none of."""
    for rule in rules.rules:
        asked = {"frame": ({rule.frame}, rules.frames), "needs": (set(rule.needs), NEEDS)}
        asked |= {"object": ({rule.object} - {""}, rules.objects)}
        for key, (names, known) in asked.items():
            for name in sorted(names - known.keys()):
                where = f"events/{rule.type}.toml: rule {rule.name}: {key}"
                yield f"{where}: {name!r} stands there; known are {', '.join(sorted(known))}"
