/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-search-conditions.h"

G_BEGIN_DECLS

/**
 * FzWalkHit:
 * @key: of its row of the index
 * @rank: how well it answers, see fz-search-rank.c; 0 where that was not asked for
 * @meets: whether what the index does not know holds of it, too
 *
 * An article that the index finds.
 */
typedef struct {
  gint64   key;
  double   rank;
  gboolean meets;
} FzWalkHit;

/* The hits of a query, from the latest to the earliest. */
typedef struct _FzWalk FzWalk;

FzWalk   *fz_walk_new  (FzConnection *reader, const FzSearchPlan *plan, FzConditions *conditions, gboolean ranked,
                        gint64 last);
void      fz_walk_free (FzWalk *self);
gboolean  fz_walk_next (FzWalk *self, FzWalkHit *out, gboolean *out_is_hit, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzWalk, fz_walk_free)

G_END_DECLS
