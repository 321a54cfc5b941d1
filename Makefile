# SPDX-License-Identifier: MIT
#
# make            the programs, the libraries and all of out/
# make check      all tests; SANITIZE=address,undefined works
# make install    honours PREFIX and DESTDIR
# make bench      measures, and prints what docs/benchmarks.md holds
# make clean      removes what was built; out/ stays

VERSION    = 0.1.0
PREFIX    ?= /usr/local
CC        ?= cc
AR        ?= ar
PKG_CONFIG ?= pkg-config
CFLAGS    ?= -O2 -g
SANITIZE  ?=
BUILD     ?= build$(if $(SANITIZE),/sanitize)

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
       -Wmissing-prototypes -Wcast-qual -Wwrite-strings -Wformat=2 \
       -Wconversion -Wno-sign-conversion -Wvla -Wundef
SAN_FLAGS = $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all \
            -fno-omit-frame-pointer)

GEN_PACKAGES = libxml-2.0 libxslt libutf8proc
GEN_CFLAGS  := $(shell $(PKG_CONFIG) --cflags $(GEN_PACKAGES))
GEN_LIBS    := $(shell $(PKG_CONFIG) --libs $(GEN_PACKAGES))
CHECK_CFLAGS = $(shell $(PKG_CONFIG) --cflags check)
CHECK_LIBS   = $(shell $(PKG_CONFIG) --libs check)

BASE_CFLAGS = $(WARN) $(SAN_FLAGS) $(CFLAGS) $(CPPFLAGS)
GEN_ALL = -std=c11 -D_XOPEN_SOURCE=700 -DMAILERR_GEN_VERSION='"$(VERSION)"' \
          -Igen $(GEN_CFLAGS) $(BASE_CFLAGS)

GEN_SOURCES = $(wildcard gen/*.c)
GEN_OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(filter-out gen/main.c,$(GEN_SOURCES))) \
              $(BUILD)/embedded.o
TEMPLATES   = $(shell find templates -type f | LC_ALL=C sort)
UNIT_OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/unit/*.c))

all: $(BUILD)/mailerr-gen

$(BUILD)/mailerr-gen: $(BUILD)/gen/main.o $(GEN_OBJECTS)
	$(CC) $(SAN_FLAGS) $(LDFLAGS) -o $@ $^ $(GEN_LIBS)

$(BUILD)/gen/%.o: gen/%.c
	@mkdir -p $(@D)
	$(CC) $(GEN_ALL) -MMD -MP -c -o $@ $<

.DELETE_ON_ERROR:
.PHONY: all clean
clean:
	rm -rf build

-include $(wildcard $(BUILD)/gen/*.d $(BUILD)/tests/unit/*.d $(BUILD)/cli/*.d)
