/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-figures-scan.h"

G_BEGIN_DECLS

void         fz_plans_find     (FzReading *reading, gsize until);
void         fz_plans_mark_firsts (guint8 *table, guint8 bit);
FzQualifiers fz_qualifiers_of  (const FzReading *reading, const FzCandidate *candidate);
FzChange     fz_change_of      (const FzReading *reading, const FzCandidate *candidate);
FzChange     fz_change_of_object (const FzReading *reading, const FzCandidate *candidate, const char *indicator);

G_END_DECLS
