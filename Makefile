# Two commands do everything: `make demo` and `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export QT_QPA_PLATFORM ?= $(if $(DISPLAY)$(WAYLAND_DISPLAY),,offscreen)
GAZETTEER := resources/gazetteer/places.tar.zst
SOURCES := $(wildcard gazetteer/places/*.py gazetteer/places/*/*.py resources/data/*)

.PHONY: help setup system demo run test check lint types contracts test-core test-ui test-e2e wheel gazetteer screenshots clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup: $(VENV)/.ready $(GAZETTEER) ## environment in .venv, command at .venv/bin/toposcope

$(VENV)/.ready: pyproject.toml scripts/system_libraries.sh
	@bash scripts/system_libraries.sh
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev --group build-gazetteer --editable .
	@touch $@

$(GAZETTEER): $(VENV)/.ready $(SOURCES)
	$(BIN)/python -m gazetteer.places.build
	@touch $@

gazetteer: $(VENV)/.ready ## build the bundled gazetteer anew
	$(BIN)/python -m gazetteer.places.build

demo: setup ## open the sample project; without a display: draw it to build/demo
	@bash scripts/demo.sh

run: setup ## open the program
	$(BIN)/toposcope

test: setup check test-core test-ui test-e2e ## everything CI runs

check: lint types contracts ## lint, format, strict types, import contracts

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

contracts: setup
	$(BIN)/lint-imports

test-core: setup
	$(BIN)/python -m pytest tests/core tests/packaging tests/test_architecture.py -q

test-ui: setup
	$(BIN)/python -m pytest tests/ui -q

test-e2e: setup
	$(BIN)/python -m pytest tests/e2e -q

wheel: setup ## a wheel that carries the gazetteer
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

screenshots: setup ## draw the pictures of the manual anew
	@bash scripts/pictures.sh

clean: ## remove what was built, keep the environment
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
