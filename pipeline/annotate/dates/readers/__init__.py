"""How a rule's match is read: small functions from what filled its slots to a value; null is no reading at all.

A slot that stands twice comes as `point` and `point2`. What a rule gives `with` comes by name. Every public
function of these modules is a reader, and rules call it by its name.
"""

from collections.abc import Callable, Iterator
from types import FunctionType, ModuleType

from pipeline.annotate.dates.readers import clock, points, quantities, relative, spans

Reader = Callable[..., object]


def _public(module: ModuleType) -> Iterator[tuple[str, Reader]]:
    for name, thing in vars(module).items():
        if isinstance(thing, FunctionType) and thing.__module__ == module.__name__ and not name.startswith("_"):
            yield name, thing


READERS: dict[str, Reader] = {
    name: reader for module in (points, relative, spans, quantities, clock) for name, reader in _public(module)
}
