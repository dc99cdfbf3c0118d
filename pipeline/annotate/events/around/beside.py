"""Those who stand beside a whole clause, « en présence de X »: they go with what the clause tells, not with its nouns.

« a présidé le défilé de l'anniversaire de la bataille, en présence de X »: X was at the parade, and at no battle.
"""

from collections.abc import Sequence

from pipeline.annotate.events.around.scene import Scene
from pipeline.annotate.events.drafts import Draft


def taken_in(drafts: Sequence[Draft], scene: Scene) -> None:
    """Whom none of the drafts has goes with the nearest before, or where the sentence opens with them, the first."""
    told = [d for d in drafts if not d.name_only]
    for actor in scene.beside if told else ():
        if any(e in d.participants for d in told for e in actor.entities):
            continue
        before = [d for d in told if d.trigger.start < actor.start]
        draft = max(before, key=lambda d: d.trigger.start) if before else told[0]
        low, high = sorted((draft.trigger.start, actor.start))
        slot = scene.rules.frames[draft.trigger.rule.frame].get(actor.preposition)
        if slot and not {";", ":"} & set(scene.sentence.lows[low:high]):
            draft.participants.update(
                {e: slot.role for e in actor.entities if actor.label in slot.labels and e not in draft.participants}
            )
