# One virtual environment for everything, made once from the lock. `make help` lists the targets.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
ARGS ?=

# The first Python that is new enough; PYTHON=/path/to/python chooses another one.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$name -c '$(NEW_ENOUGH)' >/dev/null 2>&1; then command -v $$name; break; fi; done)

# Two processes, because the tests are meant for two cores; ARGS=-n0 takes one.
TWO_AT_ONCE := -n 2 --dist worksteal
POSTGRES_TESTS := $(wildcard tests/db tests/services tests/scenarios)
SOAK_TESTS := $(wildcard tests/crash tests/walks tests/kill tests/hostile tests/machine)

# What the tests start as programs of their own would be compiled anew at every start.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo run test test-postgres check bench soak texts lock clean

help:  ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r target words; \
		do printf '%-22s %s\n' "$$target" "$$words"; done

demo: $(READY)  ## the shop, two people and the bot on this machine: no token, no network
	$(BIN)/lapak demo $(ARGS)

run: $(READY)  ## the bot on Telegram, with the settings of .env
	$(BIN)/lapak run $(ARGS)

test: $(READY)  ## all tests, on SQLite
	$(BIN)/pytest $(TWO_AT_ONCE) $(ARGS)

test-postgres: $(READY)  ## the tests that touch a database, on a real PostgreSQL out of a wheel
	LAPAK_TEST_DATABASE=postgres $(BIN)/pytest $(TWO_AT_ONCE) $(POSTGRES_TESTS) $(ARGS)

check: $(READY)  ## style, types, layers and the rules of the house
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest tests/architecture

bench: $(READY)  ## what an update costs: CPU, statements, commits
	$(BIN)/python -m tests.bench 2>/dev/null

soak: $(READY)  ## crash points and random walks in full counts
	@test -n "$(SOAK_TESTS)" || { echo 'There is nothing to soak yet.' >&2; exit 1; }
	LAPAK_SOAK=1 $(BIN)/pytest $(SOAK_TESTS) $(ARGS)

texts: $(READY)  ## bring the catalogues up to date with the sentences of the screens
	$(BIN)/python -m tools.texts

lock: $(READY)  ## write requirements.lock anew from pyproject.toml
	@command -v uv >/dev/null || test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet uv
	PATH="$$PATH:$(abspath $(BIN))" uv pip compile pyproject.toml --extra postgres --group dev \
		--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-strip-extras --upgrade \
		--quiet --output-file requirements.lock

clean:  ## remove the environment and what tools left behind; databases in var/ stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf .coverage *.egg-info build
	find bot store sandbox cli tests -name __pycache__ -type d -prune -exec rm -rf {} +

# uv is faster where it is installed; plain Python and pip are enough.
$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo 'Lapak needs Python 3.11 or newer, and none was found.' >&2; \
		echo 'Install it (Debian: apt install python3 python3-venv), or say: make PYTHON=/path/to/python3.11' >&2; \
		exit 1; }
	@$(PYTHON) -c '$(NEW_ENOUGH)' || { echo 'Lapak needs Python 3.11 or newer; this one is older:' >&2; \
		$(PYTHON) --version >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || command -v uv >/dev/null || { \
		echo 'This Python cannot make an environment (Debian: apt install python3-venv).' >&2; exit 1; }
	@echo 'Making $(VENV) (once; about a minute) ...'
	@if command -v uv >/dev/null; then \
		test -x $(BIN)/python || uv venv --quiet --python "$(PYTHON)" $(VENV); \
		uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock && \
		uv pip install --quiet --python $(BIN)/python --no-deps --editable .; \
	else \
		test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV); \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check \
			--require-hashes -r requirements.lock && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .; \
	fi
	@touch $@
