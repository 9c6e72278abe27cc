/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-forest-private.h"

/* What stands beside the regions: what is starred and what lies in the bin, while
 * there is any, and the searches that the reader keeps. */

static const FzNodeRow shelf_rows[] = { FZ_NODE_ROW_STARRED, FZ_NODE_ROW_BIN, FZ_NODE_ROW_ORPHANS };

/* Where counting ends. */
#define MOST_ORPHANS 1000

G_STATIC_ASSERT (G_N_ELEMENTS (shelf_rows) == G_N_ELEMENTS (((FzRegionForest *) NULL)->shelves));

static void
remove_root (FzRegionForest *self, FzRegionNode *node)
{
  guint position;

  if (g_list_store_find (self->roots, node, &position))
    g_list_store_remove (self->roots, position);
}

static void
update_shelf (FzRegionForest *self, guint shelf, gint64 count)
{
  const FzRegionCount counted = { .total = count, .own = count };
  FzRegionNode *node = self->shelves[shelf];
  gboolean is_new = !node && count > 0;

  if (is_new)
    {
      node = self->shelves[shelf] = fz_region_node_new_shelf (self->library, shelf_rows[shelf]);
      fz_region_node_set_sort (node, self->sort);
    }
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
take_count (FzRegionForest *self, GObject *library, GAsyncResult *result, guint shelf)
{
  gint64 count = fz_library_count_finish (FZ_LIBRARY (library), result, NULL);

  if (count >= 0 && self->library)
    update_shelf (self, shelf, count);
}

static void
on_starred (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzRegionForest) self = user_data;

  take_count (self, library, result, 0);
}

static void
on_binned (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzRegionForest) self = user_data;

  take_count (self, library, result, 1);
}

static void
on_orphans (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzRegionForest) self = user_data;
  g_autoptr (GPtrArray) orphans = fz_library_orphans_finish (FZ_LIBRARY (library), result, NULL);

  if (orphans && self->library)
    update_shelf (self, 2, orphans->len);
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
  g_autoptr (GPtrArray) saved = fz_library_saved_searches_finish (FZ_LIBRARY (library), result, NULL);

  if (!saved || !self->library)
    return;
  if (!same_searches (self, saved))
    make_searches (self, saved);
  else
    for (guint i = 0; i < saved->len; i++)
      fz_region_node_set_saved (self->saved->pdata[i], saved->pdata[i]);
}

/* Asks for all of it anew. */
void
fz_region_forest_ask_shelves (FzRegionForest *self)
{
  const FzQuery starred = { .any_region = TRUE, .shelf = FZ_SHELF_STARRED };
  const FzQuery binned = { .any_region = TRUE, .shelf = FZ_SHELF_BIN };

  fz_library_count_async (self->library, &starred, self->cancellable, on_starred, g_object_ref (self));
  fz_library_count_async (self->library, &binned, self->cancellable, on_binned, g_object_ref (self));
  fz_library_orphans_async (self->library, MOST_ORPHANS, self->cancellable, on_orphans, g_object_ref (self));
  fz_library_saved_searches_async (self->library, self->cancellable, on_searches, g_object_ref (self));
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
  return self->shelves[1] ? fz_region_node_get_total (self->shelves[1]) : 0;
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
  for (guint i = 0; i < G_N_ELEMENTS (self->shelves); i++)
    if (self->shelves[i])
      fz_region_node_set_sort (self->shelves[i], sort);
}
