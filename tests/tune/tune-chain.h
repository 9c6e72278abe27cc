/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tune-pages.h"

/* Weights as they are learnt, in fractions. */
typedef struct {
  double seen[FZ_N_WHERES][FZ_N_OBSERVATIONS][FZ_N_COLUMNS];
  double after[FZ_N_ABOVE][FZ_N_LABELS];
} Sums;

void tune_chain_learn (Sums *weights, const Page *page, double rate, double beside, GRand *random);
