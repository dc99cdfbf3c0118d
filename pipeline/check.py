"""Are the settings, the rules and the tables sound? Everything that is wrong, at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.config import Config
from pipeline.errors import ConfigError


def check(config: Config, processed: Path) -> Iterator[str]:
    """Lines: what was found sound; raises `ConfigError` with all that is not.

    The settings are sound already, or there were no `config`.
    """
    problems = [problem for load in _rules(config) for problem in _problems_of(load)] or _unproven(config)
    if problems:
        raise ConfigError(problems)
    yield "settings and rules: sound"
    yield from _tables(processed)


def _rules(config: Config) -> Iterator[Callable[[], object]]:
    """What reads the knowledge of each room."""
    from pipeline import clean
    from pipeline.annotate import dates, events
    from pipeline.annotate.names import rules
    from pipeline.gazetteer import Gazetteer
    from pipeline.resolve import corrections
    from pipeline.resolve import rules as linking

    yield lambda: clean.load_rules(config)
    yield lambda: dates.load_rules(config)
    yield lambda: rules.Rules.load(config.french)
    yield lambda: events.load_rules(config)
    yield lambda: Gazetteer.load(config.gazetteer)
    yield lambda: corrections.read(config.corrections)
    yield lambda: linking.linking(config.french)
    yield lambda: linking.well_known(config.french)


def _problems_of(load: Callable[[], object]) -> tuple[str, ...]:
    try:
        load()
    except ConfigError as error:
        return error.problems
    return ()


def _unproven(config: Config) -> list[str]:
    """The examples in the rules themselves that don't hold."""
    from pipeline.annotate import dates, events
    from pipeline.annotate.dates import proof as of_dates
    from pipeline.annotate.events.knowledge import proof as of_events

    unread = (f"{config.french / 'dates.toml'}: {problem}" for problem in of_dates.unproven(dates.load_rules(config)))
    untold = (f"{config.french / 'events'}/{problem}" for problem in of_events.unproven(events.load_rules(config)))
    return [*unread, *untold]


def _tables(processed: Path) -> Iterator[str]:
    from pipeline.tables import TABLES
    from pipeline.write import problems
    from pipeline.write.parquet import load

    found = load(processed)
    if not found:
        yield f"{processed}: there are no tables yet"
        return
    wrong = [f"{processed}: there is no {t.name}.parquet" for t in TABLES if t.name not in found]
    wrong += [f"{processed}: {problem}" for problem in problems(found)] if not wrong else []
    if wrong:
        raise ConfigError(wrong)
    yield f"{processed}: {len(found)} tables, {sum(rows.num_rows for rows in found.values())} rows: sound"
