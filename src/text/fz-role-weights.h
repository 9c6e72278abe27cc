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

/* Which line an observation is of. */
typedef enum {
  FZ_WHERE_HERE,
  FZ_WHERE_ABOVE,
  FZ_WHERE_BELOW,
  FZ_N_WHERES
} FzWhere;

/* No weight of an observation is further from 0. */
#define FZ_ROLE_WEIGHT_MAX 450

/**
 * FzRoleWeights:
 * @seen: how much an observation, of the line or of one beside it, speaks for
 *   each column
 * @after: how much a label is to be expected behind what stands above it
 */
typedef struct {
  gint16 seen[FZ_N_WHERES][FZ_N_OBSERVATIONS][FZ_N_COLUMNS];
  gint16 after[FZ_N_ABOVE][FZ_N_LABELS];
} FzRoleWeights;

extern const FzRoleWeights fz_role_weights;

/* The line beside line @i of @n that is meant, @n for none. */
static inline guint
fz_where (guint i, guint n, FzWhere where)
{
  if (where == FZ_WHERE_ABOVE)
    return i > 0 ? i - 1 : n;

  return where == FZ_WHERE_BELOW ? i + 1 : i;
}

G_END_DECLS
