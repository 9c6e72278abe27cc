/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-search-node.h"

G_BEGIN_DECLS

/* A condition that is not the index's to decide. */
typedef struct {
  const FzNode *node;
  gboolean      negative;
} FzCondition;

/**
 * FzSearchPlan:
 * @root: what was asked
 * @match: all of it that the index can decide, as FTS5's query
 * @match_rest: that without @singles
 * @first: the least key that is wanted
 * @last: the greatest
 * @conditions: (element-type FzCondition): unread, notes, tags
 * @singles: (element-type FzCondition): single characters that must stand there,
 *   or must not
 * @marks: (element-type FzNode): phrases that are marked where they stand
 *
 * How a query is answered.
 */
typedef struct {
  FzNode    *root;
  char      *match;
  char      *match_rest;
  gint64     first;
  gint64     last;
  GArray    *conditions;
  GArray    *singles;
  GPtrArray *marks;
} FzSearchPlan;

FzSearchPlan *fz_search_plan_new  (const char *query, GError **error);
void          fz_search_plan_free (FzSearchPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzSearchPlan, fz_search_plan_free)

G_END_DECLS
