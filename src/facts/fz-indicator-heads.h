/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-indicator.h"
#include "fz-phrase.h"

G_BEGIN_DECLS

void        fz_indicator_cut_at_head (const FzReading *reading, const FzCandidate *c, FzPhrase *right);
gboolean    fz_indicator_counts_kind (const FzReading *reading, const FzCandidate *c, const FzPhrase *owner);
gboolean    fz_indicator_stands_left (const FzReading *reading, const FzCandidate *c, const FzPhrase *left, const FzPhrase *right);
const char *fz_indicator_shared_head (const FzPhrase *last);
gboolean    fz_indicator_takes_head  (const FzPhrase *thing);

G_END_DECLS
