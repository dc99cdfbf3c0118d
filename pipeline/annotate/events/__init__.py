"""Events: what happened, when, where, between whom, each once in a text.

Takes a document with its names and dates, gives its `Event` records. A trigger of `configs/fr/events/` starts
everything; only sentences that hold one are read any further. `finding` sees which words may tell of an event and
whether a rule has what it needs, `grammar` and `around` what hangs on them; `who`, `when_where` and `whether` fill
the draft, `once` brings the tellings of one happening together. `knowledge` holds the rules.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Generic, TypeVar, get_args

from pipeline.annotate.events import reading
from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.finding import hits, layout, needs
from pipeline.annotate.events.finding.hits import Hit
from pipeline.annotate.events.grammar import sentences, tokens
from pipeline.annotate.events.grammar.tokens import Sentence
from pipeline.annotate.events.knowledge.inflection import Conjugation
from pipeline.annotate.events.knowledge.rules import EventRules, RuleFile, SharedFile, compiled
from pipeline.annotate.events.knowledge.status_words import StatusFile
from pipeline.annotate.events.knowledge.words import Words
from pipeline.annotate.events.once import headlines, merging
from pipeline.annotate.events.reading import Read, Text
from pipeline.annotate.events.when_where import scenes, setting
from pipeline.annotate.events.when_where.setting import SETTINGS, Before
from pipeline.annotate.events.who import context
from pipeline.annotate.events.who.actors import Actor
from pipeline.config import Config
from pipeline.config import load_rules as load
from pipeline.errors import ConfigError
from pipeline.gazetteer import Gazetteer
from pipeline.records import DateMention, Document, Entity, Event, Mention, TypeOfEvent

__all__ = ["EventRules", "find", "load_rules"]

Span = tuple[int, int, int]
"""Start and end of a sentence, and its paragraph."""
Placed = TypeVar("Placed", Mention, DateMention)


def load_rules(config: Config) -> EventRules:
    """Read `events.toml`, the file of each type in `events/`, `events_{words,status,verbs}.toml` and the gazetteer's
    adjectives; raises `ConfigError` with everything that is wrong with them."""
    known = Gazetteer.load(config.gazetteer)
    rules = compiled(
        load(config.french / "events.toml", SharedFile),
        [load(config.french / "events" / f"{type_}.toml", RuleFile) for type_ in get_args(TypeOfEvent)],
        load(config.french / "events_words.toml", Words),
        load(config.french / "events_status.toml", StatusFile),
        load(config.french / "events_verbs.toml", Conjugation),
        {word.lower(): code for word, code in known.demonyms()},
        {word.lower(): code for word, code in known.prefixes()},
        {code: name for _, code in known.demonyms() if (name := known.capital(code))},
    )
    if wrong := [f"{config.french}/{problem}" for problem in needs.misnamed(rules)]:
        raise ConfigError(wrong)
    return rules


def find(
    document: Document,
    published_on: date | None,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    dates: Sequence[DateMention],
    rules: EventRules,
) -> tuple[Event, ...]:
    """Every event that the document tells of, in order of its first mention."""
    text = str(document.text)
    low = tokens.lowered(text)
    started = hits.find(text, low, dates, rules)
    if not started:
        return ()
    known = context.read(text, mentions, entities, rules)
    lines = layout.read(text, document.paragraphs, started, mentions, dates, known, rules)
    held = Text(text, low, published_on, mentions, dates, replace(known, entries=lines.entries), rules)
    started = sorted([*started, *lines.listed], key=lambda hit: hit.start)
    told = merging.together(lines.applied(_drafts(document, started, held)))
    return merging.events(headlines.told_below(told, document.paragraphs, published_on, entities))


def _drafts(document: Document, started: Sequence[Hit], text: Text) -> list[Draft]:
    """Sentence by sentence; only those with a promising word are read."""
    found: list[Draft] = []
    names, days, told = _Pointer(text.mentions), _Pointer(text.dates), _Told(text)
    at, attended = 0, [match.start() for match in text.rules.words.attendance.finditer(text.low)]
    for span in sentences.split(text.text, document.paragraphs, text.rules.words.abbreviations["words"]):
        here = at
        while at < len(started) and started[at].start < span[1]:
            at += 1
        joined = bisect_left(attended, span[0]) < bisect_left(attended, span[1]) if attended else False
        if joined and told.joined(span):
            continue
        drafts = _read(span, started[here:at], names, days, told, text) if here < at else None
        if drafts is None:
            told.nothing()
        else:
            found += drafts
        told.last = span
    return found


def _read(
    span: Span,
    started: Sequence[Hit],
    names: "_Pointer[Mention]",
    days: "_Pointer[DateMention]",
    told: "_Told",
    text: Text,
) -> list[Draft] | None:
    """The drafts of one sentence; nothing at all where none of its words can hold."""
    place = span[:2]
    named, words = names.between(*place), hits.words(text.low, place)
    labels = [mention.label for _, mention in named]
    promising = hits.likely(text.text, place, started, words, labels, text.rules)
    if not promising:
        return None
    dates = days.between(*place)
    missing = hits.undated(promising, words, [mention for _, mention in dates], text.rules)
    missing = missing or hits.without_people(promising, text.low[slice(*place)], words, labels, text.rules)
    if missing and span[2] not in text.context.entries:
        told.passed(span)
        return []
    sentence = tokens.sentence(text.text, text.low, span, named, dates)
    read = reading.read(sentence, promising, text)
    drafts = reading.drafts(read, told.before(read)) if read.triggers else []
    told.add(read, drafts)
    return drafts


class _Told:
    """What the paragraph has told so far; `last` is the sentence that went by last."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._starts = [m.start for m in text.mentions]
        self._setting: tuple[int, Draft] | None = None
        self._aside: tuple[int, Draft] | None = None
        self._day: date | None = None
        self._scene: Draft | None = None
        self._news: Draft | None = None
        self._twos: list[tuple[int, ...]] = []
        self._subjects: list[Callable[[], tuple[Actor, ...]]] = []
        self._people: Callable[[], tuple[Actor, ...]] = tuple
        self.last: Span = (0, 0, -1)

    def before(self, read: Read) -> Before:
        """What a sentence may lean on; sought only where it does."""
        sentence, span = read.sentence, self.last
        near, aside = (s[1] if s and s[0] >= sentence.paragraph - 1 else None for s in (self._setting, self._aside))
        together = span[2] == sentence.paragraph
        return Before(
            lambda sure: self._subject(sentence, span, sure) if together else self._above(sentence, span),
            self._place,
            lambda at: self._country(sentence.start, at),
            near,
            aside,
            self._day,
            lambda: self._people() if together else (),
            self._scene_of(sentence),
            self._news,
            self._other,
            near is not None and scenes.opened(self._text.text, self._text.dates, near.sentence.end, sentence.start),
        )

    def add(self, read: Read, drafts: Sequence[Draft]) -> None:
        """Remember the main visit, meeting or gathering of a sentence, and its subject."""
        main = setting.of_sentence(drafts)
        if main and setting.told_back(main):
            self._aside = read.sentence.paragraph, main
        elif main or any(d.type in SETTINGS and (d.dated or d.places) for d in drafts):
            self._setting = (read.sentence.paragraph, main) if main else None
            self._aside = None
        days = [d.days[1] for d in drafts if d.days[0] and d.days[0] == d.days[1] and not setting.told_back(d)]
        self._day = days[0] if days else self._day
        self._scene = next((d for d in drafts if scenes.is_one(d)), self._scene)
        self._news = next((d for d in drafts if scenes.is_news(d, self._text.published_on)), self._news)
        self._twos += [two for d in drafts if (two := self._two(d))]
        self._subjects.append(lambda: read.subject)
        self._people = lambda: read.people

    def _scene_of(self, sentence: Sentence) -> Draft | None:
        """The scene that a sentence without a date of its own goes on with."""
        scene = self._scene
        far = scene is None or sentence.paragraph - scene.sentence.paragraph > 1
        return (
            None if far or scene is None or scenes.dated(self._text.dates, scene.sentence.end, sentence.end) else scene
        )

    def _two(self, draft: Draft) -> tuple[int, ...]:
        """The two people of a draft that has no third."""
        people = tuple(e for e in draft.participants if self._text.context.entities[e].label == "PER")
        return people if len(people) == 2 and draft.type in ("meeting", "visit", "agreement", "statement") else ()

    def _other(self, people: set[int]) -> int | None:
        """« son hôte »: with whom one of them was told of last."""
        for one, two in reversed(self._twos):
            if (one in people) != (two in people):
                return two if one in people else one
        return None

    def passed(self, span: Span) -> None:
        """Remember the subject of a sentence that had a trigger, but nobody for it."""
        self._subjects.append(lambda: self._subject_at(span))

    def joined(self, span: Span) -> bool:
        """« Y ont pris part X et Y »: they too were there; whether there is something that they may have attended."""
        kept = self._setting
        if kept is None or kept[0] < span[2] - 1 or kept[1].status != "occurred":
            return False
        first, last = bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])
        people = [m.entity for m in self._text.mentions[first:last] if m.label == "PER"]
        for person in people:
            kept[1].participants.setdefault(person, "participant")
        return bool(people)

    def nothing(self) -> None:
        """Forget the subjects: a sentence went by without a trigger."""
        self._subjects.clear()
        self._people = tuple

    def _above(self, sentence: Sentence, span: Span) -> tuple[Actor, ...]:
        """Whom « elle » means that opens a paragraph: the subject of the sentence above, if a woman."""
        opens = next((low for low in sentence.lows[:6] if low in _GENDERS), "")
        if not opens or span[2] != sentence.paragraph - 1:
            return ()
        found = self._subject(sentence, span, False)
        genders = [self._text.context.entities[e].gender for a in found for e in a.entities if a.label == "PER"]
        return found if genders == [_GENDERS[opens]] else ()

    def _subject(self, sentence: Sentence, span: Span, sure: bool) -> tuple[Actor, ...]:
        """The last subject told of; that of a sentence without triggers counts where a word leans on it, as `sure`."""
        for subject in reversed(self._subjects):
            if found := subject():
                return found
        leans = sure or not self._text.rules.words.leaning.isdisjoint(sentence.lows)
        return self._subject_at(span) if leans else ()

    def _subject_at(self, span: Span) -> tuple[Actor, ...]:
        first, last = bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])
        names = list(enumerate(self._text.mentions[first:last], first))
        unread = tokens.sentence(self._text.text, self._text.low, span, names, ())
        return Read(unread, (), self._text).subject

    def _place(self, at: int, town: bool = False, country: bool = False) -> tuple[int, ...]:
        """The last place, town or country named before, within reach; not whose an office is."""
        mentions, entities = self._text.mentions, self._text.context.entities
        for i in range(bisect_left(self._starts, at) - 1, -1, -1):
            if mentions[i].start < at - FAR:
                break
            entity = mentions[i].entity
            fits = not (country or town) or country == context.is_country(entities[entity])
            if mentions[i].label == "LOC" and fits and not self._of_an_office(mentions[i].start):
                return (entity,)
        return ()

    def _of_an_office(self, start: int) -> bool:
        """« l'ambassadeur de France »."""
        words = self._text.low[max(0, start - 40) : start].replace("d'", " de ").split()
        of = words[-1:] in (["de"], ["du"], ["des"]) or words[-2:] == ["de", "la"]
        return of and not self._text.rules.words["offices"].isdisjoint(words[-3:-1])

    def _country(self, start: int, at: int) -> tuple[int, ...]:
        """The country that « le pays » means: named in the sentence before, or what the whole text is about."""
        named = self._text.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, at)]
        here = [m.entity for m in named if context.is_country(self._text.context.entities[m.entity])]
        main = self._text.context.main
        return (here[-1],) if here else main or self._place(at, country=True)


_GENDERS = {"il": "m", "elle": "f"}
FAR = 400
"""How many code points back « y » may point."""


class _Pointer(Generic[Placed]):
    """Walks along mentions or dates, which are in order, as sentences go by."""

    def __init__(self, rows: Sequence[Placed]) -> None:
        self._rows: list[tuple[int, Placed]] = sorted(enumerate(rows), key=lambda row: row[1].start)
        self._at = 0

    def between(self, start: int, end: int) -> list[tuple[int, Placed]]:
        """Those that lie inside a span; spans are asked for in order."""
        rows = self._rows
        while self._at < len(rows) and rows[self._at][1].start < start:
            self._at += 1
        found = []
        for k in range(self._at, len(rows)):
            if rows[k][1].start >= end:
                break
            found.append(rows[k])
        return found
