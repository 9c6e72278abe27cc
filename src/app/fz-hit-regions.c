/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-hit-regions.h"

#include "fz-region-forest.h"

/* The regions that have hits, with those above them, as trees like those of the
 * library; before them a row for all of them.  A common word has hits in forty
 * thousand: a node is made when somebody looks below the one above it.  A region that
 * still has hits when something else is looked for stays the same node, so whether
 * it is opened and selected stays too. */

struct _FzHitRegions {
  GObject        parent_instance;

  FzLibrary     *library;
  FzRegionNode  *all;
  GListStore    *roots; /* (element-type FzRegionNode) */
  GHashTable    *nodes; /* (element-type FzRegion FzRegionNode): those that somebody may see */
  GHashTable    *looked; /* (element-type FzRegionNode): below which somebody has looked */
  GArray        *counts; /* (nullable) (element-type FzRegionCount): of all that have hits */
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

/* Where in the counts @region stands, or would stand: in code order, those of no
 * region, code 0, last. */
static guint
index_of (FzHitRegions *self, FzRegion region)
{
  guint first = 0, last = self->counts ? self->counts->len : 0;

  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (g_array_index (self->counts, FzRegionCount, middle).region - 1 < region - 1)
        first = middle + 1;
      else
        last = middle;
    }
  return first;
}

/* How many hits a region has; the country's row stands beside the provinces and has
 * its own only. */
static gint64
hits_of (FzHitRegions *self, FzRegion region)
{
  guint index = index_of (self, region);
  const FzRegionCount *count = self->counts && index < self->counts->len
                               ? &g_array_index (self->counts, FzRegionCount, index) : NULL;

  if (!count || count->region != region)
    return 0;
  return region == FZ_REGION_CHINA ? count->own : count->total;
}

static void
update_node (FzHitRegions *self, FzRegionNode *node)
{
  FzRegion region = fz_region_node_get_region (node);
  const FzRegionCount count = { .region = region, .total = hits_of (self, region) };

  fz_region_node_update (node, &count);
}

/* Puts the regions that stand right below @upper and are not there into @siblings;
 * all that lie in it follow each other from @first to @last. */
static void
add_missing (FzHitRegions *self, GListStore *siblings, FzRegion upper, FzRegion first, FzRegion last)
{
  for (guint i = index_of (self, first); i < self->counts->len; i++)
    {
      FzRegion region = g_array_index (self->counts, FzRegionCount, i).region;
      FzRegionNode *node;

      if (region - 1 > last - 1)
        return;
      if (fz_region_forest_upper (region) != upper || hits_of (self, region) == 0
          || g_hash_table_contains (self->nodes, &region))
        continue;
      node = fz_region_node_new_found (self->library, region);
      update_node (self, node);
      g_hash_table_insert (self->nodes, g_memdup2 (&region, sizeof region), node);
      g_list_store_insert_sorted (siblings, node, compare, self);
    }
}

/* Nodes that have no hits any more go, with all below them; the others are told. */
static void
update_level (FzHitRegions *self, GListStore *siblings)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (siblings)); i > 0; i--)
    {
      g_autoptr (FzRegionNode) node = g_list_model_get_item (G_LIST_MODEL (siblings), i - 1);
      FzRegion region = fz_region_node_get_region (node);

      if (node == self->all)
        continue;
      update_level (self, fz_region_node_get_children (node));
      if (hits_of (self, region) > 0)
        {
          if (g_hash_table_contains (self->looked, node))
            fz_hit_regions_look_below (self, node);
          update_node (self, node);
          continue;
        }
      g_list_store_remove (siblings, i - 1);
      g_hash_table_remove (self->looked, node);
      g_hash_table_remove (self->nodes, &region);
    }
}

/**
 * fz_hit_regions_update:
 * @self: regions
 * @counts: (element-type FzRegionCount): the hits of each, in code order
 * @total: how many hits there are
 */
void
fz_hit_regions_update (FzHitRegions *self, GArray *counts, gint64 total)
{
  const FzRegionCount all = { .total = total };

  g_clear_pointer (&self->counts, g_array_unref);
  self->counts = g_array_ref (counts);
  fz_region_node_update (self->all, &all);
  update_level (self, self->roots);
  add_missing (self, self->roots, FZ_REGION_NONE, 1, FZ_REGION_NONE);
}

/**
 * fz_hit_regions_look_below:
 * @self: regions
 * @node: a node of them
 *
 * Puts in the regions below @node that have hits; nobody looks below most of them.
 */
void
fz_hit_regions_look_below (FzHitRegions *self, FzRegionNode *node)
{
  FzRegion region = fz_region_node_get_region (node);
  FzRegion first, last;

  if (node == self->all || region == FZ_REGION_CHINA || region == FZ_REGION_NONE)
    return;
  g_hash_table_add (self->looked, node);
  fz_region_span (region, &first, &last);
  add_missing (self, fz_region_node_get_children (node), region, first, last);
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
 * fz_hit_regions_get_hits:
 * @self: regions
 * @region: a region
 *
 * Returns: how many hits it has
 */
gint64
fz_hit_regions_get_hits (FzHitRegions *self, FzRegion region)
{
  return hits_of (self, region);
}

/**
 * fz_hit_regions_get_n:
 * @self: regions
 *
 * Returns: how many regions have hits
 */
guint
fz_hit_regions_get_n (FzHitRegions *self)
{
  return self->counts ? self->counts->len : 0;
}

static void
fz_hit_regions_finalize (GObject *object)
{
  FzHitRegions *self = FZ_HIT_REGIONS (object);

  g_clear_object (&self->roots);
  g_clear_object (&self->all);
  g_clear_pointer (&self->looked, g_hash_table_unref);
  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_array_unref);
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
  self->looked = g_hash_table_new (NULL, NULL);
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
