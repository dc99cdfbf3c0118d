"""Annotate: from the text to the names, dates and events that it states.

Takes `Document`s, gives an `AnnotatedDocument` for each, in order. Sees one text at a time: what is said here
follows from that text, the rules, the gazetteer and the model alone. `text[start:end]` is every mention's own
text, mentions do not overlap, and each counts into the text's entities.
"""

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.config import Config
from pipeline.records import AnnotatedDocument, Document

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Annotator:
    """Reads names, dates and events; loads the model once, when it is made."""

    def __init__(self, config: Config) -> None:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # NumPy looks when it is loaded; each worker is a thread
        from pipeline.annotate import dates, events, model

        self.nlp = model.build(config)
        self.batch_size = config.settings.annotate.texts_per_batch
        self.dates = dates.load_rules(config)
        self.events = events.load_rules(config)

    def annotate(self, documents: Sequence[Document]) -> Iterator[AnnotatedDocument]:
        """The documents annotated, in order."""
        texts = [str(document.text) for document in documents]
        for document, doc in zip(documents, self.nlp.pipe(texts, batch_size=self.batch_size), strict=True):
            yield self._annotated(document, doc)

    def _annotated(self, document: Document, doc: "Doc") -> AnnotatedDocument:
        from pipeline.annotate import anchor, dates, events
        from pipeline.annotate.names import entities, roles

        published_on = anchor.own_date(document, self.dates)
        page, names = doc._.page, doc._.names
        held = roles.held(page, names.spans, names.offices)
        mentions, known = entities.resolve(page, names.spans, held, names.offices)
        seen_from = published_on or anchor.period(document, self.dates)
        found = dates.find(page.text, seen_from, self.dates)
        happened = events.find(document, published_on, mentions, known, found, self.events)
        return AnnotatedDocument(document, published_on, len(doc), mentions, known, found, happened)
