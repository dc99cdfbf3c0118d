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
# # Which texts speak of the same thing?
#
# Groups the articles by the words that they share, names left aside, so that « nucléaire » weighs more than
# « Kazakhstan ». Needs scikit-learn: `pip install 'depeche[cluster]'` (`make test` installs it too). Run `make run`
# first; `PROCESSED=folder` in the environment reads another output.

# %%
import os
import re
from pathlib import Path

import pandas as pd
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

here = Path(globals().get("__file__", "themes.py")).resolve().parent
processed = Path(os.environ.get("PROCESSED", here.parent / "data" / "processed"))

documents = pd.read_parquet(processed / "documents.parquet")
mentions = pd.read_parquet(processed / "mentions.parquet")
texts = documents[documents.duplicate_of.isna()].reset_index(drop=True)

# %% [markdown]
# ## Words, without the names
#
# `mentions` says where the names stand, so they can be cut out exactly.

# %%
spans = {doc_id: group[["start", "end"]].to_numpy() for doc_id, group in mentions.groupby("doc_id")}


def without_names(doc_id: str, text: str) -> str:
    """The text with a space in place of each name."""
    for start, end in sorted(map(tuple, spans.get(doc_id, ())), reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


words = [without_names(row.doc_id, row.text) for row in texts.itertuples()]
long_words = re.compile(r"[^\W\d_]{5,}")  # short French words are mostly grammar

# %% [markdown]
# ## Groups
#
# Texts are put together as long as their distance stays below a threshold; a text like no other stays alone.

# %%
ENOUGH = 3
if len(texts) >= ENOUGH:
    vectorizer = TfidfVectorizer(token_pattern=long_words.pattern, sublinear_tf=True, max_df=0.6)
    weights = vectorizer.fit_transform(words).toarray()
    grouping = AgglomerativeClustering(n_clusters=None, distance_threshold=0.97, metric="cosine", linkage="average")
    texts["theme"] = grouping.fit_predict(weights)
    terms = vectorizer.get_feature_names_out()
    strongest = {
        theme: ", ".join(terms[i] for i in weights[group.index].mean(axis=0).argsort()[::-1][:6])
        for theme, group in texts.groupby("theme")
    }
else:
    texts["theme"], strongest = 0, {0: "too few texts to tell"}

# %%
themes = texts.groupby("theme").agg(texts=("doc_id", "size"), titles=("title", lambda t: list(t.dropna())))
themes.assign(words=themes.index.map(strongest)).sort_values("texts", ascending=False)
