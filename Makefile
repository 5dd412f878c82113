# Needs Python 3.11, pip, git and make; everything else comes from the package registry.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
# A test file runs in one process; what is slow has the machine to itself, since it measures time, memory or workers.
SPREAD := -n auto --maxprocesses 4 --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help setup demo lint types imports test check scores bench test-long pages images clean

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | expand -t 10

setup: $(READY)  ## make the virtual environment

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev,cluster]'
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[ftm]' || \
	  echo 'followthemoney could not be installed (apt-get install g++ pkg-config libicu-dev); its test is skipped' >&2
	touch $@

demo: setup  ## read the example reports into a ledger and print it
	$(BIN)/dateline read examples/*/*.txt examples/*/*.html examples/*/*.jsonl

lint: setup
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks

types: setup
	$(BIN)/mypy

imports: setup
	$(BIN)/lint-imports

test: lint types imports  ## everything that must hold
	$(BIN)/pytest $(SPREAD) -m 'not slow and not long'
	$(BIN)/pytest -m 'slow and not long'

test-long: setup  ## what takes many minutes: a hundred kills, every worker count and engine, archives of a gigabyte
	$(BIN)/pytest -m long

check: lint types imports  ## every day: all but the gold data and what is slow
	$(BIN)/pytest $(SPREAD) -m 'not gold and not slow and not long'

.PHONY: coverage trials mutation fuzz audit

coverage: setup  ## run `make test` once more and say which branches no test takes
	$(BIN)/pytest -m 'not long' --cov --cov-report=term-missing:skip-covered
	$(BIN)/coverage report --fail-under=100 --include='src/dateline/model/*,src/dateline/limits.py,src/dateline/ledger/audit.py'

trials: setup  ## install what `make mutation`, `make fuzz` and `make audit` need
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[trials]'

mutation: trials  ## change the code in 1,300 places and count how often the tests notice; STEP=12 tries one in twelve
	$(BIN)/python -m benchmarks.mutation --step $(or $(STEP),1)

fuzz: trials  ## random bytes for each parser, FUZZ_SECONDS=600 each
	for parser in text html record warc feed codebook import; do \
	  $(BIN)/python -m benchmarks.fuzz $$parser --seconds $(or $(FUZZ_SECONDS),600) || exit 1; done

audit: trials  ## known holes in what Dateline installs; fails where the advisories cannot be reached
	$(BIN)/pip-audit --strict --no-deps --disable-pip --requirement constraints.txt

scores: setup  ## measure against the gold data, where it is at hand
	$(BIN)/python -m benchmarks.scores

bench: setup  ## measure speed and memory on a machine that does nothing else, into docs/benchmarks.md and docs/scale.md
	$(BIN)/python -m benchmarks.bench

pages: setup  ## renew what README.md, the tutorial and the table of caps show
	$(BIN)/python -m tests.docs.test_readme
	$(BIN)/python -m tests.docs.test_tutorial
	$(BIN)/python -m tests.docs.test_settings

images: setup  ## renew the pictures of the pages in docs/images, in about three minutes
	$(BIN)/python -m tests.web.shots

clean:  ## remove the virtual environment and all caches
	rm -rf $(VENV) build src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
