# What can be done here. `make` alone lists it.
# Everything sets itself up: a virtual environment in .venv from the lock files, nothing else on the machine.

PYTHON ?= python3
BIN := .venv/bin
ONCE ?=
PORT ?=

# What is compiled is kept: else each worker of a test run, and each process that a test starts, compiles anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help

.PHONY: help
help: ## List what can be done
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

.venv/.run: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.run
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

.PHONY: setup
setup: .venv/.dev ## Make the virtual environment with everything for developing

.PHONY: demo
demo: .venv/.run ## Play a whole story in the terminal, then keep the page of phones up (ONCE=1: only the story)
	@$(BIN)/bangban demo $(if $(ONCE),--once) $(if $(PORT),--port $(PORT))

.PHONY: check
check: .venv/.dev ## Format, lint, types, import contracts, words
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q tests/locales -p no:cacheprovider

.PHONY: test
test: .venv/.dev ## The whole test suite, on SQLite and a real PostgreSQL (ENGINES=both: every story on each)
	$(BIN)/pytest -q -n 4 --dist worksteal --engines $(or $(ENGINES),spread)

.PHONY: eval
eval: .venv/.run ## How well sentences find their service line: top 1, top 3, urgent recall and precision
	@$(BIN)/python -m bot.evaluate

.PHONY: monkey
monkey: .venv/.dev ## Let people tap and type at random (SEED=1 STEPS=3000) and count what goes wrong
	@$(BIN)/python -m tests.monkey --seed $(or $(SEED),1) --steps $(or $(STEPS),3000)

.PHONY: simulate
simulate: .venv/.dev ## Let a county live for weeks of virtual time (SEED=1 CENTERS=30 DAYS=60): is anything stuck or lost?
	@$(BIN)/python -m tests.county --seed $(or $(SEED),1) --centers $(or $(CENTERS),30) --days $(or $(DAYS),60)

.PHONY: chaos
chaos: .venv/.dev ## Kill the program while people use it, and worse (SEED=1 KILLS=30): is anything lost, or done twice?
	@$(BIN)/python -m tests.chaos --seed $(or $(SEED),1) --kills $(or $(KILLS),30)
.PHONY: bench
bench: .venv/.dev ## How fast it is, against a stock echo bot and at Telegram's limits (about ten minutes; docs/speed.md)
	@$(BIN)/python -m tests.bench --rounds $(or $(ROUNDS),3)

.PHONY: pictures
pictures: .venv/.dev ## Take the README's pictures of the demo in the system's Chromium
	$(BIN)/python scripts/pictures.py

.PHONY: train
train: .venv/.dev ## Learn the suggestion's weights again from the vocabulary and the examples
	$(BIN)/python -m bot.train

.PHONY: format
format: .venv/.dev ## Put the code into its usual form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.PHONY: lock
lock: .venv/.dev ## Pin the newest dependencies that fit pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --upgrade pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --upgrade --extra dev pyproject.toml -o requirements-dev.lock

.PHONY: clean
clean: ## Remove the virtual environment and what tools left behind
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
