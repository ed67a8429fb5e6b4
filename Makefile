# What a developer does, by name. `make demo` and `make test` each set up whatever they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test lint bench names fonts schema docs clean

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv --clear $(VENV)
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[pdf,dev]'
	touch $(READY)

demo: $(READY)  ## Set up, then print the documents of the shipped store under build/.
	$(BIN)/dealer check
	$(BIN)/dealer jd --all --out build/zh --doc-lang zh
	$(BIN)/dealer jd --all --out build/en --doc-lang en
	$(BIN)/dealer sheet kpi --all --out build/zh --doc-lang zh
	$(BIN)/dealer chart --format pdf --out build/zh --doc-lang zh
	$(BIN)/dealer book --format docx --format pdf --out build/zh --doc-lang zh

test: lint  ## Set up, then every test and every lint.
	$(BIN)/python -m compileall -q dealer_cli  # as it is once installed: hundreds of tests start a process of their own
	$(BIN)/python -m pytest

lint: $(READY)  ## ruff, mypy strict, import-linter.
	$(BIN)/ruff check dealer_cli tests
	$(BIN)/ruff format --check dealer_cli tests
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)  ## The table of design numbers, measured here and now.
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[pdf,dev,bench]'
	$(BIN)/python -m tests.bench

names: $(READY)  ## The tables of the look-up by name, and the lists that test it, again from the catalog, pypinyin and OpenCC.
	$(BIN)/python -m tests.naming.generate

fonts: $(READY)  ## The fonts of the PDF again, from Noto Sans CJK.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uharfbuzz==0.57.0 manimgx-fonts-cjk==2026.9.26.post1
	$(BIN)/python -m tests.fonts.generate

schema: $(READY)  ## The JSON Schemas again from the models.
	$(BIN)/dealer schema

docs: $(READY)  ## The pages of docs/ that are made: rules from the rules, the picture of the chart from the catalog.
	$(BIN)/dealer --lang en rules -f markdown=docs/rules.md
	$(BIN)/dealer --lang zh rules -f markdown=docs/rules.zh.md
	$(BIN)/dealer chart --format svg --doc-lang en --out build/docs/en && cp build/docs/en/*.svg docs/chart.svg
	$(BIN)/dealer chart --format svg --doc-lang zh --out build/docs/zh && cp build/docs/zh/*.svg docs/chart.zh.svg

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
