/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-node-private.h"

#include <glib/gi18n.h>

/* Beside regions the tree has what is starred, what lies in the bin, and searches
 * that the reader keeps.  The hits of those are counted when their row is drawn,
 * and again when it is drawn after the library has changed; never twice at once. */

/* Where counting ends. */
#define MOST_COUNTED 10000

static const char * const shelf_names[] = {
  [FZ_NODE_ROW_UNREAD] = N_("Unread"),
  [FZ_NODE_ROW_STARRED] = N_("Starred"),
  [FZ_NODE_ROW_BIN] = N_("Bin"),
  [FZ_NODE_ROW_ORPHANS] = N_("Notes Without Articles"),
  [FZ_NODE_ROW_ALL] = N_("All Regions"),
};

/**
 * fz_region_node_new_shelf:
 * @library: where the articles are
 * @row: what its row is about: no region and no search
 *
 * Returns: (transfer full): its node
 */
FzRegionNode *
fz_region_node_new_shelf (FzLibrary *library, FzNodeRow row)
{
  FzRegionNode *self = g_object_new (FZ_TYPE_REGION_NODE, NULL);

  self->library = g_object_ref (library);
  self->row = row;
  self->name = g_strdup (_(shelf_names[row]));
  return self;
}

/**
 * fz_region_node_new_saved:
 * @library: where it searches
 * @saved: a search that the reader keeps
 *
 * Returns: (transfer full): its node
 */
FzRegionNode *
fz_region_node_new_saved (FzLibrary *library, const FzSavedSearch *saved)
{
  FzRegionNode *self = g_object_new (FZ_TYPE_REGION_NODE, NULL);

  self->library = g_object_ref (library);
  self->row = FZ_NODE_ROW_SAVED;
  fz_region_node_set_saved (self, saved);
  return self;
}

/**
 * fz_region_node_set_saved:
 * @self: the node of a search
 * @saved: what it is now
 *
 * The library may have changed: its hits are counted anew when they are seen.
 */
void
fz_region_node_set_saved (FzRegionNode *self, const FzSavedSearch *saved)
{
  g_clear_pointer (&self->saved, fz_saved_search_free);
  self->saved = fz_saved_search_copy (saved);
  g_set_str (&self->name, saved->name);
  self->stale = TRUE;
  fz_region_node_changed (self);
}

/**
 * fz_region_node_recount:
 * @self: the node of a search
 *
 * What was marked may be among its hits: they are counted anew when they are seen.
 */
void
fz_region_node_recount (FzRegionNode *self)
{
  self->stale = TRUE;
  fz_region_node_changed (self);
}

/**
 * fz_region_node_get_saved:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the search that it is
 */
const FzSavedSearch *
fz_region_node_get_saved (FzRegionNode *self)
{
  return self->saved;
}

static void
on_hits_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzRegionNode) self = user_data;
  gint64 count = fz_library_count_hits_finish (FZ_LIBRARY (source), result, NULL);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->counting);
  self->count.total = MAX (count, 0);
  fz_region_node_changed (self);
}

/**
 * fz_region_node_want_count:
 * @self: a node
 *
 * Its row is drawn: the hits of a search are counted where nobody knows them.
 */
void
fz_region_node_want_count (FzRegionNode *self)
{
  if (self->row != FZ_NODE_ROW_SAVED || !self->stale || self->counting)
    return;
  self->stale = FALSE;
  self->counting = g_cancellable_new ();
  fz_library_count_hits_async (self->library, self->saved->query, MOST_COUNTED, self->counting,
                               on_hits_counted, g_object_ref (self));
}
