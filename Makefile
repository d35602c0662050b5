# Two commands for a newcomer: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
SPARK = $(VENV)/spark

.PHONY: demo serve test test-cluster check lint types contracts journeys client clean

demo: $(VENV)/.installed
	$(BIN)/huiyin demo

serve: $(VENV)/.installed
	$(BIN)/huiyin serve

test: $(VENV)/.dev
	$(BIN)/pytest -n auto -m "not journey"
	$(BIN)/pytest -n 2 --dist worksteal -m journey

test-cluster: $(VENV)/.dev $(SPARK)/.installed
	SPARK_HOME=$$(echo $(abspath $(SPARK))/lib/python3.*/site-packages/pyspark) \
	$(BIN)/pytest -p no:randomly -v tests/processes/test_cluster.py tests/processes/test_postgres.py tests/processes/test_spark.py

check: $(VENV)/.dev lint types contracts test

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

contracts: $(VENV)/.dev
	$(BIN)/lint-imports

journeys: $(VENV)/.dev
	$(BIN)/pytest -n 2 --dist worksteal -m journey

client: $(VENV)/.dev
	$(BIN)/python hatch_build.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/pip install --quiet -e .
	touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(BIN)/pip install --quiet -e '.[dev]'
	touch $@

# Apart from the rest: Spark itself and the client that asks it are packages of one name.
$(SPARK)/.installed:
	$(PYTHON) -m venv $(SPARK)
	$(SPARK)/bin/pip install --quiet 'pyspark>=4.2,<5'
	touch $@

clean:
	rm -rf $(VENV) build dist ui/node_modules src/huiyin/web/static
