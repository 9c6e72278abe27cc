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

static void
add_empty (FzRegionForest *self, FzRegion region)
{
  g_autoptr (GArray) children = fz_region_children (region);
  guint first, n = fz_history_of (region, &first);

  for (guint i = first; i < first + n; i++)
    {
      FzRegion past = fz_history_at (i).region;

      g_array_append_val (children, past);
    }
  fz_region_forest_add_nodes (self, children);
}

/**
 * fz_region_forest_look_below:
 * @self: a forest
 * @node: a node of it
 *
 * Makes the regions below @node, and puts in those that have no articles, if the forest
 * is to have them; also what @node was.
 */
void
fz_region_forest_look_below (FzRegionForest *self, FzRegionNode *node)
{
  FzRegion region = fz_region_node_get_region (node);

  if (fz_region_node_get_row (node) != FZ_NODE_ROW_REGION || region == FZ_REGION_CHINA || region == FZ_REGION_NONE)
    return;
  g_hash_table_add (self->looked, g_memdup2 (&region, sizeof region));
  fz_region_forest_add_below (self, region);
  if (self->whole && region == fz_region_today (region))
    add_empty (self, region);
}

/**
 * fz_region_forest_set_whole:
 * @self: a forest
 * @whole: whether it has regions without articles, too
 */
void
fz_region_forest_set_whole (FzRegionForest *self, gboolean whole)
{
  g_autoptr (GPtrArray) looked = g_ptr_array_new ();
  g_autoptr (GArray) provinces = NULL;
  GHashTableIter iter;
  gpointer region;

  if (self->whole == whole)
    return;
  self->whole = whole;
  fz_region_forest_ask (self);
  if (!whole)
    return;
  provinces = fz_region_children (FZ_REGION_CHINA);
  g_hash_table_iter_init (&iter, self->looked);
  while (g_hash_table_iter_next (&iter, &region, NULL))
    if (g_hash_table_contains (self->nodes, region))
      g_ptr_array_add (looked, g_hash_table_lookup (self->nodes, region));
  fz_region_forest_add_nodes (self, provinces);
  for (guint i = 0; i < looked->len; i++)
    fz_region_forest_look_below (self, looked->pdata[i]);
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
  guint n = self->whole || !self->counts ? 0 : fz_region_counts_length (self->counts);

  for (guint i = 0; i < n; i++)
    g_array_append_val (regions, fz_region_counts_at (self->counts, i)->region);
  found = self->whole ? fz_region_search (query, most) : fz_region_search_in (regions, query, most);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (nodes, g_object_ref (fz_region_forest_ensure_node (self, g_array_index (found, FzRegion, i))));
  return nodes;
}
