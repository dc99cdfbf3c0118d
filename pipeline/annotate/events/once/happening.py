"""A happening as one text tells it: the drafts of all its mentions."""

from dataclasses import dataclass, field

from pipeline.annotate.events.drafts import Draft
from pipeline.records import Days

_STAY = 6
"""So many days between the first and the last of a visit."""


@dataclass(slots=True)
class Happening:
    """The drafts of one happening, in order."""

    drafts: list[Draft]
    reasons: list[str] = field(default_factory=list)

    @property
    def days(self) -> Days:
        """The most precise of the drafts' dates."""
        dated = [d for d in self.drafts if d.days != (None, None)]
        own = [d.days for d in dated if d.attached] or [d.days for d in dated]
        return min(own, key=self._length, default=(None, None))

    def _length(self, days: Days) -> int:
        """A visit's several days say more than one of them."""
        first, last = days
        if not first or not last:
            return 1_000_000
        length = (last - first).days
        return length if length > _STAY or self.drafts[0].type != "visit" else _STAY - length

    @property
    def people(self) -> dict[int, str]:
        """Everyone, with the first role that a draft gives."""
        found: dict[int, str] = {}
        for draft in self.drafts:
            for entity, role in draft.participants.items():
                found.setdefault(entity, role)
        return found

    @property
    def places(self) -> tuple[int, ...]:
        """Every place, in order."""
        return tuple(dict.fromkeys(p for d in self.drafts for p in d.places))

    @property
    def topic(self) -> set[str]:
        """All their words."""
        return {word for d in self.drafts for word in d.topic}
