/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-forest-private.h"

#include "fz-history.h"
#include "fz-region-search.h"

/* How a forest is ordered, and the whole forest, which also has the regions
 * without articles: those below a region are put in when somebody looks below it. */

/**
 * fz_region_forest_set_order:
 * @self: a forest
 * @order: by what the regions below each are ordered
 */
void
fz_region_forest_set_order (FzRegionForest *self, FzRegionOrder order)
{
  g_autoptr (GList) nodes = NULL;

  if (self->order == order)
    return;
  self->order = order;
  nodes = g_hash_table_get_values (self->nodes);
  for (GList *l = nodes; l; l = l->next)
    if (g_list_model_get_n_items (G_LIST_MODEL (fz_region_node_get_children (l->data))) > 1)
      g_list_store_sort (fz_region_node_get_children (l->data), fz_region_forest_compare, self);
  g_list_store_sort (self->roots, fz_region_forest_compare, self);
}

/* All are made before one is put in: see fz_region_forest_insert_node(). */
static void
ensure_all (FzRegionForest *self, const GArray *regions)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  for (guint i = 0; i < regions->len; i++)
    if (!g_hash_table_contains (self->nodes, &g_array_index (regions, FzRegion, i)))
      g_ptr_array_add (fresh, fz_region_forest_new_node (self, g_array_index (regions, FzRegion, i)));
  for (guint i = 0; i < fresh->len; i++)
    fz_region_forest_insert_node (self, fresh->pdata[i]);
}

/**
 * fz_region_forest_look_below:
 * @self: a forest
 * @node: a node of it
 *
 * Puts in the regions below @node that have no articles, if the forest is to have
 * them; also what @node was.
 */
void
fz_region_forest_look_below (FzRegionForest *self, FzRegionNode *node)
{
  FzRegion region = fz_region_node_get_region (node);
  g_autoptr (GArray) children = NULL;
  guint first, n;

  if (!self->whole || fz_region_node_get_row (node) != FZ_NODE_ROW_REGION || region == FZ_REGION_CHINA || region != fz_region_today (region))
    return;
  children = fz_region_children (region);
  n = fz_history_of (region, &first);
  for (guint i = first; i < first + n; i++)
    {
      FzRegion past = fz_history_at (i).region;

      g_array_append_val (children, past);
    }
  ensure_all (self, children);
}

/**
 * fz_region_forest_set_whole:
 * @self: a forest
 * @whole: whether it has regions without articles, too
 */
void
fz_region_forest_set_whole (FzRegionForest *self, gboolean whole)
{
  g_autoptr (GList) nodes = NULL;
  g_autoptr (GArray) provinces = NULL;

  if (self->whole == whole)
    return;
  self->whole = whole;
  fz_region_forest_ask (self);
  if (!whole)
    return;
  nodes = g_hash_table_get_values (self->nodes);
  provinces = fz_region_children (FZ_REGION_CHINA);
  ensure_all (self, provinces);
  for (GList *l = nodes; l; l = l->next)
    fz_region_forest_look_below (self, l->data);
}

/**
 * fz_region_forest_find:
 * @self: a forest
 * @query: characters, or letters of pinyin
 * @most: how many to find
 *
 * Finds regions by name, pinyin or initials: those of the forest, and where it is
 * to be whole all that there are.
 *
 * Returns: (transfer full) (element-type FzRegionNode): their nodes, the likeliest
 *   first
 */
GPtrArray *
fz_region_forest_find (FzRegionForest *self, const char *query, guint most)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (FzRegion));
  g_autoptr (GArray) found = NULL;
  GHashTableIter iter;
  gpointer region;

  g_hash_table_iter_init (&iter, self->nodes);
  while (!self->whole && g_hash_table_iter_next (&iter, &region, NULL))
    g_array_append_vals (regions, region, 1);
  found = self->whole ? fz_region_search (query, most) : fz_region_search_in (regions, query, most);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (nodes, g_object_ref (fz_region_forest_ensure_node (self, g_array_index (found, FzRegion, i))));
  return nodes;
}
