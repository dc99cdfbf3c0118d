"""Gold files: what a careful reader wants in the tables, one JSON file per text (tests/gold/README.md)."""

from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import ConfigError

T = TypeVar("T", bound=BaseModel)


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldRole(_Record):
    """An office: title, and its organisation (as text) and country where the text says them."""

    title: str
    organisation: str | None = None
    country: str | None = None
    optional: bool = False


class GoldEntity(_Record):
    """A person, organisation or place; an optional one counts neither way."""

    name: str
    aliases: tuple[str, ...] = ()
    acronym: str | None = None
    roles: tuple[GoldRole, ...] = ()
    kind: str | None = None
    country: str | None = None
    optional: bool = False


class GoldDate(_Record):
    """A time expression, in the order of the text."""

    text: str
    type: str
    value: str | None = None
    earliest: date | None = None
    latest: date | None = None
    optional: bool = False


class GoldEvent(_Record):
    """A happening: `trigger` stands in the sentence that tells of it; `alt_types` are as good ("*": any).

    `certain` is false of a plan, a hope, or what did not take place; null where the gold doesn't say.
    """

    type: str
    trigger: str
    title: str
    earliest: date | None = None
    latest: date | None = None
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    alt_types: tuple[str, ...] = ()
    certain: bool | None = None
    optional: bool = False


class GoldDocument(_Record):
    """What the text as a whole has: null where it has none."""

    title: str | None = None
    published_on: date | None = None
    boilerplate: tuple[str, ...] = ()


class Gold(_Record):
    """The truth of one text."""

    document: GoldDocument
    people: tuple[GoldEntity, ...] = ()
    organisations: tuple[GoldEntity, ...] = ()
    places: tuple[GoldEntity, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    events: tuple[GoldEvent, ...] = ()


Groups = tuple[tuple[tuple[str, str], ...], ...]
"""Groups of (stem of the text's file, name or title) that are one."""


class _Cross(BaseModel):
    people: Groups = ()
    organisations: Groups = ()
    places: Groups = ()
    events: Groups = ()


def read(folder: Path) -> tuple[dict[str, Gold], dict[str, Groups]]:
    """The gold texts of a folder by the stem of their file, and `cross.json` inside or beside it.

    Raises `ConfigError` where there are none, or where one is not as it should be.
    """
    files = sorted(f for f in folder.glob("*.json") if f.name != "cross.json")
    if not files:
        raise ConfigError([f"{folder}: there are no gold files (NAME.json) here"])
    gold = {file.stem: _parse(file, Gold) for file in files}
    cross = next((f for f in (folder / "cross.json", folder.parent / "cross.json") if f.exists()), None)
    return gold, dict(_parse(cross, _Cross)) if cross else {}


def _parse(file: Path, model: type[T]) -> T:
    try:
        return model.model_validate_json(file.read_text(encoding="utf-8"))
    except ValidationError as error:
        from pipeline.config import explain

        raise ConfigError(explain(file, error)) from None
