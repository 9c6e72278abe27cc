/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All hits of a query, without what is shown of them. */

#include "config.h"

#include "fz-store.h"

#include "fz-search-conditions.h"
#include "fz-search-walk.h"

/**
 * fz_store_each_hit:
 * @reader: a connection
 * @query: what is looked for
 * @func: is given the keys of the articles that answer, the latest first
 * @user_data: for @func
 * @error: %FZ_LIBRARY_ERROR_QUERY and others
 *
 * Goes through them until @func answers %FALSE.
 */
gboolean
fz_store_each_hit (FzConnection  *reader,
                   const char    *query,
                   FzKeyFunc      func,
                   gpointer       user_data,
                   GError       **error)
{
  g_autoptr (FzSearchPlan) plan = fz_search_plan_new (query, error);
  g_autoptr (FzConditions) conditions = plan != NULL ? fz_conditions_new (reader, plan, error) : NULL;
  g_autoptr (FzWalk) walk = NULL;
  FzWalkHit hit;
  gboolean is_hit = TRUE;

  if (conditions == NULL)
    return FALSE;
  walk = fz_walk_new (reader, plan, conditions, FALSE, G_MAXINT64);
  while (is_hit)
    {
      if (!fz_walk_next (walk, &hit, &is_hit, error))
        return FALSE;
      if (is_hit && hit.meets && !func (hit.key, user_data))
        break;
    }
  return TRUE;
}

typedef struct {
  gint64 n;
  gint64 most;
} Count;

static gboolean
count_hit (gint64   key,
           gpointer data)
{
  Count *count = data;

  return ++count->n < count->most;
}

/**
 * fz_store_count_hits:
 * @reader: a connection
 * @query: what is looked for
 * @most: where counting ends
 * @out_count: (out): how many articles answer, or @most
 * @error: %FZ_LIBRARY_ERROR_QUERY and others
 */
gboolean
fz_store_count_hits (FzConnection  *reader,
                     const char    *query,
                     gint64         most,
                     gint64        *out_count,
                     GError       **error)
{
  Count count = { 0, most };

  if (!fz_store_each_hit (reader, query, count_hit, &count, error))
    return FALSE;
  *out_count = count.n;
  return TRUE;
}
