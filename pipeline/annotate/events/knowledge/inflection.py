"""Every form of a French verb, made of its infinitive and the models of `configs/fr/events_verbs.toml`."""

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel, ConfigDict

_GRAVE = re.compile(r"é((?:[bcdfgptv][lr]|gn|[gq]u|[^aeiouyéè]))$|e([^aeiouyéè])$")
_FINITE = ("present", "subjunctive", "past")


class Model(BaseModel):
    """A conjugation: whole forms or stems, to be put behind what the verb has before the model's name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    present: tuple[str, ...]
    subjunctive: tuple[str, ...]
    past: tuple[str, ...]
    imperfect: str
    future: str
    participle: str


class Regular(BaseModel):
    """Endings of the verbs in -er where their spelling needs care."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    present: tuple[str, ...]
    subjunctive: tuple[str, ...]
    past: tuple[str, ...]
    participle: str
    accented: tuple[str, ...] = ()


class Conjugation(BaseModel):
    """All of `events_verbs.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    endings: Mapping[str, tuple[str, ...]]
    regular: Regular
    models: Mapping[str, Model]

    def forms(self, infinitive: str) -> dict[str, str]:
        """Each form of a verb with its tense; where two tenses share a form, the first of them.

        The tenses are `infinitive`, `participle`, `present`, `past`, `subjunctive`, `imperfect`, `gerund`,
        `future` and `conditional`.
        """
        found: dict[str, str] = {}
        for tense, form in self._forms(infinitive):
            found.setdefault(form, tense)
        return found

    def _forms(self, infinitive: str) -> Iterator[tuple[str, str]]:
        yield "infinitive", infinitive
        yield from self._regular(infinitive) if infinitive.endswith("er") else self._modelled(infinitive)

    def _modelled(self, infinitive: str) -> Iterator[tuple[str, str]]:
        name = max((m for m in self.models if infinitive.endswith(m)), key=len, default="")
        if not name:
            raise KeyError(f"no model of conjugation for {infinitive!r}")
        root, model = infinitive[: -len(name)], self.models[name]
        for ending in self.endings["participle"]:
            yield "participle", root + model.participle + ("" if _ends_in_s(model, ending) else ending)
        for tense in _FINITE:
            yield from ((tense, root + form) for form in getattr(model, tense))
        yield from self._from_stems(root + model.imperfect, root + model.future)

    def _regular(self, infinitive: str) -> Iterator[tuple[str, str]]:
        stem = infinitive[:-2]
        soft, mute = _softened(stem), _mute(stem, self.regular.accented)
        for ending in self.endings["participle"]:
            yield "participle", stem + self.regular.participle + ending
        for ending in self.regular.present:
            yield "present", (soft if ending.startswith("o") else mute) + ending
        for ending in self.regular.past:
            yield "past", (soft if ending.startswith("a") else stem) + ending
        future = stem if "é" in stem[-3:] else mute  # « célébrera », but « mènera »
        yield from self._from_stems(soft, future + "er")

    def _from_stems(self, imperfect: str, future: str) -> Iterator[tuple[str, str]]:
        yield from (("imperfect", imperfect + ending) for ending in self.endings["imperfect"])
        yield "gerund", imperfect + "ant"
        for tense in ("future", "conditional"):
            yield from ((tense, future + ending) for ending in self.endings[tense])


def _ends_in_s(model: Model, ending: str) -> bool:
    return ending == "s" and model.participle.endswith("s")


def _softened(stem: str) -> str:
    """The stem before a and o: « engage-ait », « annonç-ait »."""
    if stem.endswith("g"):
        return stem + "e"
    return stem[:-1] + "ç" if stem.endswith("c") else stem


def _mute(stem: str, accented: tuple[str, ...]) -> str:
    """The stem before a mute e: « célèbr-e », « mèn-e », « déploi-e », « appell-e »."""
    if stem.endswith(("oy", "uy")):
        return stem[:-1] + "i"
    if stem.endswith(("el", "et")) and not stem.endswith(accented):
        return stem + stem[-1]
    return _GRAVE.sub(lambda m: "è" + (m[1] or m[2]), stem)
