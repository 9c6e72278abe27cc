/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-numerals.h"
#include "fz-reading.h"
#include "fz-units.h"

G_BEGIN_DECLS

/**
 * FzCandidate:
 * @start: where its surface starts, a byte offset into the block
 * @end: one past it
 * @unit_start: where its unit starts
 * @number: the number, of a range the upper one
 * @unit: (nullable): its unit; a rank has none
 * @kind: what is measured
 * @base: (nullable): the unit to write; %NULL for the one printed
 * @value: in base units
 * @max: the upper end of a range
 * @qualifiers: those that the surface itself carries
 * @rate: whether its unit is one by another, as in 元/吨
 * @rule: the rule that read it
 *
 * A figure before the text around it was asked.
 */
typedef struct {
  gsize          start;
  gsize          end;
  gsize          unit_start;
  FzNumber       number;
  const FzUnit  *unit;
  FzFigureKind   kind;
  const char    *base;
  FzDecimal      value;
  FzDecimal      max;
  FzQualifiers   qualifiers;
  gboolean       rate;
  const char    *rule;
} FzCandidate;

gboolean fz_candidate_next     (const FzReading *reading, gsize *position, FzCandidate *out);
char    *fz_candidate_dup_unit (const FzReading *reading, const FzCandidate *c);

G_END_DECLS
