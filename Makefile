# Everything a fresh clone needs: Python 3.11 or newer, make and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: site test check bench clean

site: $(STAMP)  ## lint the incidents and build the site
	$(BIN)/incident-docs lint
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo "The site is in $(CURDIR)/site; look at it with: $(PYTHON) -m http.server --directory site"

test: $(STAMP) check  ## run everything that can run
	$(BIN)/incident-docs lint --strict
	$(BIN)/python -m pytest -n 2 --ignore-glob='*_in_browser.py' --ignore=tests/engines --cov --cov-report=term --cov-fail-under=100
	$(BIN)/python -m pytest tests/engines
	$(BIN)/python -m pytest -n 2 tests/site/*_in_browser.py

check: $(STAMP)  ## style, types and layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(STAMP)  ## compare with other linters of Markdown, and with a plain site (takes some minutes)
	$(BIN)/python -m tests.bench.commands
	$(BIN)/python -m tests.bench.linters
	$(BIN)/python -m tests.bench.pages
	$(BIN)/python -m tests.bench.sites

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable '.[site,search,notify]' --group dev
	@touch $@

clean:
	rm -rf $(VENV) .bench .engines site .coverage .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
