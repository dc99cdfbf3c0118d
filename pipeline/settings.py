"""What `configs/*.toml` may hold. Defaults stand in `configs/default.toml` alone; here are types and bounds."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Ingest(_Section):
    """Reading files."""

    max_characters: int = Field(gt=0)
    max_megabytes: int = Field(gt=0)


class Annotate(_Section):
    """Finding names, dates and events."""

    model: str
    texts_per_batch: int = Field(gt=0)


class Read(_Section):
    """How the texts are shared out; nothing here changes what is read."""

    workers: int | Literal["auto"]
    seconds_per_text: float = Field(gt=0)
    texts_per_transaction: int = Field(gt=0)


class Resolve(_Section):
    """Bringing all texts together."""

    memory_mb: int = Field(ge=100)


class Settings(_Section):
    """Every setting."""

    ingest: Ingest
    annotate: Annotate
    read: Read
    resolve: Resolve
