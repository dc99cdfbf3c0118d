"""The spaCy component `french_dates`: dates in any French pipeline, also a blank one."""

from datetime import date
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.annotate.dates.finder import find
from pipeline.annotate.dates.rules import read_rules
from pipeline.config import CONFIGS
from pipeline.records import DateMention


@Language.factory("french_dates", assigns=["doc.spans", "span._.timex"], default_config={"rules": None})
class FrenchDates:
    """Sets `doc.spans["dates"]`; of each span, `span._.timex` is the `DateMention` it stands for.

    The text's own date is read from `doc._.published_on`, a `datetime.date` or null. `rules` is a folder with
    `dates.toml` and `dates_words.toml`; the project's own if null. A date that cuts a token is widened to it.
    """

    def __init__(self, nlp: Language, name: str, rules: str | None) -> None:
        del nlp, name
        self._rules = read_rules(Path(rules) if rules else CONFIGS / "fr")
        if not Span.has_extension("timex"):
            Span.set_extension("timex", default=None)
        if not Doc.has_extension("published_on"):
            Doc.set_extension("published_on", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Find, then set."""
        return self._set(doc, self._find(doc))

    def _find(self, doc: Doc) -> tuple[DateMention, ...]:
        published_on: date | None = doc._.published_on
        return find(doc.text, published_on, self._rules)

    def _set(self, doc: Doc, mentions: tuple[DateMention, ...]) -> Doc:
        spans = []
        for mention in mentions:
            span = doc.char_span(mention.start, mention.end, label=mention.type, alignment_mode="expand")
            if span is not None:
                span._.timex = mention
                spans.append(span)
        doc.spans["dates"] = filter_spans(spans)
        return doc
