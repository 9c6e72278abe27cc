/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-tree-private.h"

/* How the selection moves through the tree. */

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

static GtkTreeListRow *
selected_row (FzRegionTree *self)
{
  guint position = self->selection ? gtk_single_selection_get_selected (self->selection) : GTK_INVALID_LIST_POSITION;

  return position == GTK_INVALID_LIST_POSITION ? NULL : gtk_tree_list_model_get_row (self->tree, position);
}

/* The keys of a tree: Right opens a region, then goes to what is in it. */
static void
expand_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzRegionTree *self = FZ_REGION_TREE (widget);
  g_autoptr (GtkTreeListRow) row = selected_row (self);

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
  g_autoptr (GtkTreeListRow) row = selected_row (self);
  g_autoptr (GtkTreeListRow) above = row ? gtk_tree_list_row_get_parent (row) : NULL;

  if (row && gtk_tree_list_row_get_expanded (row))
    gtk_tree_list_row_set_expanded (row, FALSE);
  else if (above)
    fz_region_tree_select (self, gtk_tree_list_row_get_position (above));
}

/* Installs `tree.expand` and `tree.collapse`, which the keys call. */
void
fz_region_tree_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "tree.expand", NULL, expand_action);
  gtk_widget_class_install_action (klass, "tree.collapse", NULL, collapse_action);
}

/**
 * fz_region_tree_step:
 * @self: a tree
 * @step: 1 for the next article below the selected row, -1 for the one above
 *
 * Selects and opens that article; regions on the way down are opened.
 */
void
fz_region_tree_step (FzRegionTree *self, int step)
{
  guint at;

  g_return_if_fail (FZ_IS_REGION_TREE (self));

  if (!self->selection)
    return;
  at = gtk_single_selection_get_selected (self->selection);
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
