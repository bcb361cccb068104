# Script runner: every target does its own set-up on a machine that has Go,
# Node and make. `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
export GOFLAGS := -buildvcs=false

# The C compiler decides whether the race detector can be used.
RACE := $(if $(shell command -v gcc),-race)
WASM := GOOS=js GOARCH=wasm
GO_DIRS := $(wildcard build static schemas wasm web/e2e)
# The only files that may import syscall/js: the edge of the core, and what measures it.
BROWSER_FILES := ^(wasm/((main|sha256)_js|rpc/(port|blob)_js|rpc/port_js_test|store/idb/[a-z0-9_]*_js(_test)?)|build/bench/core/main_js)\.go:

.PHONY: help run html deps dev size types lexicon eval clean browser firefox chromium109 browsers libreoffice test test-go test-web test-store in-browser bench faults e2e e2e-long \
	check check-fmt check-vet check-staticcheck check-imports check-vulns check-tsc check-types check-syscall check-markup \
	check-citations check-circles check-width \
	release check-reproducible hostile

help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## (.*)/\1\t\2/' | awk -F'\t' '{ printf "%-18s %s\n", $$1, $$2 }'

run: html ## build the page and open it
	@[ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ] || $(MAKE) --no-print-directory browser
	@go run ./build open

html: ## build build/out/rroform.html, the product
	@go run ./build html

deps: ## install the npm packages that the lock file names
	@go run ./build deps

dev: ## rebuild on every change and serve on this machine
	@go run ./build dev

size: ## what the page's bytes are made of
	@go run ./build size

lexicon: ## compile what the search of codes knows: static/lexicon.bin and static/habits.tsv
	@go run ./build lexicon

eval: ## score the search of codes on labelled requests (SET=file.tsv: on that file)
	@go run ./build eval $(SET)

types: ## write web/core/api.gen.ts from the core's method table
	@go run ./build types

clean: ## remove everything that was built or installed
	rm -rf build/out web/node_modules build/bench/peers/node_modules

browser: ## install Chromium when there is none
	@if [ -x "$${RRO_CHROMIUM:-/usr/bin/chromium}" ]; then exit 0; \
	elif ! command -v apt-get >/dev/null; then echo "No Chromium. Install one and name it in RRO_CHROMIUM." >&2; exit 1; \
	elif [ "$$(id -u)" = 0 ]; then apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; \
	elif command -v sudo >/dev/null; then sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium; \
	else echo "No Chromium, and no right to install one. Name one in RRO_CHROMIUM." >&2; exit 1; fi

firefox: ## install Firefox ESR when there is none
	@if command -v "$${RRO_FIREFOX:-firefox-esr}" >/dev/null; then exit 0; \
	elif ! command -v apt-get >/dev/null; then echo "No Firefox. Install Firefox ESR and name it in RRO_FIREFOX." >&2; exit 1; fi; \
	if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	$$sudo apt-get update && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y --no-install-recommends firefox-esr

chromium109: ## fetch Chromium 109, the last one for Windows 7
	@node web/chromium109.mjs build/out/chromium109

# A second program that reads the workbooks we write. Without apt-get the test
# reads them by itself only, and says so.
libreoffice: ## install LibreOffice Calc when there is none
	@if command -v soffice >/dev/null || ! command -v apt-get >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then sudo=; elif command -v sudo >/dev/null; then sudo=sudo; else echo "No LibreOffice, and no right to install it: its test is left out."; exit 0; fi; \
	$$sudo apt-get update && \
	{ DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y --no-install-recommends libreoffice-calc-nogui || \
	  DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y --no-install-recommends libreoffice-calc; }

CHECKS := check-fmt check-vet check-staticcheck check-imports check-syscall check-markup check-circles check-citations check-width check-types check-tsc check-vulns

# Ends with what failed, a line each. A target that runs Go tests passes
# TEST_FLAGS on, by which their events come here.
test: ## everything: checks, Go tests, store tests, browser tests
	@go run ./build test $(CHECKS) test-web test-go test-store e2e

check: $(CHECKS) ## the house rules

check-fmt:
	@bad="$$(gofmt -l $(GO_DIRS))"; \
	if [ -n "$$bad" ]; then echo "gofmt these files:" >&2; echo "$$bad" >&2; exit 1; fi

check-vet:
	go vet ./...
	$(WASM) go vet ./wasm/... ./build/bench/core

check-staticcheck:
	go tool staticcheck ./...
	@go build -o build/out/staticcheck honnef.co/go/tools/cmd/staticcheck # go tool would build it for wasm too
	$(WASM) build/out/staticcheck ./wasm/... ./build/bench/core

# Walls between the rooms of the core: build/imports.go has the layers.
check-imports:
	go run ./build imports

# Only the edge of the core may know the browser, or native tests see less and less of it.
check-syscall:
	@bad="$$(grep -rn '"syscall/js"' --include='*.go' $(GO_DIRS) | grep -vE '$(BROWSER_FILES)' || true)"; \
	if [ -n "$$bad" ]; then echo "syscall/js outside of the core's edge:" >&2; echo "$$bad" >&2; exit 1; fi

# Text of others may never be read as markup or run: there is no way to it in our pages.
check-markup:
	@bad="$$(grep -rnE 'innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|setHTMLUnsafe|srcdoc|DOMParser|document\.write|\beval\(|new Function\b|javascript:' \
		--include='*.ts' --include='*.tsx' --include='*.mjs' --include='*.js' --exclude-dir=node_modules --exclude-dir=e2e web || true)"; \
	if [ -n "$$bad" ]; then echo "markup or code made of text:" >&2; echo "$$bad" >&2; exit 1; fi

check-circles:
	@go run ./build circles

check-types: deps
	go run ./build types -check
	go run ./build lexicon -check

check-tsc: deps
	cd web && npx --no-install tsc --noEmit -p .

check-citations: # what comments and documents cite exists: documents, sources, rules, files, links
	@go run ./build citations

check-width: # no line of Go or TypeScript has more than 120 columns
	@go run ./build width

# In a closed network these print a note instead (build/vulns.go, build/audit.go).
check-vulns:
	@go run ./build vulns

# Where several goroutines meet. The detector takes ten times as long, so here
# the tests that play thousands of random cases play fewer.
SHARED := ./build/bidi/ ./build/faults/ ./wasm/app/ ./wasm/forming/ ./wasm/ledger/ ./wasm/rpc/ ./wasm/store/...

test-go: deps ## Go tests, natively, and with the race detector where there is a C compiler
	go test $(TEST_FLAGS) ./...
	$(if $(RACE),go test $(TEST_FLAGS) $(RACE) -short $(SHARED))

test-web: deps ## unit tests of the page's delicate parts, without a browser
	@go run ./build testweb $(TEST_FLAGS)

# wasmbrowsertest looks for "chromium" on the PATH and cannot be told that it
# runs as root; and it hands its whole environment to Go, which takes only 4 KB.
IN_BROWSER := env -i HOME=$(HOME) PATH=$(CURDIR)/build/out/bin:/usr/bin:/bin $(CURDIR)/build/out/wasmbrowsertest

in-browser: browser
	@mkdir -p build/out/bin
	@go build -o build/out/wasmbrowsertest github.com/agnivade/wasmbrowsertest
	@printf '#!/bin/sh\nexec "%s" --no-sandbox "$$@"\n' "$${RRO_CHROMIUM:-/usr/bin/chromium}" > build/out/bin/chromium
	@chmod +x build/out/bin/chromium

test-store: in-browser ## the store and the core's port in a real browser
	$(WASM) go test $(TEST_FLAGS) -count=1 -exec='$(IN_BROWSER)' ./wasm/rpc/ ./wasm/store/idb/

# A table to read, not a test: it judges nothing. Other work on the machine makes it slower.
# BENCH='-only archive' and other flags: build/bench/README.md.
bench: in-browser html ## what the core needs at 1,000, 10,000 and 100,000 appeals, and we against our peers, in a real browser
	@go run ./build bench $(BENCH)
	@$(WASM) go test -count=1 -timeout 30m -run '^$$' -bench '^BenchmarkTable$$' -benchtime 1x -exec='$(IN_BROWSER)' ./wasm/app/

# KILLS=n kills, SEED=n, ONLY=typing and the like. The last line is the tally.
faults: html browser ## kill the page at random moments and count what it loses
	@go run ./build faults -kills $(or $(KILLS),100) -seed $(or $(SEED),1) $(if $(ONLY),-only $(ONLY))

release: check-reproducible ## build/out/release: the page, sums, list of parts, licences, directories, the administrator's guide
	@go run ./build release

check-reproducible: deps ## two builds from two folders are the same, byte for byte
	@go run ./build twice

FILES ?= 1000
hostile: html browser ## give hostile files to the built page, FILES=n of them, ONLY='backup: many'; the last line tells what became of them
	@RRO_HOSTILE=$(FILES) RRO_HOSTILE_ONLY='$(ONLY)' RRO_E2E=1 RRO_LONG=1 go test -count=1 -timeout 120m -v -run '^TestHostileFiles$$' ./web/e2e/ | grep -vE '^(===|---|PASS|ok)'

# A browser test waits more than it works: three at a time keep two cores busy.
e2e: html browser libreoffice ## the built page in a real browser
	RRO_E2E=1 go test $(TEST_FLAGS) -count=1 -parallel 3 -timeout 20m ./web/e2e/

e2e-long: html browser libreoffice ## also what takes long: store faults, hostile files, focus, screens at 200 %
	RRO_E2E=1 RRO_LONG=1 go test -count=1 -timeout 40m ./web/e2e/

# What is left out in a browser is printed with its reason. It takes an hour on two slow cores.
TOLD := grep -E -B1 '^ *--- (FAIL|SKIP)|^(ok|FAIL|panic)'
browsers: html libreoffice firefox chromium109 ## the tests of e2e in Firefox ESR and in Chromium 109
	RRO_E2E=1 RRO_LONG=1 RRO_BROWSER=firefox go test -v -count=1 -timeout 90m ./build/bidi/ ./web/e2e/ | tee build/out/firefox.log | $(TOLD)
	RRO_E2E=1 RRO_LONG=1 RRO_CHROMIUM=$(CURDIR)/build/out/chromium109/chrome go test -v -count=1 -timeout 60m ./web/e2e/ | tee build/out/chromium109.log | $(TOLD)
