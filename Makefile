# Everything a person or a machine runs. Only Python 3.11+ and make are needed; the rest is set up
# on first use, below .venv/ and .tools/.

PYTHON ?= python3
BIN := .venv/bin
UV_VERSION := 0.13.9
ONCE ?=
CORRECTIONS ?=

.DEFAULT_GOAL := help
.PHONY: help setup demo run test check format lock train bench build deploy clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/ready: requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
	  || { echo "Earshot needs Python 3.11, 3.12 or 3.13; $(PYTHON) is $$($(PYTHON) --version 2>&1). Set PYTHON=... to another." >&2; exit 1; }
	@echo "Setting up .venv ..."
	@test -x .tools/bootstrap/bin/uv || { { $(PYTHON) -m venv .tools/bootstrap || { echo "$(PYTHON) has no venv module: on Debian, apt install python3-venv." >&2; rm -rf .tools/bootstrap; exit 1; }; } && .tools/bootstrap/bin/pip install -qq --disable-pip-version-check uv==$(UV_VERSION); }
	@.tools/bootstrap/bin/uv venv -q --seed --allow-existing --python $(PYTHON) .venv
	@.tools/bootstrap/bin/uv pip install -q --python $(BIN)/python -r requirements/dev.txt -e .
	@touch $@

setup: .venv/ready ## the project's environment

demo: setup ## watch it work, whole, on this machine (ONCE=1 ends by itself)
	@$(BIN)/python -m workbench.demo $(if $(ONCE),--once)

run: setup ## the same stack with your earshot.yaml and real sources, kept between runs
	@$(BIN)/python -m workbench.run

test: setup ## all tests, side by side on two cores
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

check: setup ## format, lint, types, import rules, locks, templates
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m workbench.lock --check
	@$(BIN)/python -m workbench.stack lint

format: setup ## format and mend what can be mended
	@$(BIN)/ruff check --fix-only --quiet . ; $(BIN)/ruff format .

lock: setup ## pin what pyproject.toml asks for
	@$(BIN)/python -m workbench.lock

train: setup ## the text models anew, from the corpus and EARSHOT_SHARED (CORRECTIONS=folder adds an owner's)
	@$(BIN)/python -m workbench.training $(if $(CORRECTIONS),--corrections $(CORRECTIONS))
	@$(BIN)/python -m workbench.answers
	@$(BIN)/python -m workbench.replies

bench: setup ## the measurements, each beside its reference
	@$(BIN)/python -m workbench.bench

build: setup ## what goes to AWS: python3.13, arm64, precompiled
	@$(BIN)/python -m workbench.stack build aws

deploy: build ## guided deployment to AWS
	@$(BIN)/python -m workbench.stack deploy

clean: ## everything that was built or installed here
	@rm -rf .venv .tools .aws-sam .earshot .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
