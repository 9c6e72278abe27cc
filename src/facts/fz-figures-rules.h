/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-figures-scan.h"

G_BEGIN_DECLS

gboolean fz_take_percent_words (const FzReading *reading, const char *p, FzCandidate *out);
gboolean fz_take_fraction      (const FzReading *reading, const char *p, FzNumber below, FzCandidate *out);
gboolean fz_take_rank          (const FzReading *reading, const char *p, FzNumber number, FzCandidate *out);
gboolean fz_take_proportion    (const FzReading *reading, const char *p, FzNumber number, FzCandidate *out);

gboolean fz_take_headed        (const FzReading *reading, const char *p, FzNumber number, FzCandidate *out);
gboolean fz_take_currency      (const FzReading *reading, const char *p, FzNumber number, FzCandidate *out);

gsize    fz_range_mark_at      (const char *p, const char *end);
gboolean fz_take_discount      (const FzReading *reading, const char *p, FzNumber number, gboolean fits, FzCandidate *out);
void     fz_candidate_sign     (FzCandidate *c, const char *start);

const char   *fz_currency_of     (const char *start, const char *p, const FzUnit *unit);

const FzUnit *fz_unit_told   (const FzReading *reading, const char *number_at, const char *unit_at);
const FzUnit *fz_unit_behind (const FzReading *reading, const char *p, FzNumber *number,
                              const char **unit_at, gsize *length);

/* What every rule ends with. */
FzQualifiers fz_candidate_own_qualifiers (const FzNumber *number, const char *start, const char *p);
gboolean     fz_candidate_finish         (const FzReading *reading, FzCandidate *c, const char *p,
                                          const char *unit_at, const char *behind);

G_END_DECLS
