# SPDX-License-Identifier: MIT
#
# make            the programs, the libraries and all of out/
# make check      all tests; SANITIZE=address,undefined works
# make install    honours PREFIX and DESTDIR
# make fuzz       looks for inputs that break something; FUZZ_SECONDS=600
# make bench      measures, and prints what docs/benchmarks.md holds
# make clean      removes what was built; out/ stays
#
# WITHOUT_PO=1    builds mailerr-gen without merge-po and so without libgettextpo
#
# "./bootstrap all" and "./bootstrap check" install what is needed before.

VERSION   = 0.1.0
SOVERSION = 0

PREFIX     ?= /usr/local
BINDIR     ?= $(PREFIX)/bin
INCLUDEDIR ?= $(PREFIX)/include
LIBDIR     ?= $(PREFIX)/lib
DATADIR    ?= $(PREFIX)/share
MANDIR     ?= $(DATADIR)/man
LOCALEDIR  ?= $(DATADIR)/locale
DOCDIR     ?= $(DATADIR)/doc/mailerr
BASHDIR    ?= $(DATADIR)/bash-completion/completions
ZSHDIR     ?= $(DATADIR)/zsh/site-functions
FISHDIR    ?= $(DATADIR)/fish/vendor_completions.d

CC           ?= cc
# The generator runs while the rest is built: on this machine, whatever CC
# compiles for.
CC_FOR_BUILD ?= $(CC)
AR           ?= ar
MSGFMT       ?= msgfmt
PKG_CONFIG   ?= pkg-config
INSTALL      ?= install
CFLAGS       ?= -O2 -g
CFLAGS_FOR_BUILD     ?= $(CFLAGS)
CPPFLAGS_FOR_BUILD   ?= $(CPPFLAGS)
LDFLAGS_FOR_BUILD    ?= $(LDFLAGS)
PKG_CONFIG_FOR_BUILD ?= $(PKG_CONFIG)
SANITIZE     ?=
WITHOUT_PO   ?=
B            ?= build$(if $(SANITIZE),/sanitize)

export LC_ALL = C

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
       -Wmissing-prototypes -Wcast-qual -Wwrite-strings -Wformat=2 \
       -Wconversion -Wno-sign-conversion -Wvla -Wundef
# UBSan makes gcc see a NULL format where vsnprintf only measures
SAN_FLAGS = $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all \
            -fno-omit-frame-pointer -Wno-unknown-warning-option \
            -Wno-format-truncation)

GEN_PACKAGES = libxml-2.0 libxslt libutf8proc
CLI_PACKAGES = gmime-3.0
# said where the first file needs it: who builds the generator alone, or the
# library, needs less
missing      = $(shell for p in $(2); do $(1) --exists $$p || echo $$p; done)
need         = $(if $(1),$(error pkg-config does not know $(strip $(1)). \
               packaging/packages.txt names the packages; on Debian \
               "./bootstrap all" installs them))
GEN_MISSING := $(call missing,$(PKG_CONFIG_FOR_BUILD),$(GEN_PACKAGES))
CLI_MISSING := $(call missing,$(PKG_CONFIG),$(CLI_PACKAGES))
# libgettextpo has no file for pkg-config
PO_MISSING  := $(if $(WITHOUT_PO),,$(shell $(CC_FOR_BUILD) $(CPPFLAGS_FOR_BUILD) -E \
               -include gettext-po.h -x c /dev/null >/dev/null 2>&1 || echo missing))
need_po      = $(if $(PO_MISSING),$(error gettext-po.h of libgettextpo is not there. \
               packaging/packages.txt names the package; "make WITHOUT_PO=1" \
               builds without it, and without merge-po))
PO_LIBS      = $(if $(WITHOUT_PO),,-lgettextpo)
GEN_CFLAGS  := $(shell $(PKG_CONFIG_FOR_BUILD) --cflags $(GEN_PACKAGES) 2>&-)
GEN_LIBS    := $(shell $(PKG_CONFIG_FOR_BUILD) --libs $(GEN_PACKAGES) 2>&-) $(PO_LIBS)
# their headers are theirs: our warnings are not for them
CLI_CFLAGS  := $(patsubst -I%,-isystem %,\
               $(shell $(PKG_CONFIG) --cflags $(CLI_PACKAGES) 2>&-))
CLI_LIBS    := $(shell $(PKG_CONFIG) --libs $(CLI_PACKAGES) 2>&-)
CHECK_CFLAGS = $(shell $(PKG_CONFIG_FOR_BUILD) --cflags check)
CHECK_LIBS   = $(shell $(PKG_CONFIG_FOR_BUILD) --libs check)

COMMON  = $(WARN) $(SAN_FLAGS) $(CFLAGS) $(CPPFLAGS) -MMD -MP
GEN_ALL = -std=c11 -D_XOPEN_SOURCE=700 -DMAILERR_GEN_VERSION='"$(VERSION)"' \
          -Igen $(GEN_CFLAGS) $(WARN) $(SAN_FLAGS) $(CFLAGS_FOR_BUILD) \
          $(CPPFLAGS_FOR_BUILD) -MMD -MP
CLI_ALL = -std=c11 -D_XOPEN_SOURCE=700 -pthread -Iout/c -Icli $(CLI_CFLAGS) \
          $(COMMON)
LIB_ALL = -std=c99 -fPIC $(COMMON)

PO_OTHER     = $(if $(WITHOUT_PO),gen/po.c,gen/po_none.c)
GEN_SOURCES  = $(filter-out gen/main.c gen/embed.c $(PO_OTHER),$(wildcard gen/*.c))
GEN_OBJECTS  = $(GEN_SOURCES:%.c=$(B)/%.o) $(B)/embedded.o
CLI_OBJECTS  = $(patsubst %.c,$(B)/%.o,$(wildcard cli/*.c))
CLI_UNIT     = $(patsubst %.c,$(B)/%.o,$(wildcard tests/cli/*.c)) \
               $(filter-out $(B)/cli/mailerr.o,$(CLI_OBJECTS))
UNIT_OBJECTS = $(patsubst %.c,$(B)/%.o,$(wildcard tests/unit/*.c))
TEMPLATES    = $(shell find templates -type f | sort)
LIBRARY      = libmailerr.so.$(VERSION)
OUT_STAMP    = build/out.stamp
CATALOGS     = $(patsubst out/po/%.po,build/%.mo,$(wildcard out/po/*.po))

# A file in out/ that has not changed keeps its time, and make looks at a time
# once a run: what is compiled from out/ is left to a second make.
all: $(B)/mailerr-gen $(OUT_STAMP)
	+@$(MAKE) --no-print-directory programs

programs: $(B)/mailerr $(B)/libmailerr.a $(B)/$(LIBRARY) mo

# ---- the generator ----

$(B)/mailerr-gen: $(B)/gen/main.o $(GEN_OBJECTS) $(B)/without-po
	$(CC_FOR_BUILD) $(SAN_FLAGS) $(LDFLAGS_FOR_BUILD) -o $@ $(filter %.o,$^) \
	    $(GEN_LIBS)

# written anew, and so linked again, when WITHOUT_PO is another than before
$(B)/without-po: ;
ifneq ($(MAKECMDGOALS),clean)
$(shell mkdir -p $(B); printf %s '$(WITHOUT_PO)' | cmp -s - $(B)/without-po || \
    printf %s '$(WITHOUT_PO)' >$(B)/without-po)
endif

$(B)/gen/%.o: gen/%.c
	$(call need,$(GEN_MISSING))
	$(need_po)
	@mkdir -p $(@D)
	$(CC_FOR_BUILD) $(GEN_ALL) -c -o $@ $<

# the matcher that ships is compiled into the generator too
$(B)/gen/phrases.o: GEN_ALL += -Itemplates/c

$(B)/embedded.o: $(B)/embedded.c
	$(CC_FOR_BUILD) $(GEN_ALL) -c -o $@ $<

$(B)/embedded.c: build/embed $(TEMPLATES)
	@mkdir -p $(@D)
	build/embed templates $(TEMPLATES) >$@

build/embed: gen/embed.c
	@mkdir -p $(@D)
	$(CC_FOR_BUILD) -std=c11 -D_XOPEN_SOURCE=700 $(WARN) -O1 -o $@ $<

# ---- what is generated ----

# One stamp, because mailerr-gen leaves unchanged files (and their times) alone.
# A sanitized build checks; the files themselves come from one generator.
ifeq ($(SANITIZE),)
$(OUT_STAMP): $(B)/mailerr-gen catalog.xml
	$(B)/mailerr-gen build -o out catalog.xml
	$(B)/mailerr-gen schema >build/catalog.rng
	cmp -s build/catalog.rng gen/catalog.rng || \
	    cp build/catalog.rng gen/catalog.rng
	touch $@
else
$(OUT_STAMP): .FORCE
	$(MAKE) SANITIZE= B=build all
endif

mo: $(CATALOGS)

build/%.mo: out/po/%.po $(OUT_STAMP)
	$(MSGFMT) -c -o $@ $<

# ---- the command and the library ----

$(B)/mailerr: $(CLI_OBJECTS) $(B)/out/mailerr.o
	$(CC) $(SAN_FLAGS) -pthread $(LDFLAGS) -o $@ $^ $(CLI_LIBS)

$(B)/cli/%.o: cli/%.c out/c/mailerr.h | $(OUT_STAMP)
	$(call need,$(CLI_MISSING))
	@mkdir -p $(@D)
	$(CC) $(CLI_ALL) -DMAILERR_CLI_VERSION='"$(VERSION)"' -c -o $@ $<

$(B)/out/mailerr.o: out/c/mailerr.c out/c/mailerr.h | $(OUT_STAMP)
	@mkdir -p $(@D)
	$(CC) $(LIB_ALL) -c -o $@ $<

$(B)/libmailerr.a: $(B)/out/mailerr.o
	rm -f $@
	$(AR) rcsD $@ $^

$(B)/$(LIBRARY): $(B)/out/mailerr.o packaging/libmailerr.map
	$(CC) $(SAN_FLAGS) $(LDFLAGS) -shared -Wl,-soname,libmailerr.so.$(SOVERSION) \
	    -Wl,--version-script=packaging/libmailerr.map -o $@ $<

# ---- tests and figures ----

$(B)/unit: $(UNIT_OBJECTS) $(GEN_OBJECTS) $(B)/without-po
	$(CC_FOR_BUILD) $(SAN_FLAGS) $(LDFLAGS_FOR_BUILD) -o $@ $(filter %.o,$^) \
	    $(CHECK_LIBS) $(GEN_LIBS)

$(B)/unit-cli: $(CLI_UNIT) $(B)/out/mailerr.o
	$(CC) $(SAN_FLAGS) -pthread $(LDFLAGS) -o $@ $^ $(CHECK_LIBS) $(CLI_LIBS)

$(B)/tests/cli/%.o: tests/cli/%.c
	@mkdir -p $(@D)
	$(CC) $(CLI_ALL) $(CHECK_CFLAGS) -c -o $@ $<

$(B)/tests/unit/%.o: tests/unit/%.c
	@mkdir -p $(@D)
	$(CC_FOR_BUILD) $(GEN_ALL) $(CHECK_CFLAGS) -c -o $@ $<

# With SANITIZE=fuzzer-no-link,address,undefined: see tests/fuzz/run.sh.
$(B)/fuzz-explain: $(B)/tests/fuzz/explain.o $(B)/out/mailerr.o
	$(CC) $(SAN_FLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^

$(B)/fuzz-%: $(B)/tests/fuzz/%.o $(GEN_OBJECTS)
	$(CC) $(SAN_FLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^ $(GEN_LIBS)

$(B)/tests/fuzz/%.o: tests/fuzz/%.c
	@mkdir -p $(@D)
	$(CC_FOR_BUILD) $(GEN_ALL) -Iout/c -c -o $@ $<

fuzz: all
	B=$(abspath $(B)) FUZZ_SECONDS=$${FUZZ_SECONDS:-600} sh tests/fuzz/run.sh

check: all $(B)/unit $(B)/unit-cli
	B=$(abspath $(B)) CC="$(CC)" SANITIZE="$(SANITIZE)" sh tests/run.sh

bench: all
	B=$(abspath $(B)) CC="$(CC)" sh tests/bench/run.sh

# ---- installation ----

install: all
	$(INSTALL) -d "$(DESTDIR)$(BINDIR)" "$(DESTDIR)$(INCLUDEDIR)" \
	    "$(DESTDIR)$(LIBDIR)/pkgconfig" "$(DESTDIR)$(DATADIR)/mailerr/data" \
	    "$(DESTDIR)$(DATADIR)/mailerr/c" "$(DESTDIR)$(MANDIR)" \
	    "$(DESTDIR)$(DOCDIR)"
	$(INSTALL) -m 755 $(B)/mailerr $(B)/mailerr-gen "$(DESTDIR)$(BINDIR)"
	$(INSTALL) -m 644 out/c/mailerr.h "$(DESTDIR)$(INCLUDEDIR)"
	$(INSTALL) -m 644 $(B)/libmailerr.a "$(DESTDIR)$(LIBDIR)"
	$(INSTALL) -m 755 $(B)/$(LIBRARY) "$(DESTDIR)$(LIBDIR)"
	ln -sf $(LIBRARY) "$(DESTDIR)$(LIBDIR)/libmailerr.so.$(SOVERSION)"
	ln -sf libmailerr.so.$(SOVERSION) "$(DESTDIR)$(LIBDIR)/libmailerr.so"
	sed -e 's|@PREFIX@|$(PREFIX)|;s|@BINDIR@|$(BINDIR)|;s|@LIBDIR@|$(LIBDIR)|' \
	    -e 's|@INCLUDEDIR@|$(INCLUDEDIR)|;s|@DATADIR@|$(DATADIR)|' \
	    -e 's|@VERSION@|$(VERSION)|' packaging/mailerr.pc.in \
	    >"$(DESTDIR)$(LIBDIR)/pkgconfig/mailerr.pc"
	chmod 644 "$(DESTDIR)$(LIBDIR)/pkgconfig/mailerr.pc"
	$(INSTALL) -m 644 catalog.xml gen/catalog.rng \
	    "$(DESTDIR)$(DATADIR)/mailerr"
	$(INSTALL) -m 644 out/c/mailerr.h out/c/mailerr.c \
	    "$(DESTDIR)$(DATADIR)/mailerr/c"
	$(INSTALL) -m 644 out/data/* "$(DESTDIR)$(DATADIR)/mailerr/data"
	cd out/man && find . -type f | while read -r f; do \
	    $(INSTALL) -d "$(DESTDIR)$(MANDIR)/$${f%/*}" && \
	    $(INSTALL) -m 644 "$$f" "$(DESTDIR)$(MANDIR)/$$f" || exit 1; done
	cd out/html && find . -type f | while read -r f; do \
	    d="html/$$f"; $(INSTALL) -d "$(DESTDIR)$(DOCDIR)/$${d%/*}" && \
	    $(INSTALL) -m 644 "$$f" "$(DESTDIR)$(DOCDIR)/$$d" || exit 1; done
	$(INSTALL) -d "$(DESTDIR)$(BASHDIR)" "$(DESTDIR)$(ZSHDIR)" "$(DESTDIR)$(FISHDIR)"
	for p in mailerr mailerr-gen; do \
	    $(INSTALL) -m 644 packaging/completions/$$p.bash "$(DESTDIR)$(BASHDIR)/$$p" && \
	    $(INSTALL) -m 644 packaging/completions/_$$p "$(DESTDIR)$(ZSHDIR)" && \
	    $(INSTALL) -m 644 packaging/completions/$$p.fish "$(DESTDIR)$(FISHDIR)" || \
	    exit 1; done
	for mo in $(CATALOGS); do l=$$(basename $$mo .mo); \
	    $(INSTALL) -d "$(DESTDIR)$(LOCALEDIR)/$$l/LC_MESSAGES" && \
	    $(INSTALL) -m 644 $$mo \
	        "$(DESTDIR)$(LOCALEDIR)/$$l/LC_MESSAGES/mailerr.mo" || exit 1; done

clean:
	rm -rf build

.FORCE:
.DELETE_ON_ERROR:
.PHONY: all programs mo check fuzz bench install clean .FORCE

-include $(wildcard $(B)/*.d $(B)/gen/*.d $(B)/tests/*/*.d $(B)/cli/*.d $(B)/out/*.d)
