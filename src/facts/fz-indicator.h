/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-figures-scan.h"

G_BEGIN_DECLS

/**
 * FzFound:
 * @candidate: the figure
 * @indicator: (nullable) (owned): what it measures
 * @leader: how many figures before it the one stands whose change word it
 *   shares, 0 for its own
 *
 * A figure on its way, beside those before it in the block.
 */
typedef struct {
  FzCandidate  candidate;
  char        *indicator;
  guint        leader;
} FzFound;

void fz_indicators_find (const FzReading *reading, GArray *found);

G_END_DECLS
