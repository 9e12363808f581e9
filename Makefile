# Each target sets up what it needs; a second time costs next to nothing.
.DEFAULT_GOAL := help
.PHONY: help run test test-full lint fmt messages screens bench pins clean setup setup-dev setup-test

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
PYTEST := $(BIN)/python -m pytest
RULES := --confcutdir=tests/rules -p no:django tests/rules
HOUSE := --ignore=tests/rules
MO := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/django.po))
VENDOR := static/vendor/bootstrap.min.css
STATIC := var/static/staticfiles.json

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: setup  ## start the system with demonstration data (PORT=8000 HOST=127.0.0.1)
	@tools/system.sh run
	@$(MANAGE) migrate --verbosity 0
	@$(MAKE) --silent $(STATIC)
	@echo "Loading the demonstration data, if they are not there yet; that takes half a minute."
	@$(MANAGE) load_samples
	@exec $(MANAGE) serve --host $(or $(HOST),127.0.0.1) --port $(or $(PORT),8000)

test: setup-test  ## the gate: all tests but the slow ones
	@$(call tests,not slow)

test-full: setup-test  ## the gate and what takes longer
	@$(call tests,slow or not slow)

# Every part runs, so that one failure does not hide another. $(1): which tests.
define tests
status=0; \
$(PYTEST) -n auto -m "$(1)" $(RULES) || status=1; \
$(PYTEST) -n auto --dist worksteal -m "$(1)" $(HOUSE) || status=1; \
DATABASE=sqlite $(PYTEST) -m "main_walk and ($(1))" $(HOUSE) || status=1; \
exit $$status
endef

lint: setup-dev  ## style, types, layers, migrations, translations
	@tools/system.sh messages
	@status=0; \
	$(BIN)/ruff check . || status=1; \
	$(BIN)/ruff format --check . || status=1; \
	$(BIN)/mypy . || status=1; \
	$(BIN)/djlint --lint --quiet templates || status=1; \
	$(BIN)/lint-imports --no-cache || status=1; \
	$(MANAGE) makemigrations --check --dry-run || status=1; \
	$(BIN)/python tools/messages.py || status=1; \
	exit $$status

fmt: setup-dev  ## put the style right where a machine can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: setup-dev  ## collect the interface's sentences for translation
	@tools/system.sh messages
	$(MANAGE) makemessages --locale zh_Hans --no-obsolete --add-location file \
		--ignore var --ignore node_modules --ignore tests

screens: setup-test  ## a picture of every page for each role, into var/screens
	$(PYTEST) -n auto --dist worksteal -m slow tests/test_screens.py

bench: setup-test  ## measured figures beside their budgets
	$(BIN)/python -m tools.bench

pins: setup-dev  ## pin what pyproject.toml names (newest versions: UPGRADE=--upgrade)
	$(BIN)/uv pip compile --quiet $(UPGRADE) --generate-hashes --no-emit-index-url --no-header \
		--python-version 3.11 pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet $(UPGRADE) --generate-hashes --no-emit-index-url --no-header \
		--python-version 3.11 --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean:  ## remove what make made, but the data in var/
	rm -rf .venv node_modules static/vendor var/static
	rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	rm -f $(MO)

setup:
	@tools/fresh.sh requirements.txt
	@$(MAKE) --silent $(VENDOR) $(MO)

setup-dev:
	@tools/fresh.sh requirements-dev.txt
	@$(MAKE) --silent $(VENDOR) $(MO)

setup-test: setup-dev
	@tools/system.sh test

$(VENDOR): package-lock.json tools/frontend.py
	@$(BIN)/python tools/frontend.py

$(STATIC): $(shell find static -type f) requirements.txt
	@$(MANAGE) collectstatic --no-input --clear --verbosity 0

%.mo: %.po
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@ --locale zh_Hans
