/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-search-pane-private.h"

#include "fz-tree-row.h"

/* While something is looked for, the tree of regions is that of its hits: only
 * regions that have some, with how many.  Choosing one leaves those of it in the
 * list below; the first row, and Escape, bring all of them back.
 *
 * Hits are counted by the library, never here: the latest first, so that there is
 * something to choose from soon, then all.  Each change of the query cancels that. */

/* So many are counted first. */
#define FIRST_COUNTED 10000

/* So few regions are all opened. */
#define FEW_REGIONS 12

static GListModel *
rows_below (gpointer item, gpointer user_data)
{
  if (fz_region_node_get_row (item) == FZ_NODE_ROW_ALL)
    return NULL;
  fz_hit_regions_look_below (user_data, item);
  return g_object_ref (G_LIST_MODEL (fz_region_node_get_children (item)));
}

void
fz_search_pane_stop_counting (FzSearchPane *self)
{
  if (self->counting)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

/* (transfer full) (nullable) */
static FzRegionNode *
selected_node (FzSearchPane *self)
{
  GtkTreeListRow *row = self->region_selection ? gtk_single_selection_get_selected_item (self->region_selection) : NULL;

  return row ? gtk_tree_list_row_get_item (row) : NULL;
}

/* The list follows what is chosen. */
static void
on_region_selected (FzSearchPane *self)
{
  g_autoptr (FzRegionNode) node = selected_node (self);
  gboolean narrowed = node && fz_region_node_get_row (node) == FZ_NODE_ROW_FOUND;
  FzRegion region = narrowed ? fz_region_node_get_region (node) : FZ_REGION_NONE;

  if (narrowed == self->narrowed && region == self->region)
    return;
  self->narrowed = narrowed;
  self->region = region;
  fz_search_pane_ask (self, TRUE);
}

/* A region that is new is opened where all can be seen, or where it is the only one. */
static void
open_new (FzSearchPane *self, GListModel *siblings, GtkTreeListRow *above)
{
  guint n = g_list_model_get_n_items (siblings);
  gboolean opens = n == (above ? 1 : 2) || fz_hit_regions_get_n (self->regions) <= FEW_REGIONS;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FzRegionNode) node = g_list_model_get_item (siblings, i);
      g_autoptr (GtkTreeListRow) row = above ? gtk_tree_list_row_get_child_row (above, i)
                                             : gtk_tree_list_model_get_child_row (self->region_tree, i);

      if (!row || fz_region_node_get_row (node) == FZ_NODE_ROW_ALL)
        continue;
      if (fz_region_node_take_new (node) && opens)
        gtk_tree_list_row_set_expanded (row, TRUE);
      if (gtk_tree_list_row_get_expanded (row))
        open_new (self, G_LIST_MODEL (fz_region_node_get_children (node)), row);
    }
}

static void
show_regions (FzSearchPane *self, GArray *counts)
{
  fz_hit_regions_update (self->regions, counts, self->n_hits);
  gtk_widget_set_visible (self->region_scroller, counts->len > 0);
  open_new (self, fz_hit_regions_get_roots (self->regions), NULL);
  /* What is looked for now has no hits there. */
  if (gtk_single_selection_get_selected (self->region_selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->region_selection, 0);
}

static void count (FzSearchPane *self, gint64 most);

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzSearchPane) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 n = 0;
  g_autoptr (GArray) counts = fz_library_count_hits_by_region_finish (FZ_LIBRARY (source), result, &n, &error);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  fz_search_pane_stop_counting (self);
  if (!counts)
    {
      /* It is asked again when the same is looked for again. */
      g_clear_pointer (&self->counted, g_free);
      self->n_more = FALSE;
      fz_search_pane_tell (self, error->message, TRUE);
      return;
    }
  self->n_hits = n;
  self->n_more = n == FIRST_COUNTED;
  show_regions (self, counts);
  fz_search_pane_show_count (self);
  if (self->n_more)
    count (self, G_MAXINT64);
  else if (self->counts_are_stale)
    fz_search_pane_count (self, TRUE);
}

static void
count (FzSearchPane *self, gint64 most)
{
  self->counting = g_cancellable_new ();
  fz_library_count_hits_by_region_async (self->library, fz_search_pane_get_query (self), most, self->counting,
                                         on_counted, g_object_ref (self));
}

/* Counts the hits of what is looked for, unless that is known; @anew all the same. */
void
fz_search_pane_count (FzSearchPane *self, gboolean anew)
{
  const char *query = fz_search_pane_get_query (self);

  if (!anew && g_strcmp0 (self->counted, query) == 0)
    {
      if (!self->counting || self->n_more)
        fz_search_pane_show_count (self);
      return;
    }
  fz_search_pane_stop_counting (self);
  g_set_str (&self->counted, query);
  self->n_more = FALSE;
  self->counts_are_stale = FALSE;
  count (self, FIRST_COUNTED);
}

static void
on_region_activate (FzSearchPane *self, guint position)
{
  gtk_single_selection_set_selected (self->region_selection, position);
}

static void
on_region_setup (FzSearchPane *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, fz_tree_row_new ());
}

static void
on_region_bind (FzSearchPane *self, GtkListItem *list_item)
{
  fz_tree_row_bind (FZ_TREE_ROW (gtk_list_item_get_child (list_item)), list_item);
}

static void
on_region_unbind (FzSearchPane *self, GtkListItem *list_item)
{
  fz_tree_row_unbind (FZ_TREE_ROW (gtk_list_item_get_child (list_item)));
}

/* Right opens a region, Left closes it, as in the tree of the library. */
static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzSearchPane *self = FZ_SEARCH_PANE (widget);
  GtkTreeListRow *row = self->region_selection ? gtk_single_selection_get_selected_item (self->region_selection) : NULL;

  if (row && gtk_tree_list_row_is_expandable (row))
    gtk_tree_list_row_set_expanded (row, g_str_equal (name, "search.open-region"));
}

static void
all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzSearchPane *self = FZ_SEARCH_PANE (widget);

  if (self->narrowed)
    gtk_single_selection_set_selected (self->region_selection, 0);
  else
    gtk_widget_activate_action (widget, "search.close", NULL);
}

void
fz_search_pane_bind_regions (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, FzSearchPane, region_scroller);
  gtk_widget_class_bind_template_child (klass, FzSearchPane, region_view);
  gtk_widget_class_bind_template_callback (klass, on_region_activate);
  gtk_widget_class_bind_template_callback (klass, on_region_setup);
  gtk_widget_class_bind_template_callback (klass, on_region_bind);
  gtk_widget_class_bind_template_callback (klass, on_region_unbind);
  gtk_widget_class_install_action (klass, "search.open-region", NULL, open_action);
  gtk_widget_class_install_action (klass, "search.close-region", NULL, open_action);
  gtk_widget_class_install_action (klass, "search.all-regions", NULL, all_action);
}

/* For the library that there is. */
void
fz_search_pane_set_up_regions (FzSearchPane *self)
{
  self->regions = fz_hit_regions_new (self->library);
  fz_hit_regions_set_order (self->regions, self->region_order);
  self->region_tree = gtk_tree_list_model_new (g_object_ref (fz_hit_regions_get_roots (self->regions)),
                                               FALSE, FALSE, rows_below, g_object_ref (self->regions), g_object_unref);
  self->region_selection = gtk_single_selection_new (G_LIST_MODEL (self->region_tree));
  gtk_single_selection_set_autoselect (self->region_selection, FALSE);
  gtk_single_selection_set_selected (self->region_selection, 0);
  g_signal_connect_object (self->region_selection, "notify::selected-item", G_CALLBACK (on_region_selected),
                           self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->region_view, GTK_SELECTION_MODEL (self->region_selection));
}

/* Nothing is looked for. */
void
fz_search_pane_drop_regions (FzSearchPane *self)
{
  fz_search_pane_stop_counting (self);
  if (self->region_selection)
    g_signal_handlers_disconnect_by_data (self->region_selection, self);
  if (self->region_view)
    gtk_list_view_set_model (self->region_view, NULL);
  if (self->region_scroller)
    gtk_widget_set_visible (self->region_scroller, FALSE);
  g_clear_object (&self->region_selection);
  g_clear_object (&self->regions);
  g_clear_pointer (&self->counted, g_free);
  self->region_tree = NULL;
  self->narrowed = FALSE;
  self->region = FZ_REGION_NONE;
}

/* Follows `region-order`. */
void
fz_search_pane_reorder (FzSearchPane *self)
{
  if (self->regions)
    fz_hit_regions_set_order (self->regions, self->region_order);
}
