/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-figures-scan.h"

G_BEGIN_DECLS

/**
 * FzFound:
 * @candidate: the figure
 * @indicator: (nullable) (owned): what it measures
 *
 * A figure on its way, beside those before it in the block.
 */
typedef struct {
  FzCandidate  candidate;
  char        *indicator;
} FzFound;

void fz_indicators_find (const FzReading *reading, GArray *found);

G_END_DECLS
