# ---
# jupyter:
#   jupytext:
#     formats: py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Who meets whom, when and where?
#
# An analyst's question, answered from the tables in `data/processed` with pandas alone. Run `make run` first; open this
# file in Jupyter as a notebook (jupytext), or run it as a script. `PROCESSED=folder` in the environment reads another
# output.

# %%
import os
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

here = Path(globals().get("__file__", "rencontres.py")).resolve().parent
processed = Path(os.environ.get("PROCESSED", here.parent / "data" / "processed"))


def table(name: str) -> pd.DataFrame:
    """One of the tables; lists of structs come as arrays of dicts."""
    return pd.read_parquet(processed / f"{name}.parquet")


documents, people, organisations, places, events = map(
    table, ("documents", "people", "organisations", "places", "events")
)

# %% [markdown]
# ## What there is
#
# A text that repeats another has `duplicate_of`; it counts in no total.

# %%
pd.Series(
    {
        "texts": len(documents),
        "of which repeat another": documents.duplicate_of.notna().sum(),
        "people": len(people),
        "organisations": len(organisations),
        "places": len(places),
        "events": len(events),
    }
)

# %%
documents[["path", "title", "published_on", "n_tokens"]].sort_values("path")

# %% [markdown]
# ## People and their offices
#
# `people.roles` is a list of structs, one for each text that states an office. `explode` makes a row of each,
# `.str["title"]` takes a field out of it. A person without any office has one row, with nothing in it.

# %%
roles = people.explode("roles").reset_index(drop=True)
roles = roles.assign(
    title=roles.roles.str["title"],
    organisation=roles.roles.str["organisation"],
    country=roles.roles.str["country"],
)
offices = (
    roles.dropna(subset=["title"])
    .groupby(["name", "title", "organisation", "country"], dropna=False)
    .size()
    .rename("texts")
    .sort_values(ascending=False, kind="stable")
)
offices.head(20)

# %% [markdown]
# Names under which the same person goes, the most printed first:

# %%
most_printed = people.sort_values(["n_mentions", "name"], ascending=[False, True])
most_printed[["name", "aliases", "n_mentions", "n_documents"]].head(10)

# %% [markdown]
# ## What happened when
#
# `earliest` and `latest` bound the day. An event whose day is not known has neither; it is shown apart, never guessed.

# %%
earliest = pd.to_datetime(events.earliest)
by_year = pd.crosstab(earliest.dt.year.rename("year"), events.type).astype(int)
by_year.index = by_year.index.astype(int)
print(f"{earliest.isna().sum()} of {len(events)} events have no first day")
by_year.tail(10)

# %%
figure, axes = plt.subplots(figsize=(9, 4))
if len(by_year):
    since = by_year[by_year.index >= by_year.index.max() - 15]
    since.plot.bar(stacked=True, ax=axes, width=0.85, colormap="tab20")
    axes.legend(ncols=2, fontsize="small", frameon=False, title=None)
axes.set(title="Events by year and type", xlabel="", ylabel="events")
figure.tight_layout()

# %% [markdown]
# ## Who meets whom
#
# Visits and meetings that took place: not the plans (`status`), not what was denied (`negated`). A row for each
# participant, then every event joined with itself: two people of one event are a pair.

# %%
happened = events[events.type.isin(["visit", "meeting"]) & (events.status == "occurred") & ~events.negated]
who = happened[["event_id", "title", "earliest", "participants"]].explode("participants").dropna(subset="participants")
who = who.assign(entity_id=who.participants.str["entity_id"], name=who.participants.str["name"])
who = who[who.entity_id.isin(people.person_id)].drop(columns="participants")

pairs = who.merge(who[["event_id", "entity_id", "name"]], on="event_id", suffixes=("", "_other"))
pairs = pairs[pairs.entity_id < pairs.entity_id_other]
met = pairs.groupby(["name", "name_other"]).agg(
    times=("event_id", "nunique"), first=("earliest", "min"), last=("earliest", "max")
)
met.sort_values("times", ascending=False, kind="stable").head(15)

# %% [markdown]
# The sentences behind the pair that meets most often. `evidence` is where trust comes from: text and offsets.

# %%
if len(met):
    one, other = met.times.idxmax()
    together = pairs[(pairs.name == one) & (pairs.name_other == other)].event_id
    proof = events[events.event_id.isin(together)].explode("evidence")
    proof = proof.assign(sentence=proof.evidence.str["text"], doc_id=proof.evidence.str["doc_id"])
    proof = proof.merge(documents[["doc_id", "path"]], on="doc_id")
    for row in proof.sort_values(["earliest", "path"]).itertuples():
        print(f"{row.earliest}  {row.title}\n    {row.path}: {row.sentence}")

# %% [markdown]
# ## Where
#
# `places` of an event is a list of identifiers; `explode` and `merge` give them names and coordinates.

# %%
where = happened[["event_id", "type", "places"]].explode("places").merge(places, left_on="places", right_on="place_id")
top = where.groupby(["name", "kind", "country_code"], dropna=False).event_id.nunique().rename("events")
top.sort_values(ascending=False, kind="stable").head(15)

# %%
spots = where.dropna(subset=["latitude"]).groupby(["name", "longitude", "latitude"]).event_id.nunique().reset_index()
figure, axes = plt.subplots(figsize=(9, 4.5))
axes.scatter(spots.longitude, spots.latitude, s=40 * spots.event_id, alpha=0.5)
for spot in spots.nlargest(12, "event_id").itertuples():
    axes.annotate(spot.name, (spot.longitude, spot.latitude), fontsize="small")
axes.set(title="Visits and meetings, by place", xlabel="longitude", ylabel="latitude")
figure.tight_layout()

# %% [markdown]
# ## What is planned
#
# The same tables know what had not happened yet when the texts were written.

# %%
planned = events[events.status == "planned"].sort_values("earliest", na_position="last")
planned[["earliest", "latest", "precision", "type", "title"]].head(15)
