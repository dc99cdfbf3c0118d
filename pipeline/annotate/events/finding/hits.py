"""Find the words that may tell of an event, as far as the bare text shows: no sentence is read here."""

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from pipeline.annotate.events.knowledge.rules import Entry, EventRules, Rule
from pipeline.records import DateMention

_WORD = re.compile(r"[^\W\d_]\w*(?:-\w+)*")
_OPENS = re.compile(r"\s*[:|–]\s")
_CLITIC = re.compile(r"\bl'(?:a|ont|avai(?:t|ent)|aura|auront|y)\b")
_TAKEN_UP = re.compile(r"\bl['’](?:(?:a|ont|avait|avaient|aura) )?\Z")
_DIGITS = frozenset("0123456789")
Span = tuple[int, int]
AROUND = 90
"""How many code points before and behind a trigger its conditions may look at."""
NEAR = 40
"""And how many for words that must not stand right before it."""


class Hit(NamedTuple):
    """A word of the text that may start a rule."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def find(text: str, low: str, dates: Sequence[DateMention], rules: EventRules) -> list[Hit]:
    """Every word of the text with a rule, and every date that opens a line of a chronicle; in order.

    `low` is the text in lower case, letter for letter.
    """
    index = rules.index
    found = [Hit(d.start, d.end, rules.chronicle) for d in dates if _OPENS.match(text, d.end)]
    for match in [m for m in _WORD.finditer(low) if (w := m[0]) in index or w[-1] in _DIGITS]:
        word = match[0]
        entries = index.get(word) or index.get(word.rstrip("0123456789"))  # with a note's number: « visite1 »
        if entries and word in rules.phrasal:  # « est à », « est en »: most « est » are neither
            entries = tuple([e for e in entries if e.rest and e.rest.match(text, match.end())])
        if entries:
            found.append(Hit(*match.span(), entries))
    return sorted(found, key=itemgetter(0))


def likely(
    text: str, span: Span, found: Sequence[Hit], words: frozenset[str], labels: Sequence[str], rules: EventRules
) -> list[Hit]:
    """The hits of a sentence that may hold, as far as its bare text tells; most words that may start a rule don't.

    `words` are the sentence's words in lower case, `labels` those of its names.
    """
    kept = []
    for hit in found:
        if hit.entries is rules.chronicle or hit.entries is rules.listed:
            kept.append(hit)
            continue
        entries = tuple(
            [
                e
                for e in hit.entries
                if (_goes_with(e, words, labels, rules) or (e.tense and _takes_up(text, hit)))
                and _fits(text, span, hit, e, rules)
            ]
        )
        if entries:
            kept.append(hit if len(entries) == len(hit.entries) else Hit(hit.start, hit.end, entries))
    return kept


def words(low: str, span: Span) -> frozenset[str]:
    """The words of a sentence in lower case, without those of « il y a »; `low` is the text's."""
    if low.find("il y a ", *span) < 0:
        return frozenset(_WORD.findall(low, *span))
    return frozenset(_WORD.findall(low[span[0] : span[1]].replace("il y a ", "")))


def undated(found: Sequence[Hit], words: frozenset[str], dates: Sequence[DateMention], rules: EventRules) -> bool:
    """Whether everything here asks for a date of its own, and there is none; « cet accord » leans on another."""
    dated = any(mention.type in ("DATE", "TIME") for mention in dates)
    if dated or not rules.words["demonstratives"].isdisjoint(words):
        return False
    return all(entry.rule.name in rules.dated for hit in found for entry in hit.entries)


def without_people(
    found: Sequence[Hit], low: str, words: frozenset[str], labels: Sequence[str], rules: EventRules
) -> bool:
    """Whether everything here asks for people, and neither a name nor a word that stands for one brings them.

    `low` is the sentence in lower case.
    """
    people = labels.count("PER")
    wanted = min((rules.people[entry.rule.name] for hit in found for entry in hit.entries), default=0)
    return people < wanted and rules.words.stand_ins.isdisjoint(words) and not _CLITIC.search(low)


def _goes_with(entry: Entry, words: frozenset[str], labels: Sequence[str], rules: EventRules) -> bool:
    """Whether the other words that the rule asks for are in the sentence, wherever they stand."""
    if entry.reflexive and "se" not in words and "s" not in words:
        return False
    asked = entry.rule.object
    if not asked or (asked == "body" and "ORG" in labels):
        return True
    return not rules.objects[asked].keys().isdisjoint(words)


def _takes_up(text: str, hit: Hit) -> bool:
    """« *l'*inaugura », « *l'a* inaugurée »: the object stands before, maybe in another sentence."""
    return _TAKEN_UP.search(text, max(0, hit.start - 10), hit.start) is not None


def _fits(text: str, span: Span, hit: Hit, entry: Entry, rules: EventRules) -> bool:
    end = hit.end
    if entry.rest:
        rest = entry.rest.match(text, hit.end, span[1])
        if not rest:
            return False
        end = rest.end()
    return _stands(text, span, hit.start, end, entry.rule, rules)


def _stands(text: str, span: Span, start: int, end: int, rule: Rule, rules: EventRules) -> bool:
    patterns = rules.patterns[rule.name]
    if patterns.after or patterns.not_after:  # first: they are anchored, the others have to be sought
        right = text[end : min(span[1], end + AROUND)]
        if patterns.after and not patterns.after.match(right):
            return False
        if patterns.not_after and patterns.not_after.match(right):
            return False
    if patterns.not_before and _whole_word(patterns.not_before, text[max(span[0], start - NEAR) : start]):
        return False
    return not patterns.before or bool(patterns.before.search(text[max(span[0], start - AROUND) : start]))


def _whole_word(pattern: re.Pattern[str], left: str) -> bool:
    found = pattern.search(left)
    return found is not None and not (found.start() and left[found.start() - 1].isalnum())
