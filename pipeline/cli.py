"""Arguments in, exit code out; nothing else prints.

Exit 0: done. Exit 1: the run failed, the tables of the last good run still stand. Exit 2: unusable
arguments, configuration or folders.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from pipeline.errors import ConfigError, Reject, RunError

app = typer.Typer(
    name="depeche",
    help="French articles in, tables out: people, organisations, places, events, dates.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Raw = Annotated[Path, typer.Option(help="Folder of the texts, any depth: .txt .md .html .pdf .docx")]
Processed = Annotated[Path, typer.Option(help="Folder of the tables, one Parquet file each")]
ConfigFile = Annotated[
    Path | None, typer.Option(help="Settings; need only hold what differs from configs/default.toml")
]
Interim = Annotated[Path | None, typer.Option(help="Folder of the memory  [default: interim/ beside --processed]")]

RAW = Path("data/raw")
PROCESSED = Path("data/processed")


def main() -> NoReturn:
    """Run the command line; every ending that is no bug is one sentence and an exit code."""
    if sys.platform.startswith("win"):
        _fail("depeche needs Linux or macOS, as its workers are forked; on Windows it runs in WSL", 1)
    try:
        app(standalone_mode=False)
    except typer.Exit as ending:
        sys.exit(ending.exit_code)
    except typer.Abort:
        _fail("stopped", 1)
    except ConfigError as error:
        _fail(str(error), 2)
    except (RunError, Reject) as error:
        _fail(str(error), 1)
    except OSError as error:
        _fail(f"the run failed: {_about(error)}; the tables of the last good run still stand", 1)
    except KeyboardInterrupt:
        _fail("stopped", 130)
    except Exception as error:
        if not hasattr(error, "format_message"):  # a bug flies; what typer says of the arguments does not
            raise
        _fail(error.format_message(), 2)
    sys.exit(0)


@app.command(
    epilog="Example: depeche run --raw articles --processed tables",
    short_help="Bring the tables up to date with the texts.",
)
def run(
    raw: Raw = RAW,
    processed: Processed = PROCESSED,
    config: ConfigFile = None,
    workers: Annotated[str | None, typer.Option(help="How many processes read: a number, or auto")] = None,
    interim: Interim = None,
) -> None:
    """Bring the tables in --processed up to date with the texts below --raw.

    Only new and changed texts are read. A file that can't be used costs one row in rejects.parquet.
    """
    from pipeline import config as configuration
    from pipeline import run as whole
    from pipeline.progress import progress

    settings, number = configuration.load(config), _number_of(workers)
    with progress(sys.stderr) as shown:
        summary = whole.run(raw, processed, settings, number, interim, shown)
    _say(summary.lines())


@app.command(
    epilog="Example: depeche explain data/raw/lettre_12.txt", short_help="Show what each stage made of a text."
)
def explain(
    file: Annotated[Path, typer.Argument(help="A text")],
    config: ConfigFile = None,
) -> None:
    """Show what each stage made of one text.

    The cleaned text and what cleaning dropped, names with the rule or model that found them, dates with
    rule, value and anchor, events with their parts.
    """
    from pipeline import config as configuration
    from pipeline import run as whole
    from pipeline.explain import explain as explained

    _say(explained(whole.read_one(file, configuration.load(config))))


@app.command(epilog="Example: depeche why FR", short_help="Say why mentions were taken for one.")
def why(
    identifier: Annotated[str, typer.Argument(help="Of a person, organisation, place or event")],
    processed: Processed = PROCESSED,
) -> None:
    """Say why the mentions of a person, organisation, place or event were taken for one, and where they stand."""
    from pipeline.why import why as reasons

    _say(reasons(identifier, processed))


@app.command(
    epilog="Example: depeche evaluate --gold tests/gold",
    short_help="Score the tables against a gold standard.",
)
def evaluate(
    gold: Annotated[Path, typer.Option(help="Folder of gold files, one NAME.json per text (tests/gold/README.md)")],
    processed: Processed = PROCESSED,
    misses: Annotated[bool, typer.Option(help="List what was missed and what was too much")] = True,
) -> None:
    """Print precision, recall and F1 by table, and the list of misses."""
    from pipeline.evaluate import evaluate as scored

    report = scored(gold, processed)
    _say(report.table())
    if misses:
        _say(report.misses())


@app.command(epilog="Example: depeche check --config my.toml", short_help="Validate the configuration and the tables.")
def check(config: ConfigFile = None, processed: Processed = PROCESSED) -> None:
    """Validate the configuration, every rule of configs/fr/, and the tables' keys."""
    from pipeline import config as configuration
    from pipeline.check import check as checked

    _say(checked(configuration.load(config), processed))


@app.command(
    epilog="Example: depeche dates < cases.jsonl > found.jsonl",
    short_help="Read time expressions, JSON lines.",
)
def dates(config: ConfigFile = None) -> None:
    """Read time expressions, without a model.

    Each line in is {"id", "text", "reference"}, each line out {"id", "dates": [...]}.
    """
    import io

    from pipeline import config as configuration
    from pipeline.annotate.dates import load_rules
    from pipeline.annotate.dates.filter import answer

    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")
    _say(answer(lines, load_rules(configuration.load(config))))


@app.command(hidden=True)
def docs(
    readme: Annotated[Path, typer.Argument(help="The README to bring up to date")], processed: Processed = PROCESSED
) -> None:
    """Write the data dictionary and a few events of the tables into the README."""
    from pipeline.readme import with_dictionary, with_sample

    text = with_dictionary(readme.read_text(encoding="utf-8"))
    readme.write_text(with_sample(text, processed), encoding="utf-8")


def _number_of(workers: str | None) -> int | None:
    if workers is None or workers == "auto":
        return None
    if not workers.isdecimal() or int(workers) < 1:
        raise ConfigError([f"--workers: {workers!r} stands there; a number from 1 up, or auto, should"])
    return int(workers)


def _about(error: OSError) -> str:
    where = f": {error.filename}" if error.filename else ""
    return f"{error.strerror or error}{where}"


def _say(lines: Iterable[str]) -> None:
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    try:
        for line in lines:
            print(line, file=out)
        out.flush()
    except BrokenPipeError:  # the reader has seen enough: `depeche explain … | head`
        sys.stderr.close()
        raise typer.Exit(0) from None


def _fail(sentence: str, code: int) -> NoReturn:
    print(sentence, file=sys.stderr)
    sys.exit(code)
