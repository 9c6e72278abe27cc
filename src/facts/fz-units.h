/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-facts.h"

G_BEGIN_DECLS

typedef enum {
  FZ_UNIT_ARABIC = 1 << 0, /* a unit behind Arabic figures only: 三级 is a name, 5级 a strength */
  FZ_UNIT_NOUN   = 1 << 1, /* itself the thing that is counted: 7村 */
  FZ_UNIT_AGE    = 1 << 2, /* 岁 */
  FZ_UNIT_YEAR   = 1 << 3, /* 年, which dates have too */
  FZ_UNIT_CLOCK  = 1 << 4, /* 分 秒, which a clock time has too */
  FZ_UNIT_BIG    = 1 << 5, /* 大 of 6大举措 */
  FZ_UNIT_MANY   = 1 << 6, /* behind Chinese numerals too, of a hundred or more: 三千字, but no 三字 */
} FzUnitFlags;

/**
 * FzUnit:
 * @words: the units of the row as printed, between spaces
 * @kind: what is measured in it
 * @base: (nullable): the unit that values are given in; %NULL for the word itself
 * @factor: one of it in @base
 * @flags: where it is none
 *
 * A row of the table of units and classifiers.
 */
typedef struct {
  const char    *words;
  FzFigureKind   kind;
  const char    *base;
  FzDecimal      factor;
  FzUnitFlags    flags;
} FzUnit;

const FzUnit *fz_unit_at    (const char *p, const char *end, gsize *length);
const FzUnit *fz_unit_table (gsize *n_rows);

G_END_DECLS
