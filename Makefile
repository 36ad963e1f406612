# Needs Python 3.11 or newer, make, and a package index. `make help` says what there is.

PYTHON ?= python3
PORT ?= 8000
TOGETHER ?= 2
MINUTES ?= 20
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
ASSETS := static/vendor/ready
PEERS := .venv-bench/ready

export PATH := $(CURDIR)/$(BIN):$(PATH)
# Hundreds of processes are started in the tests: none is to compile the modules again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup assets serve test lint types imports unit scripts data format docs pictures bench audit interrupt fuzz soak lock clean

help: ## Say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## Make the environment in .venv and install everything, pinned

$(READY): requirements.lock pyproject.toml hatch_build.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "escwg-map needs Python 3.11 or newer; name one with 'make PYTHON=python3.11 …'"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

assets: $(ASSETS) ## Build the front-end libraries into static/vendor

$(ASSETS): $(READY) package.json package-lock.json tools/assets.py static/css/govuk-frontend.scss
	npm ci --omit=optional --ignore-scripts --no-audit --no-fund --loglevel=error
	python tools/assets.py
	touch $@

serve: $(ASSETS) ## Serve the map on 127.0.0.1:8000, or on another port with PORT=8001
	escwg-map serve --port $(PORT)

test: lint types imports data scripts unit ## Check everything, as continuous integration does

lint: $(READY) ## Check style and format
	ruff check .
	ruff format --check .

types: $(READY) ## Check types
	mypy

imports: $(READY) ## Check that imports run one way
	lint-imports

data: $(READY) ## Check the shipped register and boundaries
	escwg-map check

scripts: $(ASSETS) ## Test the scripts' pure functions
	node --test "tests/js/*.test.js"

unit: $(ASSETS) ## Run the tests, those in a browser included where there is one
	pytest -n $(TOGETHER) --dist loadfile --no-loadscope-reorder --cov --cov-report=term-missing:skip-covered

format: $(READY) ## Put the code into the house's format
	ruff check --fix .
	ruff format .

docs: $(READY) ## Renew what is generated: the data package, the data README's columns, five pages of docs/
	python tools/docs.py

pictures: $(ASSETS) ## Take a picture of every page, on a phone and on a desk, into docs/pictures
	python tools/pictures.py

bench: $(ASSETS) $(PEERS) ## Measure how fast it is beside its peers, all of it or PARTS="requests …", into docs/performance.md
	PYTHONPATH=tests:tools python -m bench $(PARTS)
	python tools/docs.py

$(PEERS): bench/requirements.lock bench/package-lock.json
	test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r bench/requirements.lock
	cd bench && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

audit: $(READY) ## Ask for advisories about every package, and list them all as CycloneDX in build/
	python tools/audit.py

interrupt: $(ASSETS) ## Interrupt every writer at each of its steps and at random moments; starve what reads files
	PYTHONPATH=tests python -m reliability.crash --all
	PYTHONPATH=tests python -m reliability.kills
	PYTHONPATH=tests python -m reliability.power_cut
	PYTHONPATH=tests python -m reliability.starved

fuzz: $(ASSETS) ## Give every door what nobody would think of, by the thousand: network, raw bytes and files
	PYTHONPATH=tests python -W ignore -m reliability.fuzz
	PYTHONPATH=tests python -m reliability.executed

soak: $(ASSETS) ## Serve under load for MINUTES=20 while data changes and workers die; overload; switch and read
	PYTHONPATH=tests python -W ignore -m reliability.soak --minutes $(MINUTES)
	PYTHONPATH=tests python -m reliability.switched

lock: $(READY) ## Renew the locked requirements and packages, those of the bench too, from the loose requirements
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-strip-extras --quiet --upgrade --output-file requirements.lock
	uv pip compile bench/requirements.in --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-strip-extras --quiet --upgrade --output-file bench/requirements.lock
	npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --loglevel=error
	cd bench && npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --loglevel=error

clean: ## Take away everything that was built
	rm -rf $(VENV) .venv-bench node_modules bench/node_modules static/vendor dist build
