"""The whole run on one page: `ingest → clean → annotate` on each text, `resolve → write` on all of them.

A room is imported where it is needed: a run that finds nothing to do loads no model.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pipeline import fingerprint, ingest
from pipeline.config import Config
from pipeline.errors import ConfigError
from pipeline.folders import check_folders, store_of
from pipeline.interim import Damaged, Interim, Refusal, Result, result_of
from pipeline.progress import Progress
from pipeline.records import Source
from pipeline.summary import Counts, Stages, Summary
from pipeline.workers import Failure, Workers, cores, shared_out, stopped_by_signals

if TYPE_CHECKING:
    from pipeline.records import AnnotatedDocument, Document

_log = logging.getLogger(__name__)

EVERYDAY = """Le 4 mars 2015, Anne Dupont, ministre de la Culture, a inauguré à Lyon le musée de la photo-
graphie. Depuis deux ans, la ville d'Oslo et l'Organisation des Nations unies (ONU) y travail-
laient.
"""
"""A text with something for every rule that loads a list of words."""

LeftOut = tuple[str, str, str]
"""A row of the table `rejects`: path, reason, detail."""


@dataclass(frozen=True, slots=True)
class RawText:
    """A file to read: `path` is what the tables call it, `key` the hash of all that its result depends on."""

    file: Path
    path: str
    metadata: ingest.MetadataRow | None
    sha256: str
    key: str


def run(
    raw: Path,
    processed: Path,
    config: Config,
    workers: int | None = None,
    interim_folder: Path | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Bring the tables in `processed` up to date with the texts below `raw`.

    Raises `ConfigError` for folders that can't be used, `RunError` where another run is on or the model is
    missing, `OSError` where the machine fails; whatever it raises, the last good tables stand.
    """
    store = store_of(processed, interim_folder)
    check_folders(raw, processed, store)
    with stopped_by_signals():
        try:
            return _run(raw, processed, config, workers, store, Stages(progress))
        except Damaged as damage:
            _log.warning("what was remembered in %s is damaged; every text is read again: %s", store, damage)
            Interim.set_aside(store)
            return _run(raw, processed, config, workers, store, Stages(progress))


def _run(raw: Path, processed: Path, config: Config, workers: int | None, store: Path, stages: Stages) -> Summary:
    with Interim.open(store) as interim:
        interim.give_room(config.settings.resolve.memory_mb, threads=1)  # as long as workers are forked
        counts = read(raw, config, interim, workers, stages)  # each text alone, into what is remembered
        state = interim.state(fingerprint.back(config))
        if (rows := interim.standing(processed, state)) is not None:
            return Summary(counts, rows, stages.seconds, changed=False)

        from pipeline.resolve import resolve
        from pipeline.write import write

        interim.give_room(config.settings.resolve.memory_mb, threads=cores())
        with interim.publication(processed, state) as rows:
            with stages.on("resolve"):
                tables = resolve(interim, config)  # all texts together
            with stages.on("write"):
                write(processed, tables)  # every table or none
            rows |= {name: table.num_rows for name, table in tables.items()}
        return Summary(counts, rows, stages.seconds, changed=True)


def read(raw: Path, config: Config, interim: Interim, workers: int | None, stages: Stages) -> Counts:
    """Have every text below `raw` read, now or by an earlier run, and say which texts and rejects there are."""
    with stages.on("look"):
        texts, rejects = _look(raw, config, interim)
    known = [text for text in texts if interim.knows(text.key)]
    new = [text for text in texts if not interim.knows(text.key)]
    done, failed = _read(new, config, interim, workers, stages) if new else ([], [])
    texts = sorted([*known, *done], key=lambda text: text.path)
    refused = [(text.path, why.reason, why.detail) for text in texts if (why := interim.refusal(text.key))]
    rejects = sorted([*rejects, *failed, *refused])
    interim.enter([(text.path, text.sha256, text.key) for text in texts if not interim.refusal(text.key)], rejects)
    for path, reason, detail in rejects:
        stages.progress.note(f"left out: {path}: {reason}: {detail}")
    return Counts(read=len(new), reused=len(known), rejected=len(rejects))


def _look(raw: Path, config: Config, interim: Interim) -> tuple[list[RawText], list[LeftOut]]:
    """The files as they are now, in order of path, and those that no reader need try."""
    found = ingest.find(raw)
    metadata = ingest.read_metadata(raw)
    front = fingerprint.front(config)
    digests = interim.digests()
    there = {file.path for file in found.files} | {file.path for file in found.rejects}
    if strays := sorted(metadata.keys() - there):
        _log.warning("metadata.csv names what is not there: %s", ", ".join(strays[:5]) + " …" * (len(strays) > 5))
    texts: list[RawText] = []
    rejects = [(file.path, file.reason, file.detail) for file in found.rejects]
    for file in found.files:
        row = metadata.get(file.path)
        try:
            sha256 = digests.of(file.file, file.path)
        except FileNotFoundError:
            rejects.append((file.path, "vanished", "the file went while the run was on"))
        except OSError as error:
            rejects.append((file.path, "failed", f"the file can't be opened: {error.strerror}"))
        else:
            key = fingerprint.key(front, sha256, PurePosixPath(file.path).name, row)
            texts.append(RawText(file.file, file.path, row, sha256, key))
    interim.keep_digests(digests)
    return texts, rejects


def _read(
    new: Sequence[RawText], config: Config, interim: Interim, workers: int | None, stages: Stages
) -> tuple[list[RawText], list[LeftOut]]:
    """Read texts and remember what they gave; gives those that something is known of now, and passing failures."""
    settings = config.settings.read
    number = workers or (cores() if settings.workers == "auto" else settings.workers)
    batches = shared_out(new, number, config.settings.annotate.texts_per_batch)
    done: list[RawText] = []
    failed: list[LeftOut] = []
    with stages.on("load the model"):
        work = Reading(config)
        if len(batches) > 1:
            work.warm_up()
    with (
        stages.on("read", len(new)),
        Workers(work, min(number, len(batches)), settings.seconds_per_text) as crew,
    ):
        outcomes = crew.do(batches)
        while some := list(islice(outcomes, settings.texts_per_transaction)):
            results = [(_as_read(text, result, config), result) for text, result in some if isinstance(result, Result)]
            failures = [(text, failure) for text, failure in some if isinstance(failure, Failure)]
            lasting = [(text, Refusal(why.reason, why.detail)) for text, why in failures if why.lasting]
            interim.keep([(text.key, made) for text, made in results], [(text.key, why) for text, why in lasting])
            done += [text for text, _ in (*results, *lasting)]
            failed += [(text.path, why.reason, why.detail) for text, why in failures if not why.lasting]
            for text, why in failures:
                if why.traceback:
                    _log.error("%s: %s", text.path, why.traceback)
            stages.progress.advance(len(some))
    return done, failed


def _as_read(text: RawText, result: Result, config: Config) -> RawText:
    """The text as its reader found it, should the file have changed since it was looked at."""
    if result.sha256 == text.sha256:
        return text
    name = PurePosixPath(text.path).name
    key = fingerprint.key(fingerprint.front(config), result.sha256, name, text.metadata)
    return replace(text, sha256=result.sha256, key=key)


class Reading:
    """`ingest → clean → annotate`: the work of the workers. Loads rules and model once."""

    def __init__(self, config: Config) -> None:
        from pipeline.annotate import Annotator
        from pipeline.clean import clean, load_rules

        self._settings = config.settings.ingest
        self._clean, self._rules = clean, load_rules(config)
        self._annotator = Annotator(config)

    def warm_up(self) -> None:
        """Have loaded what is loaded when it is first needed, so that workers share it."""
        source = Source("2015-03-04.txt", "", "txt", EVERYDAY)
        list(self.together([self._clean(source, self._rules)]))

    def alone(self, text: RawText) -> "Document":
        """Ingest and clean; raises `Reject`."""
        return self._clean(ingest.read(text.file, text.path, text.metadata, self._settings), self._rules)

    def together(self, documents: "Sequence[Document]") -> Iterator[Result]:
        """Annotate, which is faster in batches."""
        return map(result_of, self.annotated(documents))

    def annotated(self, documents: "Sequence[Document]") -> "Iterator[AnnotatedDocument]":
        """The same before it is made into rows."""
        return self._annotator.annotate(documents)


def read_one(file: Path, config: Config) -> "AnnotatedDocument":
    """What the front half makes of one file; raises `Reject`, and `ConfigError` where there is none."""
    if not file.is_file():
        raise ConfigError([f"{file}: there is no such file"])
    if file.suffix.lower() not in ingest.FORMATS:
        raise ConfigError([f"{file}: {file.suffix or 'no ending'}; {', '.join(sorted(ingest.FORMATS))} can be read"])
    reading = Reading(config)
    (text,) = reading.annotated([reading.alone(RawText(file, file.name, ingest.row_of(file), "", ""))])
    return text
