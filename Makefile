# The one list of commands: what a person runs, CI runs. `make` alone lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
OUT ?= out

# A folder of real BPMN files for tests and benchmarks; tests that need it skip without it.
PROCMAP_CORPUS ?= $(wildcard $(CURDIR)/../shared/corpus)
export PROCMAP_CORPUS
# The name of a service on the machine must not decide what a test sees.
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help demo test test-wheel lint types layers format lock docs site mutate bench bench-maps bench-peers clean

help: ## list these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "procmap needs Python 3.11 or newer; say which with make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

demo: $(READY) ## read the sample municipality, print what is found, write maps and a page to out/
	$(BIN)/procmap demo -o $(OUT)

test: $(READY) ## all tests, the examples in docstrings, README and docs included
	$(BIN)/python -m pytest -n auto tests procmap --doctest-modules

test-wheel: $(READY) ## the tests against the built and installed wheel
	$(BIN)/python tools/test_wheel.py

lint: $(READY) ## style, and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY) ## mypy, strict; and what a type checker sees of the public API
	$(BIN)/mypy
	$(BIN)/mypy tests/typing
	PYTHONPATH=. $(BIN)/basedpyright --verifytypes procmap --ignoreexternal

layers: $(READY) ## which room may import which
	$(BIN)/lint-imports

format: $(READY) ## let ruff format and fix
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(READY) ## generate the pages that are made from code
	$(BIN)/python tools/write_rule_pages.py
	$(BIN)/python tools/write_diagnostic_pages.py
	$(BIN)/python tools/write_figure_pages.py
	$(BIN)/python tools/write_catalogues.py

site: $(READY) ## the documentation as a site, in build/site; a link that leads nowhere fails
	$(BIN)/python tools/build_site.py

mutate: $(READY) ## break rules and graph on purpose for ten minutes, and list what no test notices
	$(BIN)/python tools/mutate.py

bench: $(READY) ## measure speed, as ratios in one run
	$(BIN)/python benchmarks/run.py

bench-maps: $(READY) ## measure drawn maps beside the files' own drawings; WHAT=--all for every file
	$(BIN)/python benchmarks/maps.py $(WHAT)

bench-peers: $(READY) ## measure reading beside pm4py, SpiffWorkflow and bpmn-moddle, installed for this alone
	$(PYTHON) -m venv $(VENV)-peers
	$(VENV)-peers/bin/python -m pip install --quiet --disable-pip-version-check --editable . pm4py SpiffWorkflow
	-npm install --silent --prefix $(VENV)-peers/node bpmn-moddle
	PROCMAP_NODE=$(VENV)-peers/node $(VENV)-peers/bin/python benchmarks/read.py

lock: $(READY) ## pin the newest versions that fit pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group dev --upgrade -o requirements.lock pyproject.toml

clean: ## remove what the other commands made
	rm -rf $(VENV) $(VENV)-peers .venv-wheel build dist $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
