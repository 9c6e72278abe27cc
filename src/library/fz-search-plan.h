/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-search-node.h"

G_BEGIN_DECLS

/* A character that must stand in the article, or must not. */
typedef struct {
  const FzNode *node;
  gboolean      negative;
} FzCondition;

/**
 * FzSearchPlan:
 * @root: what was asked
 * @is_mixed: whether OR or NOT join what the index decides with what it does not;
 *   then all below but @marks is of no use, see fz-search-mixed.c
 * @of_index: (element-type FzNode): what must hold and the index can decide
 * @match: all of it that the index can decide, as FTS5's query
 * @match_rest: that without @singles
 * @first: the least key that is wanted
 * @last: the greatest
 * @conditions: (element-type FzNode): what must hold of each hit that the index
 *   does not know: unread, stars, notes, tags, days, and what is said of them
 * @is_narrowed: whether only articles of @within are wanted
 * @within: a region
 * @singles: (element-type FzCondition): single characters that must stand there,
 *   or must not
 * @marks: (element-type FzNode): phrases that are marked where they stand
 *
 * How a query is answered.
 */
typedef struct {
  FzNode    *root;
  gboolean   is_mixed;
  GPtrArray *of_index;
  char      *match;
  char      *match_rest;
  gboolean   is_narrowed;
  FzRegion   within;
  gint64     first;
  gint64     last;
  GPtrArray *conditions;
  GArray    *singles;
  GPtrArray *marks;
} FzSearchPlan;

void          fz_search_plan_days (const FzNode *date, gint64 *first, gint64 *last);
FzSearchPlan *fz_search_plan_new  (const char *query, GError **error);
void          fz_search_plan_narrow (FzSearchPlan *self, FzRegion region);
gboolean      fz_search_plan_knows_all (const FzNode *node);
gboolean      fz_search_plan_knows_nothing (const FzNode *node);
char         *fz_search_plan_dup_within (const FzSearchPlan *self);
char         *fz_search_plan_dup_match (const FzSearchPlan *self, GHashTable *instead);
void          fz_search_plan_free (FzSearchPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzSearchPlan, fz_search_plan_free)

G_END_DECLS
