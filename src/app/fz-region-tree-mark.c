/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-tree-private.h"

/* Which articles of the tree are selected, see fz-article-picker.c.  The rows of a
 * region's articles follow each other, so what is selected of them is a range of
 * its list. */

static gboolean
rows_of_articles (GtkTreeListRow *row, FzRegionNode *node, guint *first, guint *n)
{
  guint n_children = g_list_model_get_n_items (G_LIST_MODEL (fz_region_node_get_children (node)));
  g_autoptr (GtkTreeListRow) article = NULL;

  if (!gtk_tree_list_row_get_expanded (row))
    return FALSE;
  article = gtk_tree_list_row_get_child_row (row, n_children);
  if (!article)
    return FALSE;
  *first = gtk_tree_list_row_get_position (article);
  *n = g_list_model_get_n_items (G_LIST_MODEL (fz_region_node_get_articles (node)));
  return *n > 0;
}

static void
add_part (FzRegionTree *self, GtkTreeListRow *row, FzRegionNode *node, gpointer user_data)
{
  g_autoptr (GtkBitset) selected = NULL, rows = NULL, articles = NULL;
  guint first, n;

  if (!rows_of_articles (row, node, &first, &n))
    return;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  rows = gtk_bitset_copy (selected);
  articles = gtk_bitset_new_range (first, n);
  gtk_bitset_intersect (rows, articles);
  if (gtk_bitset_is_empty (rows))
    return;
  gtk_bitset_shift_left (rows, first);
  g_ptr_array_add (user_data, fz_picked_part_new (FZ_PAGED_LIST (fz_region_node_get_articles (node)),
                                                  g_steal_pointer (&rows)));
}

static GPtrArray *
get_parts (FzArticlePicker *picker)
{
  FzRegionTree *self = FZ_REGION_TREE (picker);
  GPtrArray *parts = g_ptr_array_new_with_free_func (fz_picked_part_free);

  if (self->selection)
    fz_region_tree_each_region (self, add_part, parts);
  return parts;
}

static FzLibrary *
get_library (FzArticlePicker *picker)
{
  FzRegionTree *self = FZ_REGION_TREE (picker);

  return self->forest ? fz_region_forest_get_library (self->forest) : NULL;
}

void
fz_region_tree_picker_init (FzArticlePickerInterface *iface)
{
  iface->get_library = get_library;
  iface->get_parts = get_parts;
}

/* Ctrl+A: the articles of the region in which the reader is. */
static void
select_articles_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzRegionTree *self = FZ_REGION_TREE (widget);
  guint position = self->selection ? fz_region_tree_cursor (self) : GTK_INVALID_LIST_POSITION;
  g_autoptr (GtkTreeListRow) row = NULL;
  g_autoptr (GObject) item = NULL;
  guint first, n;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  row = gtk_tree_list_model_get_row (self->tree, position);
  item = gtk_tree_list_row_get_item (row);
  if (FZ_IS_ARTICLE_ITEM (item))
    {
      GtkTreeListRow *above = gtk_tree_list_row_get_parent (row);

      g_set_object (&row, above);
      g_object_unref (above);
      g_clear_object (&item);
      item = gtk_tree_list_row_get_item (row);
    }
  if (rows_of_articles (row, FZ_REGION_NODE (item), &first, &n))
    gtk_selection_model_select_range (GTK_SELECTION_MODEL (self->selection), first, n, TRUE);
}

static void
rename_search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.rename-search", "x", FZ_REGION_TREE (widget)->menu_search);
}

static void
remove_search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.remove-search", "x", FZ_REGION_TREE (widget)->menu_search);
}

/* Installs the actions. */
void
fz_region_tree_bind_marking (GtkWidgetClass *klass)
{
  fz_article_picker_install_actions (klass);
  gtk_widget_class_install_action (klass, "tree.select-articles", NULL, select_articles_action);
  gtk_widget_class_install_action (klass, "tree.rename-search", NULL, rename_search_action);
  gtk_widget_class_install_action (klass, "tree.remove-search", NULL, remove_search_action);
}

/**
 * fz_region_tree_get_picker:
 * @self: a tree
 *
 * Returns: (transfer none): where articles are selected: the list of several regions
 *   while some are selected there, else the tree itself
 */
GtkWidget *
fz_region_tree_get_picker (FzRegionTree *self)
{
  g_return_val_if_fail (FZ_IS_REGION_TREE (self), NULL);

  return fz_union_pane_has_selected (self->pane) ? GTK_WIDGET (self->pane) : GTK_WIDGET (self);
}
