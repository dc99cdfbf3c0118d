"""What a sentence leans on in those before it: the visit, meeting or gathering that they told of, its place and day."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.grammar.tokens import Sentence
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.who.actors import Actor
from pipeline.records import days_meet

SETTINGS = ("visit", "meeting", "gathering")
"""Within these something else may happen."""
_SET = ("agreement", "statement")


class Before(NamedTuple):
    """What the text has told: the last subject (with `True`, whatever its sentence tells), the last place (any, or a
    town) and country before an offset, the last settings, the last day.

    `setting` is what the story is at; `aside` what was told in the pluperfect since; `scene` what happened on one day,
    no other date having stood since, `news` what did last in the days of the text; `other` whom somebody was last told
    of with, the two alone; `parted` whether a sentence since the setting opened with another day.
    """

    subject: Callable[[bool], tuple[Actor, ...]]
    places: Callable[[int, bool], tuple[int, ...]]
    country: Callable[[int], tuple[int, ...]]
    setting: Draft | None
    aside: Draft | None = None
    day: date | None = None
    people: Callable[[], tuple[Actor, ...]] = tuple
    scene: Draft | None = None
    news: Draft | None = None
    other: Callable[[set[int]], int | None] = lambda _: None
    parted: bool = False

    def company(self) -> tuple[int, ...]:
        """Those who met, or the one who came and the one who received: « ils », « les deux présidents »."""
        told = self.aside or self.setting
        return tuple(told.participants) if told and told.type in ("meeting", "visit") else ()


def of_sentence(drafts: Sequence[Draft]) -> Draft | None:
    """The visit, meeting or gathering that the next sentence may lean on: the only one, or the main clause's."""
    found = [d for d in drafts if d.type in SETTINGS and (d.dated or d.places)]
    if len(found) < 2:
        return found[0] if found else None
    if found[0].trigger.verb and found[0].attached and found[0].within is None:
        return found[0]
    peopled = [d for d in found if d.dated and d.participants and d.type == "visit"]
    return peopled[0] if len(peopled) == 1 else None


def told_back(draft: Draft) -> bool:
    """Whether it is told in the pluperfect or imperfect: before what the story is at."""
    return draft.trigger.verb is not None and draft.trigger.verb.tense == "imperfect"


def settle(drafts: Sequence[Draft], before: Before, rules: EventRules) -> None:
    """« Onze accords y ont été signés »: there, and where nothing else is said, then."""
    country = any("pays" in draft.sentence.lows for draft in drafts[:1])
    for draft in drafts:
        _day(draft, before.day, rules)
        setting = _above(draft, drafts) or (before.aside if told_back(draft) else None) or before.setting
        there = _there(draft)
        if country and not draft.places and _in_the_country(draft):
            _place_in_the_country(draft, before)
        if there and not draft.places:
            draft.places = _that_place(draft, setting, before)
        if setting is None or draft.within is not None or (told_back(setting) and not told_back(draft)):
            continue
        if draft.type in _SET and not draft.dated and not _parted(setting, before, draft) and _goes_on(draft, setting):
            draft.within = setting
            draft.days, draft.dated = setting.days, setting.dated
            draft.places = draft.places or setting.places
        elif there and not draft.dated and _same_story(draft, setting):
            draft.within = setting
            draft.days, draft.dated = setting.days, setting.dated
        elif draft.type in (*_SET, "meeting") and setting.sentence is draft.sentence and draft.days == setting.days:
            draft.places = draft.places or setting.places  # « 5 mai : visite de X à Oslo ; signature d'un accord »
        elif draft.type == "meeting" and (there or not draft.places) and _same_stay(draft, setting):
            draft.within = setting
            draft.places = draft.places or setting.places
            if not draft.dated and (there or _one_day(setting)):
                draft.days, draft.dated = setting.days, setting.dated


def _parted(setting: Draft, before: Before, draft: Draft) -> bool:
    """Another day was told of since, and none of those who were there acts."""
    same = set(setting.participants) & set(draft.participants)
    back = told_back(draft) and not told_back(setting)  # « avait signé » behind « a rencontré »
    return (before.parted or back) and setting.sentence is not draft.sentence and not same


def _that_place(draft: Draft, setting: Draft | None, before: Before) -> tuple[int, ...]:
    """Where « y » is: the last place named, or all of the setting's where it is one of them."""
    if setting and setting.sentence is draft.sentence:
        return setting.places
    last = before.places(draft.sentence.starts[draft.trigger.start], _in_that_town(draft.sentence))
    return setting.places if setting and set(last) & set(setting.places) else last


def _above(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """« X se rend à Oslo le 5 mai ; il y rencontrera Y »: the one before a semicolon."""
    for other in reversed(drafts):
        if other.trigger.end <= draft.trigger.start and other.type in SETTINGS and (other.dated or other.places):
            between = range(other.trigger.end, draft.trigger.start)
            return other if any(draft.sentence.low(k) in (";", ":") for k in between) else None
    return None


def _there(draft: Draft) -> bool:
    """« y », « sur place »."""
    verb, sentence = draft.trigger.verb or draft.around.verb, draft.sentence
    if verb and "y" in sentence.lows[verb.start : verb.end]:
        return True
    after = sentence.lows[draft.trigger.end : draft.trigger.end + 6]
    return ("place" in after and ("sur", "place") in pairwise(after)) or _in_that_town(sentence)


def _in_that_town(sentence: Sentence) -> bool:
    """« Dans cette dernière ville, … »: the sentence opens with it."""
    opening = sentence.lows[:4]
    return opening[:2] in (("dans", "cette"), ("dans", "la")) and not _TOWN.isdisjoint(opening[2:])


_TOWN = frozenset({"ville", "cité", "localité", "capitale"})


def _place_in_the_country(draft: Draft, before: Before) -> None:
    """There; « le pays pourrait soumettre à référendum »: and it votes."""
    draft.places = before.country(draft.sentence.starts[draft.trigger.start])
    lows = draft.sentence.lows
    if (
        draft.type == "vote"
        and not draft.participants
        and ("dans", "le", "pays") not in zip(lows, lows[1:], lows[2:], strict=False)
    ):
        draft.participants = dict.fromkeys(draft.places, "voter")


def _in_the_country(draft: Draft) -> bool:
    """« s'est tenu dans le pays », « le pays pourrait soumettre à référendum »."""
    lows = draft.sentence.lows[max(0, draft.trigger.start - 9) : draft.trigger.end + 9]
    pays = [k for k, low in enumerate(lows) if low == "pays" and k]
    if draft.type == "vote":
        return any(lows[k - 1] in ("le", "du") for k in pays)
    return any(lows[max(0, k - 2) : k] == ("dans", "le") for k in pays)


def _goes_on(draft: Draft, setting: Draft) -> bool:
    """A plain statement of what was done, at no other place, during what took place."""
    verb = draft.trigger.verb
    told = verb.tense in ("present", "past", "imperfect") if verb else draft.trigger.object is not None
    elsewhere = bool(draft.places) and not set(draft.places) & set(setting.places)
    return told and setting.status == "occurred" and not elsewhere


def _same_story(draft: Draft, setting: Draft) -> bool:
    """« Il y a inauguré un consulat »: told on of the same stay."""
    verb = draft.trigger.verb or draft.around.verb
    told = verb is not None and verb.tense in ("present", "past", "imperfect")
    return told and setting.status == draft.status == "occurred" and setting.type in ("visit", "gathering")


def _one_day(setting: Draft) -> bool:
    return setting.days[0] is not None and setting.days[0] == setting.days[1]


def _same_stay(draft: Draft, setting: Draft) -> bool:
    """Someone who meets is the one on the visit, and the days agree."""
    if setting.type != "visit" or not set(draft.participants) & set(setting.participants):
        return False
    if draft.status != setting.status or draft.negated or not draft.dated:
        return draft.status == setting.status and not draft.negated and not draft.dated
    return setting.days != (None, None) and days_meet(draft.days, setting.days)


def _day(draft: Draft, told: date | None, rules: EventRules) -> None:
    """« La veille, … », « Le même jour, … »: counted from the last day told."""
    if told is None or not draft.dated or draft.days != (None, None):
        return
    lag = next((n for k in draft.sentence.dates if (n := _lag(draft.sentence, k, rules)) is not None), None)
    if lag is not None:
        day = told + timedelta(days=lag)
        draft.days = day, day


def _lag(sentence: Sentence, k: int, rules: EventRules) -> int | None:
    low = sentence.low(k).split(" ")[-1]
    named = {"veille": -1, "lendemain": 1, "surlendemain": 2, "avant-veille": -2}.get(low)
    return 0 if sentence.low(k) in rules.words["same day"] else named
