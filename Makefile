# `make` prints the commands; the text after ## is their help.
# Nothing has to be installed first: each command makes the environment it needs (scripts/environment.sh).

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help

export NO_MKDOCS_2_WARNING := 1
export PYTHONPYCACHEPREFIX := $(CURDIR)/.cache/pycache
unexport PYTHONDONTWRITEBYTECODE # so that no command compiles anew what has not changed

python := .venv/bin/python

.PHONY: help
help: ## print these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' Makefile

# --- environment ---------------------------------------------------------------------------------

.venv/requirements.txt: requirements.txt
	@scripts/environment.sh requirements.txt

.venv/requirements-dev.txt: requirements-dev.txt .venv/requirements.txt
	@scripts/environment.sh requirements-dev.txt

# --- build ---------------------------------------------------------------------------------------
# What has changed is found with find, not with prerequisites: names of sources may hold spaces. A stamp bears
# the time at which its build began, so that an edit made during the build counts; docs/ is compared with its end,
# when the cache was written, or when site/ was made, which links files of docs/ and so changes their ctime. One process builds docs/ and site/ where both are old: to start another takes too long.
# What was deleted is seen by the list of files at the end of the last build; pages written by hand come back from git.

newer = $(if $(wildcard $(1)),$(shell find $(2) -name __pycache__ -prune -o -cnewer $(1) -print -quit 2>/dev/null),$(1))

files_of = find $(1) -type f -print 2>/dev/null | LC_ALL=C sort
other_files = $(shell $(call files_of,$(1)) | cmp -s - .cache/$(1).files || echo force)

docs_parts := $(call newer,.cache/docs.begin,source_texts scripts)$(call newer,.cache/docs.end,docs)$(call other_files,docs)
site_parts := $(docs_parts)$(call newer,site/index.html,.cache/docs.end)$(call newer,.cache/site.begin,overrides mkdocs.yml)$(call other_files,site)

define open_cache
	mkdir -p .cache 2>/dev/null || true
	if [ ! -d .cache ] || [ "$$(find .cache -maxdepth 1 ! -writable -print -quit)" ]; then
		echo "error: .cache: 不能写入 → 给这个用户读写的权限（chmod -R u+rwX .cache）；.cache 是文件的，移走" >&2
		exit 2
	fi
endef

define begin_docs
	$(open_cache)
	git ls-files -z --deleted -- ':(attr:-linguist-generated)docs' 2>/dev/null | git checkout-index -z --stdin 2>/dev/null || true
	begin=$$(date +%s.%N)
endef

define end_docs
	touch -d "@$$begin" .cache/docs.begin
	$(call files_of,docs) >.cache/docs.files
	touch -r .cache/docs/results.sqlite .cache/docs.end
endef

.PHONY: docs
docs: .cache/docs.end ## build docs/ (Markdown and JSON) from source_texts/; every problem, not the first ten: ALL=1
.cache/docs.end: .venv/requirements.txt $(if $(docs_parts),force)
	@$(begin_docs)
	$(python) scripts/build_docs.py --sources source_texts --docs docs --strict --cache .cache/docs $(if $(ALL),--all)
	$(end_docs)

.PHONY: site
site: site/index.html ## build site/ from the sources; for publishing: SITE_URL=https://name/ make site
address := $(shell cat .cache/site.address 2>/dev/null)
site/index.html: .venv/requirements.txt $(if $(site_parts)$(filter-out "$(address)","$(SITE_URL)"),force)
	@$(begin_docs)
	$(python) scripts/build_site.py $(if $(docs_parts),--sources source_texts)
	$(if $(docs_parts),$(end_docs))
	[ "$$(find docs -newer .cache/docs.end -print -quit)" ] || touch .cache/docs.end
	touch -d "@$$begin" .cache/site.begin
	echo "$${SITE_URL:-}" > .cache/site.address
	touch $@
	$(call files_of,site) >.cache/site.files
	echo "site/index.html is ready; make publish adds the downloads: bundle, packs, prints"

.PHONY: candidates
candidates: .venv/requirements.txt ## propose new terms for the glossary (from some sources only: SOURCES="003.txt 004.txt")
	@$(python) scripts/candidates.py --sources source_texts $(SOURCES)

.PHONY: serve
serve: .venv/requirements.txt ## serve the site on http://127.0.0.1:8000 and rebuild it on each change
	@$(python) scripts/serve.py

.PHONY: publish
publish: site printer ## build site/ with all its downloads: bundle, packs, prints; for publishing: SITE_URL=https://name/ make publish
	@$(open_cache)
	$(python) scripts/publish.py
	$(call files_of,site) >.cache/site.files

.PHONY: printer
printer: .venv/requirements.txt
	@scripts/environment.sh printer || true # without its libraries nothing is printed, but all else is made

.PHONY: bundle
bundle: site ## pack the site for use without a network into dist/
	@$(python) scripts/bundle.py

.PHONY: pack
pack: .venv/requirements.txt printer ## make a study pack in dist/: make pack PACK=sanyansanshi, or LEVEL=town, TERM=六问, NOTICE=003; print some parts only: PRINT="documents questions"
	@$(python) scripts/pack.py $(if $(PRINT),--print "$$PRINT") $(which_pack)

# Every terminal has a TERM; one of the command line is meant.
which_pack = $(if $(LEVEL),--level "$$LEVEL",$(if $(filter command,$(origin TERM)),--term "$$TERM",$(if $(NOTICE),--notice "$$NOTICE",$(named_pack))))
named_pack = "$${PACK:?name a file of source_texts/packs: make pack PACK=sanyansanshi}"

.PHONY: verify-bundle
verify-bundle: .venv/requirements.txt ## check a bundle byte for byte: make verify-bundle FILE=dist/….zip
	@$(python) scripts/verify_bundle.py "$${FILE:?name the bundle: make verify-bundle FILE=dist/….zip}"

.PHONY: force
force:

.PHONY: report
report: .venv/requirements.txt ## list what needs an editor's eye; for machines: make report JSON=1
	@$(python) scripts/report.py --sources source_texts $(if $(JSON),--json)

.PHONY: doubts
doubts: .venv/requirements.txt ## list signs that documents were misread; of other documents: make doubts FOLDER=DIR, with DIR/notices/
	@$(python) scripts/doubts.py --sources "$(or $(FOLDER),source_texts)" $(if $(JSON),--json)

.PHONY: new
new: .venv/requirements.txt ## take a new notice in, with a file for your decisions: make new SOURCE=FILE
	@$(python) scripts/new_notice.py --sources source_texts "$${SOURCE:?name the file as received: make new SOURCE=FILE}"

.PHONY: rename
rename: .venv/requirements.txt ## rename a notice and keep its addresses: make rename OLD=003.txt NEW=通知.txt
	@$(python) scripts/rename_notice.py --sources source_texts "$${OLD:?name the file in notices/: make rename OLD=003.txt NEW=通知.txt}" "$${NEW:?name the new file: make rename OLD=003.txt NEW=通知.txt}"

.PHONY: record-addresses
record-addresses: .venv/requirements.txt ## record the addresses of new pages as published: from then on none may be lost
	@$(python) scripts/record_addresses.py --sources source_texts

# --- checks --------------------------------------------------------------------------------------

.PHONY: test
test: browser ## run every test, the browser's too
	@$(python) -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

.PHONY: test-long
test-long: browser ## run the tests that take minutes
	@$(python) -m pytest -m long

.PHONY: mutants
mutants: .venv/requirements-dev.txt ## change rules line by line and see which change no test notices: make mutants N=200 SEED=1
	@$(python) -m tests.mutants --count $(or $(N),200) --seed $(or $(SEED),1) $(if $(ROOMS),--rooms $(ROOMS))

.PHONY: evaluate
SHARED ?= ../shared
evaluate: .venv/requirements-dev.txt ## measure how documents with known readings are understood; VERBOSE=1 lists what is wrong
	@$(python) -m tests.evaluation --shared $(SHARED) --check $(if $(BASE),--base $(BASE)) $(if $(VERBOSE),--verbose)

.PHONY: lint
lint: .venv/requirements-dev.txt linters ## check style and types: Python, scripts, style sheets, workflows
	@$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy
	$(python) -m yamllint --strict .
	node_modules/.bin/eslint
	node_modules/.bin/tsc
	node_modules/.bin/stylelint 'overrides/**/*.css'

.PHONY: linters
linters:
	@scripts/environment.sh linters

.PHONY: check-docs
check-docs: .venv/requirements.txt ## fail if a generated file in docs/ is not what the sources give
	@$(python) scripts/build_docs.py --sources source_texts --docs docs --strict --check

.PHONY: docs-diff
docs-diff: docs ## summarise what a change does to docs/: pages, findings, figures (against another commit: BASE=main)
	@$(python) scripts/docs_diff.py $(if $(BASE),--base $(BASE))

.PHONY: check-addresses
check-addresses: .venv/requirements.txt ## fail if a page or a place in a document is not recorded as published
	@$(python) scripts/record_addresses.py --sources source_texts --check

.PHONY: check-bundle
check-bundle: bundle ## make the bundle and check what is in dist/ byte for byte
	@for file in dist/*.zip; do $(python) scripts/verify_bundle.py "$$file"; done

.PHONY: publish-check
publish-check: ## all that must hold before a release, Lighthouse where npm is installed; takes a while
	@command -v npm >/dev/null || echo "== make lighthouse is left out: npm is not installed"
	.ci/run lint check-docs check-addresses test test-long publish check-bundle $$(command -v npm >/dev/null && echo lighthouse)

.PHONY: goldens
goldens: .venv/requirements-dev.txt ## rewrite what the cases in tests/cases expect (of some tests only: TESTS=FILE); read the diff
	@$(python) -m pytest -q -m 'not browser and not long' --rewrite-goldens $(TESTS)

.PHONY: pictures
pictures: site browser ## take pictures of all kinds of pages into .cache/pictures/
	@$(python) -m tests.browser.pictures

.PHONY: bench
bench: browser peers ## measure the build beside its peers: make bench N=1000; N=0 measures our sources beside mkdocs build
	@PYTHONPATH=scripts $(python) -m bench.run --count $(or $(N),1000) --date $$(date +%F)

.PHONY: bench-search
bench-search: browser peers ## compare the search with the theme's own and with Pagefind: make bench-search N="5 1000"
	@PYTHONPATH=scripts $(python) -m bench.search.run --notices $(or $(N),5 1000 10000)

.PHONY: peers
peers:
	@scripts/environment.sh peers

.PHONY: lighthouse
lighthouse: site browser ## let Lighthouse judge each kind of page; fails below 95 (median of rounds: N=3)
	@PYTHONPATH=scripts $(python) -m bench.lighthouse.run --rounds $(or $(N),3)

.PHONY: browser
browser: .venv/requirements-dev.txt
	@scripts/environment.sh browser

# --- housekeeping --------------------------------------------------------------------------------

.PHONY: lock
lock: ## pin requirements*.in with hashes into requirements*.txt
	@python3 -m venv .cache/lock
	.cache/lock/bin/python -m pip --quiet install uv==0.13.8
	for name in requirements requirements-cluster requirements-dev requirements-bench; do
		.cache/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
			--no-annotate --custom-compile-command 'make lock' $$name.in --output-file $$name.txt
	done

.PHONY: clean
clean: ## remove everything that can be made again
	@rm -rf .venv .cache .staging-* site dist
