/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-forest-private.h"

#include <glib/gi18n.h>

/* What stands beside the regions: what is unread, what is starred and what lies in
 * the bin, while there is any, and the searches that the reader keeps.  What is
 * unread may be nearly all: it is looked for, as by a search that is kept. */

static const FzNodeRow shelf_rows[N_SHELVES] = {
  [SHELF_UNREAD] = FZ_NODE_ROW_UNREAD,
  [SHELF_STARRED] = FZ_NODE_ROW_STARRED,
  [SHELF_BIN] = FZ_NODE_ROW_BIN,
  [SHELF_ORPHANS] = FZ_NODE_ROW_ORPHANS,
};

static void
remove_root (FzRegionForest *self, FzRegionNode *node)
{
  guint position;

  if (g_list_store_find (self->roots, node, &position))
    g_list_store_remove (self->roots, position);
}

static FzRegionNode *
new_shelf (FzRegionForest *self, FzForestShelf shelf)
{
  FzRegionNode *node = fz_region_node_new_shelf (self->library, shelf_rows[shelf]);
  g_autoptr (FzSavedSearch) unread = NULL;

  fz_region_node_set_sort (node, self->sort);
  if (shelf != SHELF_UNREAD)
    return node;
  unread = fz_saved_search_new (_("Unread"), "unread:", FZ_SEARCH_BY_DATE);
  fz_region_node_set_saved (node, unread);
  return node;
}

static void
update_shelf (FzRegionForest *self, FzForestShelf shelf, gint64 count)
{
  const FzRegionCount counted = { .total = count, .own = count, .unread = shelf == SHELF_UNREAD ? count : 0 };
  FzRegionNode *node = self->shelves[shelf];
  gboolean is_new = !node && count > 0;

  if (is_new)
    node = self->shelves[shelf] = new_shelf (self, shelf);
  if (!node)
    return;
  fz_region_node_update (node, &counted);
  if (is_new)
    g_list_store_insert_sorted (self->roots, node, fz_region_forest_compare, self);
  if (count > 0)
    return;
  remove_root (self, node);
  g_clear_object (&self->shelves[shelf]);
}

static void
take_count (FzRegionForest *self, GObject *library, GAsyncResult *result, FzForestShelf shelf)
{
  g_autoptr (GError) error = NULL;
  gint64 count = fz_library_count_finish (FZ_LIBRARY (library), result, &error);

  if (count < 0)
    fz_region_forest_fail (self, error);
  else if (self->library)
    update_shelf (self, shelf, count);
}

static void
on_starred (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzRegionForest) self = user_data;

  take_count (self, library, result, SHELF_STARRED);
}

static void
on_binned (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzRegionForest) self = user_data;

  take_count (self, library, result, SHELF_BIN);
}

static void
on_orphans (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzRegionForest) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 count = fz_library_count_orphans_finish (FZ_LIBRARY (library), result, &error);

  if (count < 0)
    fz_region_forest_fail (self, error);
  else if (self->library)
    update_shelf (self, SHELF_ORPHANS, count);
}

static const FzSavedSearch *
saved_of (FzRegionForest *self, guint i)
{
  return fz_region_node_get_saved (self->saved->pdata[i]);
}

static gboolean
same_searches (FzRegionForest *self, const GPtrArray *saved)
{
  if (self->saved->len != saved->len)
    return FALSE;
  for (guint i = 0; i < saved->len; i++)
    if (saved_of (self, i)->id != ((const FzSavedSearch *) saved->pdata[i])->id)
      return FALSE;
  return TRUE;
}

static void
make_searches (FzRegionForest *self, const GPtrArray *saved)
{
  for (guint i = 0; i < self->saved->len; i++)
    remove_root (self, self->saved->pdata[i]);
  g_ptr_array_set_size (self->saved, 0);
  for (guint i = 0; i < saved->len; i++)
    {
      FzRegionNode *node = fz_region_node_new_saved (self->library, saved->pdata[i]);

      g_ptr_array_add (self->saved, node);
      g_list_store_insert_sorted (self->roots, node, fz_region_forest_compare, self);
    }
}

static void
on_searches (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzRegionForest) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) saved = fz_library_saved_searches_finish (FZ_LIBRARY (library), result, &error);

  if (!saved)
    fz_region_forest_fail (self, error);
  if (!saved || !self->library)
    return;
  if (!same_searches (self, saved))
    make_searches (self, saved);
  else
    for (guint i = 0; i < saved->len; i++)
      fz_region_node_set_saved (self->saved->pdata[i], saved->pdata[i]);
}

static void
ask_starred (FzRegionForest *self)
{
  const FzQuery starred = { .any_region = TRUE, .shelf = FZ_SHELF_STARRED };

  fz_library_count_async (self->library, &starred, self->cancellable, on_starred, g_object_ref (self));
}

/* Asks for all of it anew. */
void
fz_region_forest_ask_shelves (FzRegionForest *self)
{
  const FzQuery binned = { .any_region = TRUE, .shelf = FZ_SHELF_BIN };

  ask_starred (self);
  fz_library_count_async (self->library, &binned, self->cancellable, on_binned, g_object_ref (self));
  fz_library_count_orphans_async (self->library, self->cancellable, on_orphans, g_object_ref (self));
  fz_library_saved_searches_async (self->library, self->cancellable, on_searches, g_object_ref (self));
}

/* Follows the counts of the regions. */
void
fz_region_forest_show_unread (FzRegionForest *self)
{
  update_shelf (self, SHELF_UNREAD, MAX (self->unread, 0));
}

static void
mark_rows (FzRegionForest *self, GArray *articles, FzMark mark, gboolean on)
{
  GHashTableIter iter;
  gpointer node;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &node))
    fz_region_node_mark (node, articles, mark, on);
  for (guint i = 0; i < N_SHELVES; i++)
    if (self->shelves[i])
      fz_region_node_mark (self->shelves[i], articles, mark, on);
}

/* The country's row counts its own articles, see fz-region-forest.c. */
static void
count_read (FzRegionForest *self, GArray *counts, gboolean on)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const FzRegionCount *count = &g_array_index (counts, FzRegionCount, i);
      FzRegionNode *node = g_hash_table_lookup (self->nodes, &count->region);
      FzRegionCount *known = self->counts ? fz_region_counts_find (self->counts, count->region) : NULL;
      gint64 n = count->region == FZ_REGION_CHINA ? count->own : count->total;

      if (known)
        known->unread += on ? -n : n;
      if (node && n > 0)
        fz_region_node_add_unread (node, on ? -n : n);
      self->unread += on ? -count->own : count->own;
    }
  fz_region_forest_show_unread (self);
}

/* A few articles were marked: what shows them and counts them follows, and the
 * library is not counted anew; unless it is being counted, before that perhaps. */
void
fz_region_forest_marked (FzRegionForest *self, GArray *articles, guint mark, gboolean on, GArray *counts)
{
  self->stale |= self->asking;
  mark_rows (self, articles, mark, on);
  if (mark == FZ_MARK_READ)
    count_read (self, counts, on);
  if (mark == FZ_MARK_STARRED)
    ask_starred (self);
  for (guint i = 0; i < self->saved->len; i++)
    fz_region_node_recount (self->saved->pdata[i]);
}

/**
 * fz_region_forest_get_binned:
 * @self: a forest
 *
 * Returns: how many articles lie in the bin
 */
gint64
fz_region_forest_get_binned (FzRegionForest *self)
{
  return self->shelves[SHELF_BIN] ? fz_region_node_get_total (self->shelves[SHELF_BIN]) : 0;
}

/**
 * fz_region_forest_set_sort:
 * @self: a forest
 * @sort: in which order the articles of each row stand
 */
void
fz_region_forest_set_sort (FzRegionForest *self, FzSort sort)
{
  GHashTableIter iter;
  gpointer node;

  self->sort = sort;
  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &node))
    fz_region_node_set_sort (node, sort);
  for (guint i = 0; i < N_SHELVES; i++)
    if (self->shelves[i])
      fz_region_node_set_sort (self->shelves[i], sort);
}
