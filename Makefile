# `make` lists what can be made. Everything installs what it needs by itself.

.DEFAULT_GOAL := help
BINARY := .build/release/memaudit
# A start needs two hundred types of containers: they are had from functions, and not looked up by their names.
TYPES := -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
RELEASE := --configuration release --static-swift-stdlib --product memaudit $(TYPES)
# Neither debug information nor an id: both would hold where it was built.
STATIC := --configuration release --scratch-path .build/static --product memaudit $(TYPES) \
  -Xswiftc -static-executable -Xlinker $(CURDIR)/.build/static/start.o -Xlinker --strip-all -Xlinker --build-id=none
# What is released. The hashes that the compiler leaves for itself tell in which folder it ran: they are left out.
PROGRAM := .build/static/memaudit

.PHONY: help
help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|'

.PHONY: audit
audit: build ## Build the release binary and audit an example
	$(BINARY) check examples/support.arch.yaml

.PHONY: build
build: setup ## Build the release binary
	$(call BUILD_PREPARED,$(RELEASE),$(BINARY))

.PHONY: static
static: setup ## Build a static binary for x86-64 Linux that needs nothing
	mkdir -p .build/static
	clang -c -Os -o .build/static/start.o release/start.c
	$(call BUILD_PREPARED,$(STATIC),.build/static/release/memaudit)
	objcopy --remove-section=.swift_modhash .build/static/release/memaudit $(PROGRAM)

.PHONY: release
release: build static ## Pack the static binary, with its checksum
	release/pack $(PROGRAM) .build/release

.PHONY: test
test: setup ## Run every test
	$(call TEST_PREPARED,,.build)

.PHONY: lint
lint: ## Check the format of the sources
	swift format lint --strict --recursive Package.swift Sources Tests

.PHONY: record
record: setup ## Write the goldens and generated pages anew; look at the difference before you commit it
	-MEMAUDIT_RECORD=1 swift test
	swift test

# What is measured is what is delivered; on other machines than those for which that is made, what is built there.
ifeq ($(shell uname -sm),Linux x86_64)
MEASURED := static
export MEMAUDIT := $(PROGRAM)
else
MEASURED := build
export MEMAUDIT := $(BINARY)
endif

.PHONY: bench
bench: $(MEASURED) bench-programs ## Measure speed and memory against their goals
	benchmarks/run.py

.PHONY: bench-record
bench-record: $(MEASURED) bench-programs ## Measure, and write docs/performance.md
	benchmarks/run.py --record docs/performance.md

.PHONY: bench-test
bench-test: $(MEASURED) bench-programs ## See on a tiny run that everything can be measured
	python3 -m unittest discover --start-directory benchmarks

.PHONY: bench-programs
bench-programs: setup
	swift build --configuration release --static-swift-stdlib --product memaudit-bench

.PHONY: fuzz
SECONDS ?= 600
DOORS := yaml architecture expression checklist evidence configuration report
fuzz: $(DOORS:%=fuzz-%) ## Try every door with changed input for SECONDS each; with -j, several at a time

# What is found is left in .build/fuzz/findings: move it to Tests/Regressions/<door>, and mend it. A second of a
# processor's time is too long, and is found when it is over; the clock only ends what never would.
.PHONY: fuzz-build $(DOORS:%=fuzz-%)
$(DOORS:%=fuzz-%): fuzz-%: fuzz-build
	@mkdir -p .build/fuzz/corpus/$* .build/fuzz/findings/$*
	SWIFT_BACKTRACE=enable=no .build/fuzz/release/memaudit-fuzz --target=$* \
	  --seeds=.build/fuzz/corpus/$* .build/fuzz/corpus/$* -artifact_prefix=.build/fuzz/findings/$*/ \
	  -max_total_time=$(SECONDS) -timeout=60 -rss_limit_mb=512 -print_final_stats=1

fuzz-build: setup
	MEMAUDIT_FUZZ=1 swift build --configuration release --sanitize fuzzer --product memaudit-fuzz \
	  --scratch-path .build/fuzz

.PHONY: sanitize sanitize-thread sanitize-address
sanitize: sanitize-thread sanitize-address ## Look for races where work is parallel, and for misuse of memory everywhere

# The command's own tests run it as a process, which ends with 86 where something is found: no exit that it has itself.
# Leaks are not looked for: the bits with which Swift marks a pointer in an enumeration hide it, and whatever lives until
# the end looks leaked. It looks the same after two files and after hundreds: of these nothing leaks.
sanitize-thread: export TSAN_OPTIONS := exitcode=86:suppressions=$(CURDIR)/Tests/thread-sanitizer.txt
sanitize-thread: setup
	swift test --sanitize thread --scratch-path .build/thread --filter 'ManyFiles|BaselineReports|CommandLine'

sanitize-address: export ASAN_OPTIONS := exitcode=86:detect_leaks=0:suppressions=$(CURDIR)/Tests/address-sanitizer.txt
sanitize-address: setup
	$(call TEST_PREPARED,--sanitize address --scratch-path .build/address,.build/address)

.PHONY: setup
setup: ## Install libyaml where it is missing
	@command -v swift >/dev/null || { \
	  echo 'error: Swift 6.2 or later is needed: https://www.swift.org/install' >&2; exit 1; }
	@if ! printf '#include <yaml.h>\n' | clang -E - >/dev/null 2>&1; then $(INSTALL_LIBYAML); fi

# The program writes down what it makes of its checklists, and is built once more with that in it, unless it was already:
# only C is compiled, and the program linked. Other builds know nothing of it and read the checklists. What was written
# of checklists that were changed since is emptied first, so that no program is ever built with it.
PREPARED := $(CURDIR)/.build/prepared
WITH_PREPARED := MEMAUDIT_PREPARED=$(PREPARED)
define BUILD_PREPARED
mkdir -p $(PREPARED)
[ -z "$$(find checklists -newer $(PREPARED)/prepared.bin 2>/dev/null)" ] || { \
  : >$(PREPARED)/prepared.bin && touch Sources/CChecklists/embedded.c; }
$(WITH_PREPARED) swift build $(1)
$(2) --prepare >$(PREPARED)/new.bin
cmp -s $(PREPARED)/new.bin $(PREPARED)/prepared.bin || { \
  mv $(PREPARED)/new.bin $(PREPARED)/prepared.bin && touch Sources/CChecklists/embedded.c \
  && $(WITH_PREPARED) swift build $(1); }
endef

# Tests start the program hundreds of times, prepared as the released one is; those inside the process read the files.
define TEST_PREPARED
swift build --build-tests $(1)
$(call BUILD_PREPARED,--product memaudit $(1),$(2)/debug/memaudit)
swift test --skip-build $(1)
endef

# The first package manager that is there, as root or with a sudo that asks nothing.
define INSTALL_LIBYAML
if [ "$$(id -u)" = 0 ]; then as_root=; else as_root='sudo -n'; fi; \
  if command -v apt-get >/dev/null; then \
    $$as_root apt-get update -q && $$as_root apt-get install -qy libyaml-dev pkg-config; \
  elif command -v dnf >/dev/null; then $$as_root dnf install -qy libyaml-devel pkgconf; \
  elif command -v brew >/dev/null; then brew install libyaml pkgconf; \
  else false; fi || { \
    echo 'error: libyaml is missing and could not be installed here.' >&2; \
    echo '  help: install libyaml-dev (Debian, Ubuntu), libyaml-devel (Fedora) or libyaml (Homebrew)' >&2; \
    exit 1; }
endef
