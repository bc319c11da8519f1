# What a newcomer types. Every target sets itself up first; README gives the same as plain commands.

BIN := .venv/bin
# The first Python on this machine that is new enough; `make setup PYTHON=…` takes another.
PYTHON = $(shell for python in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

# Compiled once, not anew by every process of a test run, whatever the shell this is typed in says.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup demo run test check bench faults zones year format lock

setup: .venv/.linli

# The packages, exactly those of the lock, into a fresh environment.
.venv/.packages: requirements.lock
	@test -n "$(PYTHON)" || { echo "Linli needs Python 3.11 or newer, and there is none on this machine."; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@touch $@

# Linli itself, in place: what you edit is what runs.
.venv/.linli: .venv/.packages pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup
	$(BIN)/linli demo

run: setup
	$(BIN)/linli run

test: setup
	$(BIN)/pytest -n 3 --dist loadfile

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

bench: setup
	$(BIN)/python -m tests.bench

# Deaths at every point, odd updates, then the long campaign of kills (hours; nice to run in the background). Ended, it
# goes on where it was. `make test` has a short one of each. What it saw: docs/faults.md.
faults: setup
	$(BIN)/python -m tests.faults --points
	$(BIN)/python -m tests.faults --fuzz 100000
	$(BIN)/python -m tests.faults

# Every zone of the world for ten years of visits (some minutes); `make test` has a few zones.
zones: setup
	$(BIN)/python -m tests.zones

# 3,000 households for a year of virtual time (hours; nice to run in the background). Ended, it goes on where it was.
year: setup
	$(BIN)/python -m tests.year

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# After a change of dependencies in pyproject.toml; needs uv. The lock names no host.
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --quiet --output-file requirements.lock
