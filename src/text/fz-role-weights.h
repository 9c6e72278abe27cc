/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-labels.h"
#include "fz-observations.h"

G_BEGIN_DECLS

/* What an observation speaks for: a role, a phase, or a byline at the end. */
enum {
  FZ_COLUMN_PHASE     = FZ_N_ROLES,
  FZ_COLUMN_SIGNATURE = FZ_COLUMN_PHASE + FZ_N_PHASES,
  FZ_N_COLUMNS
};

/* What stands above a line: a role inside an article, something outside any, or
 * nothing at all. */
enum {
  FZ_ABOVE_OUTSIDE = FZ_N_ROLES,
  FZ_ABOVE_NOTHING,
  FZ_N_ABOVE
};

/**
 * FzRoleWeights:
 * @seen: how much an observation speaks for each column
 * @after: how much a label is to be expected behind what stands above it
 */
typedef struct {
  gint16 seen[FZ_N_OBSERVATIONS][FZ_N_COLUMNS];
  gint16 after[FZ_N_ABOVE][FZ_N_LABELS];
} FzRoleWeights;

extern const FzRoleWeights fz_role_weights;

G_END_DECLS
