"""Places, countries and what their people are called: `configs/gazetteer`, loaded in a fraction of a second.

Candidates only: which of the namesakes a text means is for those to judge who see the text.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from pipeline.errors import ConfigError
from pipeline.spelling import fold, words


@dataclass(frozen=True, slots=True)
class Place:
    """An entry: `id` is an ISO 3166-1 code, `geonames:<id>`, or `region:`, `site:`, `state:` with a readable name.

    `name` is French; `kind` is that of the table `places`; `country` the ISO 3166-1 alpha-2 code of the state
    it lies in, null where it lies in several. A state of the past has the kind `country` and no code.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    geonames_id: int | None = None


class Gazetteer:
    """What the gazetteer knows, by name, adjective and id.

    >>> from pipeline.config import CONFIGS
    >>> known = Gazetteer.load(CONFIGS / "gazetteer")
    >>> [place.id for place in known.find("la République du Kazakhstan")], known.find("Alma-Ata")[0].name
    (['KZ'], 'Almaty')
    >>> known.demonym("kazakhstanaises"), known.demonym("Britanniques"), known.prefix("sino"), known.demonym("grand")
    ('KZ', 'GB', 'CN', None)
    """

    def __init__(self, countries: list[dict[str, str]], regions: list[dict[str, str]], cities: list[str]) -> None:
        self._countries = countries
        self._named = [(_place(row), row["forms"]) for row in (*countries, *regions)]
        self._cities = cities
        self._by_form: dict[str, list[int]] = {}
        self._by_folded: dict[str, list[Place]] = {}
        for number, line in enumerate(cities):
            for form in line[line.rfind(",") + 1 :].split("|"):
                self._by_form.setdefault(form, []).append(number)
        for form, place in self.names():
            known = self._by_folded.setdefault(fold(form), [])
            if place not in known:
                known.append(place)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the folder; raises `ConfigError` with file and line where one of its tables can't be used."""
        try:
            countries, regions, places = (
                (folder / name).read_text(encoding="utf-8") for name in ("countries.csv", "regions.csv", "places.csv")
            )
            header, *lines = places.splitlines()
            continents = [header, *(line for line in lines if ",continent," in line)]
            named = [*_rows("places.csv", continents), *_rows("regions.csv", regions.splitlines())]
            cities = [line for line in lines if ",city," in line]
            return cls(_rows("countries.csv", countries.splitlines()), named, cities)
        except (OSError, KeyError, ValueError, csv.Error) as error:
            raise ConfigError([f"{folder}: this gazetteer can't be read: {error}"]) from None

    def find(self, form: str) -> tuple[Place, ...]:
        """Every place that can be called so, the most populous first."""
        return self.find_folded(fold(form))

    def find_folded(self, folded: str) -> tuple[Place, ...]:
        """`find` for a form that is folded already."""
        found = [*self._by_folded.get(folded, ()), *(self._city(n) for n in self._by_form.get(folded, ()))]
        return tuple(sorted(found, key=lambda place: (-place.population, place.id)))

    def country(self, code: str) -> Place:
        """The country of an ISO 3166-1 alpha-2 code; raises `KeyError`."""
        place = self.by_id(code)
        if place is None or place.id != place.country:
            raise KeyError(code)
        return place

    def by_id(self, place_id: str) -> Place | None:
        """The entry of an id."""
        number = self._numbers.get(place_id)
        return self._by_id.get(place_id) if number is None else self._city(number)

    def demonym(self, word: str) -> str | None:
        """The country of an adjective or of a people's name, in any inflection."""
        return self.demonym_folded(words(word))

    def demonym_folded(self, word: str) -> str | None:
        """`demonym` for a word that is folded already."""
        return self._demonyms.get(word)

    def prefix(self, word: str) -> str | None:
        """The country of the first half of an adjective: « franco » of « franco-kazakh »."""
        return self.prefix_folded(words(word))

    def prefix_folded(self, word: str) -> str | None:
        """`prefix` for a word that is folded already."""
        return self._prefixes.get(word)

    def capital(self, code: str) -> str | None:
        """The French name of a country's capital."""
        return self._capitals.get(code)

    def demonyms(self) -> Iterator[tuple[str, str]]:
        """Every adjective as written, with its country's code."""
        return ((word, row["id"]) for row in self._countries for word in _split(row["adjectives"]))

    def prefixes(self) -> Iterator[tuple[str, str]]:
        """Every first half of an adjective as written, with its country's code."""
        return ((word, row["id"]) for row in self._countries for word in _split(row["prefixes"]))

    def names(self) -> Iterator[tuple[str, Place]]:
        """Every written form of a country, continent, region or water, with its entry."""
        return ((form, place) for place, forms in self._named for form in (place.name, *_split(forms)))

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {line[: line.index(",")]: number for number, line in enumerate(self._cities)}

    @cached_property
    def _by_id(self) -> dict[str, Place]:
        return {place.id: place for place, _ in self._named}

    @cached_property
    def _demonyms(self) -> dict[str, str]:
        return {words(word): code for word, code in reversed(list(self.demonyms()))}

    @cached_property
    def _prefixes(self) -> dict[str, str]:
        return {words(word): code for word, code in self.prefixes()}

    @cached_property
    def _capitals(self) -> dict[str, str]:
        return {row["id"]: row["capital"] for row in self._countries if row["capital"]}

    def _city(self, number: int) -> Place:
        row = next(csv.reader([self._cities[number]]))
        return _place(dict(zip(_FIELDS, row, strict=True)))


_FIELDS = ("id", "name", "kind", "country", "latitude", "longitude", "population", "geonames_id", "forms")


def _rows(file: str, lines: Iterable[str]) -> list[dict[str, str]]:
    """The rows of a table, its header first; raises `ValueError` where one has not as many cells as the header."""
    reader = csv.reader(lines)
    header = next(reader, [])
    rows = []
    for row in filter(None, reader):
        if len(row) != len(header):
            where = f"{file}: line {reader.line_num}: {','.join(row)}"
            raise ValueError(f"{where}: {len(row)} cells stand there; {len(header)} should: {', '.join(header)}")
        rows.append(dict(zip(header, row, strict=True)))
    return rows


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _place(row: dict[str, str]) -> Place:
    latitude, longitude, population, number = (
        row.get(field) or None for field in ("latitude", "longitude", "population", "geonames_id")
    )
    return Place(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        country=row["country"] or None,
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        population=int(population or 0),
        geonames_id=int(number) if number else None,
    )
