/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-hit-regions.h"

#include "fz-region-forest.h"

/* The regions that have hits, with those above them, as trees like those of the
 * library; before them a row for all of them.  A region that still has hits when
 * something else is looked for stays the same node, so whether it is opened and
 * selected stays too. */

struct _FzHitRegions {
  GObject        parent_instance;

  FzLibrary     *library;
  FzRegionNode  *all;
  GListStore    *roots; /* (element-type FzRegionNode) */
  GHashTable    *nodes; /* (element-type FzRegion FzRegionNode) */
  FzRegionOrder  order;
};

G_DEFINE_FINAL_TYPE (FzHitRegions, fz_hit_regions, G_TYPE_OBJECT)

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  FzHitRegions *self = user_data;
  FzRegionNode *left = (FzRegionNode *) a, *right = (FzRegionNode *) b;

  if (left == self->all || right == self->all)
    return (right == self->all) - (left == self->all);
  return fz_region_order_compare (self->order, fz_region_node_get_region (left), fz_region_node_get_region (right));
}

static GListStore *
siblings_of (FzHitRegions *self, FzRegion region)
{
  FzRegion upper = fz_region_forest_upper (region);
  FzRegionNode *node = upper ? g_hash_table_lookup (self->nodes, &upper) : NULL;

  return node ? fz_region_node_get_children (node) : self->roots;
}

/* The counts come in code order: those above a region are there before it. */
static void
ensure_node (FzHitRegions *self, FzRegion region)
{
  FzRegionNode *node;

  if (g_hash_table_contains (self->nodes, &region))
    return;
  node = fz_region_node_new_found (self->library, region);
  g_hash_table_insert (self->nodes, g_memdup2 (&region, sizeof region), node);
  g_list_store_insert_sorted (siblings_of (self, region), node, compare, self);
}

static void
remove_missing (FzHitRegions *self, GHashTable *present)
{
  GHashTableIter iter;
  gpointer region, node;
  guint position;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &region, &node))
    if (!g_hash_table_contains (present, region))
      {
        GListStore *siblings = siblings_of (self, *(FzRegion *) region);

        if (g_list_store_find (siblings, node, &position))
          g_list_store_remove (siblings, position);
        g_hash_table_iter_remove (&iter);
      }
}

/* The country's row stands beside the provinces: it has its own hits only. */
static gint64
hits_of (const FzRegionCount *count)
{
  return count->region == FZ_REGION_CHINA ? count->own : count->total;
}

/**
 * fz_hit_regions_update:
 * @self: regions
 * @counts: (element-type FzRegionCount): the hits of each, in code order
 * @total: how many hits there are
 */
void
fz_hit_regions_update (FzHitRegions *self, const GArray *counts, gint64 total)
{
  g_autoptr (GHashTable) present = g_hash_table_new (g_int64_hash, g_int64_equal);
  const FzRegionCount all = { .total = total };

  for (guint i = 0; i < counts->len; i++)
    if (hits_of (&g_array_index (counts, FzRegionCount, i)) > 0)
      g_hash_table_add (present, &g_array_index (counts, FzRegionCount, i).region);
  remove_missing (self, present);
  fz_region_node_update (self->all, &all);
  for (guint i = 0; i < counts->len; i++)
    if (hits_of (&g_array_index (counts, FzRegionCount, i)) > 0)
      ensure_node (self, g_array_index (counts, FzRegionCount, i).region);
  for (guint i = 0; i < counts->len; i++)
    {
      const FzRegionCount *count = &g_array_index (counts, FzRegionCount, i);
      const FzRegionCount shown = { .region = count->region, .total = hits_of (count) };

      if (shown.total > 0)
        fz_region_node_update (g_hash_table_lookup (self->nodes, &count->region), &shown);
    }
}

/**
 * fz_hit_regions_set_order:
 * @self: regions
 * @order: by what the regions below each are ordered
 */
void
fz_hit_regions_set_order (FzHitRegions *self, FzRegionOrder order)
{
  GHashTableIter iter;
  gpointer node;

  if (self->order == order)
    return;
  self->order = order;
  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &node))
    g_list_store_sort (fz_region_node_get_children (node), compare, self);
  g_list_store_sort (self->roots, compare, self);
}

/**
 * fz_hit_regions_get_roots:
 * @self: regions
 *
 * Returns: (transfer none): a list model of [class@RegionNode], the first of which
 *   stands for all regions
 */
GListModel *
fz_hit_regions_get_roots (FzHitRegions *self)
{
  return G_LIST_MODEL (self->roots);
}

/**
 * fz_hit_regions_lookup:
 * @self: regions
 * @region: a region
 *
 * Returns: (transfer none) (nullable): its node, where it has hits
 */
FzRegionNode *
fz_hit_regions_lookup (FzHitRegions *self, FzRegion region)
{
  return g_hash_table_lookup (self->nodes, &region);
}

/**
 * fz_hit_regions_get_n:
 * @self: regions
 *
 * Returns: how many regions there are
 */
guint
fz_hit_regions_get_n (FzHitRegions *self)
{
  return g_hash_table_size (self->nodes);
}

static void
fz_hit_regions_finalize (GObject *object)
{
  FzHitRegions *self = FZ_HIT_REGIONS (object);

  g_clear_object (&self->roots);
  g_clear_object (&self->all);
  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (fz_hit_regions_parent_class)->finalize (object);
}

static void
fz_hit_regions_class_init (FzHitRegionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fz_hit_regions_finalize;
}

static void
fz_hit_regions_init (FzHitRegions *self)
{
  self->roots = g_list_store_new (FZ_TYPE_REGION_NODE);
  self->nodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/**
 * fz_hit_regions_new:
 * @library: where the hits are
 *
 * Returns: (transfer full): the regions of no hits
 */
FzHitRegions *
fz_hit_regions_new (FzLibrary *library)
{
  FzHitRegions *self = g_object_new (FZ_TYPE_HIT_REGIONS, NULL);

  g_return_val_if_fail (FZ_IS_LIBRARY (library), self);
  self->library = g_object_ref (library);
  self->all = fz_region_node_new_shelf (library, FZ_NODE_ROW_ALL);
  g_list_store_append (self->roots, self->all);
  return self;
}
