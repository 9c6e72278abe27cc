/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-forest-private.h"

/* The regions that have articles, as trees: what fz-region-forest-shelves.c puts
 * before them, the provinces with what lies in
 * them, then the country as a whole, then the articles without a region.  The
 * order and the regions without articles are the matter of
 * fz-region-forest-whole.c.
 *
 * Nodes are made where somebody looks: the provinces, and what is below a region that
 * was looked below; all else is a row of the counts.  An article that is revealed, and
 * a region that is found by its name, have theirs made with those above.
 *
 * The forest follows the library.  A region that stays is the same node, with
 * new counts, so that whatever is bound to it (its row, whether it is expanded,
 * the selection) stays too.  Counts are asked for once at a time: while an
 * answer is on its way, more changes of the library make one more question. */

G_DEFINE_FINAL_TYPE (FzRegionForest, fz_region_forest, G_TYPE_OBJECT)

enum { UPDATED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* By which siblings are sorted. */
int
fz_region_forest_compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  FzRegionForest *self = user_data;
  FzNodeRow left = fz_region_node_get_row ((FzRegionNode *) a), right = fz_region_node_get_row ((FzRegionNode *) b);

  if (left != right)
    return (int) left - (int) right;
  if (left == FZ_NODE_ROW_SAVED)
    return 0;
  return fz_region_order_compare (self->order, fz_region_node_get_region ((FzRegionNode *) a),
                                  fz_region_node_get_region ((FzRegionNode *) b));
}

static GListStore *
siblings_of (FzRegionForest *self, FzRegion region)
{
  FzRegion upper = fz_region_forest_upper (region);
  FzRegionNode *node = upper ? g_hash_table_lookup (self->nodes, &upper) : NULL;

  return node ? fz_region_node_get_children (node) : self->roots;
}

/* A node that is known, but stands nowhere yet. */
FzRegionNode *
fz_region_forest_new_node (FzRegionForest *self, FzRegion region)
{
  FzRegionNode *node = fz_region_node_new (self->library, region);
  const FzRegionCount *count = self->counts ? fz_region_counts_find (self->counts, region) : NULL;

  fz_region_node_set_sort (node, self->sort);
  if (count)
    fz_region_node_update (node, count);
  g_hash_table_insert (self->nodes, g_memdup2 (&region, sizeof region), node);
  return node;
}

/* Who hears of it may look below a region at once, and finds it made. */
void
fz_region_forest_insert_node (FzRegionForest *self, FzRegionNode *node)
{
  g_list_store_insert_sorted (siblings_of (self, fz_region_node_get_region (node)), node, fz_region_forest_compare, self);
}

/* Those above it are there before it. */
FzRegionNode *
fz_region_forest_ensure_node (FzRegionForest *self, FzRegion region)
{
  FzRegionNode *node = g_hash_table_lookup (self->nodes, &region);

  if (node)
    return node;
  if (fz_region_forest_upper (region) != FZ_REGION_NONE)
    fz_region_forest_ensure_node (self, fz_region_forest_upper (region));
  node = fz_region_forest_new_node (self, region);
  fz_region_forest_insert_node (self, node);
  return node;
}

static void
remove_node (FzRegionForest *self, FzRegionNode *node)
{
  GListStore *siblings = siblings_of (self, fz_region_node_get_region (node));
  guint position;

  if (g_list_store_find (siblings, node, &position))
    g_list_store_remove (siblings, position);
}

static void
update_node (FzRegionNode *node, const FzRegionCount *count)
{
  if (fz_region_node_counts_as (node, count))
    fz_region_node_set_until (node, count->until);
  else
    fz_region_node_update (node, count);
}

static void
drop_node (FzRegionForest *self, FzRegionNode *node)
{
  FzRegion region = fz_region_node_get_region (node);

  remove_node (self, node);
  g_hash_table_remove (self->looked, &region);
  g_hash_table_remove (self->nodes, &region);
}

/* Also what has none any more.  Who hears of a change may look below another region,
 * whose nodes are made then. */
static void
update_nodes (FzRegionForest *self)
{
  g_autoptr (GPtrArray) nodes = g_hash_table_get_values_as_ptr_array (self->nodes);

  g_ptr_array_foreach (nodes, (GFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (nodes, g_object_unref);
  for (guint i = 0; i < nodes->len; i++)
    {
      const FzRegionCount none = { .region = fz_region_node_get_region (nodes->pdata[i]) };
      const FzRegionCount *count = fz_region_counts_find (self->counts, none.region);

      if (count || self->whole)
        update_node (nodes->pdata[i], count ? count : &none);
      else
        drop_node (self, nodes->pdata[i]);
    }
}

/* All are made before one is put in: see fz_region_forest_insert_node(). */
void
fz_region_forest_add_nodes (FzRegionForest *self, const GArray *regions)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  for (guint i = 0; i < regions->len; i++)
    if (!g_hash_table_contains (self->nodes, &g_array_index (regions, FzRegion, i)))
      g_ptr_array_add (fresh, fz_region_forest_new_node (self, g_array_index (regions, FzRegion, i)));
  for (guint i = 0; i < fresh->len; i++)
    fz_region_forest_insert_node (self, fresh->pdata[i]);
}

/* The regions with articles that stand below @upper. */
void
fz_region_forest_add_below (FzRegionForest *self, FzRegion upper)
{
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (FzRegion));
  guint first = 0, n = self->counts ? fz_region_counts_below (self->counts, upper, &first) : 0;

  for (guint i = first; i < first + n; i++)
    g_array_append_val (regions, fz_region_counts_at (self->counts, i)->region);
  fz_region_forest_add_nodes (self, regions);
}

/* Who hears of a new node may look below it. */
static void
add_new_nodes (FzRegionForest *self)
{
  g_autoptr (GArray) looked = g_array_new (FALSE, FALSE, sizeof (FzRegion));
  GHashTableIter iter;
  gpointer region;

  g_hash_table_iter_init (&iter, self->looked);
  while (g_hash_table_iter_next (&iter, &region, NULL))
    g_array_append_vals (looked, region, 1);
  fz_region_forest_add_below (self, FZ_REGION_NONE);
  for (guint i = 0; i < looked->len; i++)
    fz_region_forest_add_below (self, g_array_index (looked, FzRegion, i));
}

static void
take_counts (FzRegionForest *self, FzRegionCounts *counts)
{
  fz_region_counts_free (self->counts);
  self->counts = counts;
  self->total = fz_region_counts_total (counts);
  self->unread = fz_region_counts_unread (counts);
  update_nodes (self);
  add_new_nodes (self);
  fz_region_forest_show_unread (self);
}

static void
on_counts (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzRegionForest) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FzRegionCounts) counts = fz_region_counts_finish (FZ_LIBRARY (source), result, &error);

  self->asking = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->library)
    return;
  if (!counts)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  take_counts (self, g_steal_pointer (&counts));
  if (self->stale)
    fz_region_forest_ask (self);
  g_signal_emit (self, signals[UPDATED], 0);
}

/* Something that it asked for could not be had; what was called off is no failure. */
void
fz_region_forest_fail (FzRegionForest *self, GError *error)
{
  if (self->library && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

/* Counts anew, at once or as soon as the answer that is on its way has come. */
void
fz_region_forest_ask (FzRegionForest *self)
{
  self->stale = self->asking;
  if (self->asking)
    return;
  self->asking = TRUE;
  fz_region_forest_ask_shelves (self);
  fz_region_counts_async (self->library, self->cancellable, on_counts, g_object_ref (self));
}

static void
fz_region_forest_dispose (GObject *object)
{
  FzRegionForest *self = FZ_REGION_FOREST (object);

  g_cancellable_cancel (self->cancellable);
  g_list_store_remove_all (self->roots);
  g_hash_table_remove_all (self->nodes);
  g_hash_table_remove_all (self->looked);
  g_ptr_array_set_size (self->saved, 0);
  for (guint i = 0; i < N_SHELVES; i++)
    g_clear_object (&self->shelves[i]);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (fz_region_forest_parent_class)->dispose (object);
}

static void
fz_region_forest_finalize (GObject *object)
{
  FzRegionForest *self = FZ_REGION_FOREST (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->roots);
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_clear_pointer (&self->looked, g_hash_table_unref);
  g_clear_pointer (&self->counts, fz_region_counts_free);
  G_OBJECT_CLASS (fz_region_forest_parent_class)->finalize (object);
}

static void
fz_region_forest_class_init (FzRegionForestClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fz_region_forest_dispose;
  object_class->finalize = fz_region_forest_finalize;
  signals[UPDATED] = g_signal_new ("updated", FZ_TYPE_REGION_FOREST, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", FZ_TYPE_REGION_FOREST, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
fz_region_forest_init (FzRegionForest *self)
{
  self->roots = g_list_store_new (FZ_TYPE_REGION_NODE);
  self->nodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->looked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->saved = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/**
 * fz_region_forest_new:
 * @library: where the articles are
 *
 * The regions of @library; empty until it has answered.  The signal `updated`
 * tells that the counts of the moment are in, `failed` with an error that they
 * could not be had.
 *
 * Returns: (transfer full): the forest
 */
FzRegionForest *
fz_region_forest_new (FzLibrary *library)
{
  FzRegionForest *self = g_object_new (FZ_TYPE_REGION_FOREST, NULL);

  g_return_val_if_fail (FZ_IS_LIBRARY (library), self);
  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (fz_region_forest_ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "marked", G_CALLBACK (fz_region_forest_marked), self, G_CONNECT_SWAPPED);
  fz_region_forest_ask (self);
  return self;
}

/**
 * fz_region_forest_get_library:
 * @self: a forest
 *
 * Returns: (transfer none): where the articles are
 */
FzLibrary *
fz_region_forest_get_library (FzRegionForest *self)
{
  return self->library;
}

/**
 * fz_region_forest_get_roots:
 * @self: a forest
 *
 * Returns: (transfer none): a list model of [class@RegionNode]
 */
GListModel *
fz_region_forest_get_roots (FzRegionForest *self)
{
  return G_LIST_MODEL (self->roots);
}

/**
 * fz_region_forest_lookup:
 * @self: a forest
 * @region: a region
 *
 * Returns: (transfer none) (nullable): its node, where there is one
 */
FzRegionNode *
fz_region_forest_lookup (FzRegionForest *self, FzRegion region)
{
  FzRegionNode *node = g_hash_table_lookup (self->nodes, &region);

  if (node || !self->counts || !fz_region_counts_find (self->counts, region))
    return node;
  return fz_region_forest_ensure_node (self, region);
}

/**
 * fz_region_forest_get_total:
 * @self: a forest
 *
 * Returns: how many articles the library holds
 */
gint64
fz_region_forest_get_total (FzRegionForest *self)
{
  return self->total;
}

/**
 * fz_region_forest_is_counting:
 * @self: a forest
 *
 * Returns: whether the library has changed since what the counts are of: newer ones
 *   are on their way
 */
gboolean
fz_region_forest_is_counting (FzRegionForest *self)
{
  return self->asking;
}

/**
 * fz_region_forest_upper:
 * @region: a region
 *
 * Returns: the region that its row stands below, %FZ_REGION_NONE where it is a root
 */
FzRegion
fz_region_forest_upper (FzRegion region)
{
  return fz_region_counts_upper (region);
}
