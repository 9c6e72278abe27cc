/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-tree-private.h"

#include "fz-tree-row.h"

/* How the selection moves through the tree. */

static GtkBitset *
selected_rows (FzRegionTree *self)
{
  if (!self->selection)
    return gtk_bitset_new_empty ();
  return gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
}

/* Where the reader is: at the row that is selected; where there are several, or
 * none, at the one with the focus. */
guint
fz_region_tree_cursor (FzRegionTree *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus ? gtk_widget_get_first_child (focus) : NULL;
  g_autoptr (GtkBitset) selected = selected_rows (self);

  if (gtk_bitset_get_size (selected) != 1 && row && FZ_IS_TREE_ROW (row)
      && gtk_widget_is_ancestor (row, GTK_WIDGET (self->view)))
    return fz_tree_row_get_position (FZ_TREE_ROW (row));
  return gtk_bitset_is_empty (selected) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (selected);
}

/* Selects a row, shows it and gives it the focus. */
void
fz_region_tree_select (FzRegionTree *self, guint position)
{
  gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
}

/* Selects a row and shows it; a reader who is elsewhere stays there. */
void
fz_region_tree_show (FzRegionTree *self, guint position)
{
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)))
    fz_region_tree_select (self, position);
  else
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_SELECT, NULL);
}

/* What is put in above the first row in sight would push that down and stay out of
 * sight: a reader who stands at the top, and on no row, is kept there. */
void
fz_region_tree_keep_top (FzRegionTree *self, guint position, guint removed, guint added)
{
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (position == 0 && added > 0 && gtk_adjustment_get_value (down) <= 0 && fz_region_tree_cursor (self) == GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
}

static GtkTreeListRow *
cursor_row (FzRegionTree *self)
{
  guint position = fz_region_tree_cursor (self);

  return position == GTK_INVALID_LIST_POSITION ? NULL : gtk_tree_list_model_get_row (self->tree, position);
}

/* The keys of a tree: Right opens a region, then goes to what is in it. */
static void
expand_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzRegionTree *self = FZ_REGION_TREE (widget);
  g_autoptr (GtkTreeListRow) row = cursor_row (self);

  if (!row || !gtk_tree_list_row_is_expandable (row))
    return;
  if (gtk_tree_list_row_get_expanded (row))
    fz_region_tree_select (self, gtk_tree_list_row_get_position (row) + 1);
  else
    gtk_tree_list_row_set_expanded (row, TRUE);
}

/* Left closes a region, from anything else it goes to the region above. */
static void
collapse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzRegionTree *self = FZ_REGION_TREE (widget);
  g_autoptr (GtkTreeListRow) row = cursor_row (self);
  g_autoptr (GtkTreeListRow) above = row ? gtk_tree_list_row_get_parent (row) : NULL;

  if (row && gtk_tree_list_row_get_expanded (row))
    gtk_tree_list_row_set_expanded (row, FALSE);
  else if (above)
    fz_region_tree_select (self, gtk_tree_list_row_get_position (above));
}

/* Escape leaves one region of several selected. */
static void
select_one_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fz_region_tree_select_one (FZ_REGION_TREE (widget));
}

/* Installs what the keys and the menu call. */
void
fz_region_tree_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_property_action (klass, "tree.order", "order");
  gtk_widget_class_install_property_action (klass, "tree.sort", "sort");
  gtk_widget_class_install_property_action (klass, "tree.whole", "whole");
  gtk_widget_class_install_action (klass, "tree.select-one", NULL, select_one_action);
  gtk_widget_class_install_action (klass, "tree.expand", NULL, expand_action);
  gtk_widget_class_install_action (klass, "tree.collapse", NULL, collapse_action);
}

static void
each_below (FzRegionTree *self, GtkTreeListRow *row, FzRegionRowFunc func, gpointer user_data)
{
  g_autoptr (FzRegionNode) node = gtk_tree_list_row_get_item (row);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fz_region_node_get_children (node)));

  func (self, row, node, user_data);
  for (guint i = 0; gtk_tree_list_row_get_expanded (row) && i < n; i++)
    {
      g_autoptr (GtkTreeListRow) child = gtk_tree_list_row_get_child_row (row, i);

      if (child)
        each_below (self, child, func, user_data);
    }
}

/* Calls @func for each row of a region, those of closed regions left out; rows of
 * articles are passed over, because there may be very many. */
void
fz_region_tree_each_region (FzRegionTree *self, FzRegionRowFunc func, gpointer user_data)
{
  guint n = self->forest ? g_list_model_get_n_items (fz_region_forest_get_roots (self->forest)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);

      if (row)
        each_below (self, row, func, user_data);
    }
}

static void
note_expanded (FzRegionTree *self, GtkTreeListRow *row, FzRegionNode *node, gpointer user_data)
{
  if (gtk_tree_list_row_get_expanded (row))
    g_hash_table_add (user_data, node);
}

static void
expand_again (FzRegionTree *self, GtkTreeListRow *row, FzRegionNode *node, gpointer user_data)
{
  if (g_hash_table_contains (user_data, node))
    gtk_tree_list_row_set_expanded (row, TRUE);
}

/* Sorting closes what it moves: what was open is opened again. */
void
fz_region_tree_reorder (FzRegionTree *self)
{
  g_autoptr (GHashTable) expanded = g_hash_table_new (NULL, NULL);

  if (!self->forest)
    return;
  fz_region_tree_each_region (self, note_expanded, expanded);
  fz_region_forest_set_order (self->forest, self->order);
  fz_region_tree_each_region (self, expand_again, expanded);
}

/**
 * fz_region_tree_step:
 * @self: a tree
 * @step: 1 for the next article below the selected row, -1 for the one above
 *
 * Selects and opens that article; regions on the way down are opened.  Where
 * several regions are selected, goes through their articles.
 */
void
fz_region_tree_step (FzRegionTree *self, int step)
{
  g_autoptr (GtkBitset) selected = selected_rows (self);
  guint at;

  g_return_if_fail (FZ_IS_REGION_TREE (self));

  if (!self->selection)
    return;
  if (gtk_widget_get_visible (GTK_WIDGET (self->pane)))
    {
      fz_union_pane_step (self->pane, step);
      return;
    }
  at = gtk_bitset_is_empty (selected) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (selected);
  if (at == GTK_INVALID_LIST_POSITION)
    at = step > 0 ? G_MAXUINT : g_list_model_get_n_items (G_LIST_MODEL (self->tree));
  for (at += (guint) step; at < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); at += (guint) step)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, at);
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

      if (FZ_IS_ARTICLE_ITEM (item))
        {
          fz_region_tree_select (self, at);
          fz_region_tree_activate (self, row);
          return;
        }
      if (step > 0)
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}
