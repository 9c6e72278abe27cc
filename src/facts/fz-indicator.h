/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-figures-scan.h"

G_BEGIN_DECLS

/* A figure counts as so many bytes where it is asked whether to stop. */
#define FZ_FIGURE_BYTES 256

/**
 * FzFound:
 * @candidate: the figure
 * @indicator: (nullable) (owned): what it measures
 * @leader: how many figures before it the one stands whose change word it
 *   shares, 0 for its own
 * @region: of which region it is, where that is not the article's
 *
 * A figure on its way, beside those before it in the block.
 */
typedef struct {
  FzCandidate  candidate;
  char        *indicator;
  guint        leader;
  FzRegion     region;
} FzFound;

void fz_indicators_find (const FzReading *reading, GArray *found);

/* fz-figures-region.c */
FzRegion fz_region_of_item (const FzReading *reading, FzRegion home, gsize position);
void fz_figures_tell_regions (const FzReading *reading, FzRegion home, GArray *found);

G_END_DECLS
