/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-tree-private.h"

/* An article that is to be revealed may stand in a region or on a page that has
 * not come yet: the wish is kept, tried again with each answer, and given up
 * when the reader opens another one. */

/* The reader opened another one. */
void
fz_region_tree_forget_wanted (FzRegionTree *self)
{
  if (self->wanted_in)
    g_signal_handlers_disconnect_by_func (self->wanted_in, fz_region_tree_try_wanted, self);
  g_clear_object (&self->wanted_in);
  self->wanted = 0;
}

/* The row of @region, with those above it opened. */
GtkTreeListRow *
fz_region_tree_open_region (FzRegionTree *self, FzRegion region)
{
  FzRegion upper = fz_region_forest_upper (region);
  FzRegionNode *node = fz_region_forest_lookup (self->forest, region);
  FzRegionNode *upper_node = upper ? fz_region_forest_lookup (self->forest, upper) : NULL;
  g_autoptr (GtkTreeListRow) above = upper_node ? fz_region_tree_open_region (self, upper) : NULL;
  GListModel *siblings = upper_node ? G_LIST_MODEL (fz_region_node_get_children (upper_node))
                                    : fz_region_forest_get_roots (self->forest);
  GtkTreeListRow *row = NULL;
  guint position;

  if (!node || !g_list_store_find (G_LIST_STORE (siblings), node, &position))
    return NULL;
  row = above ? gtk_tree_list_row_get_child_row (above, position)
              : gtk_tree_list_model_get_child_row (self->tree, position);
  if (row)
    gtk_tree_list_row_set_expanded (row, TRUE);
  return row;
}

/* The newest articles are at the end of a region's list, the oldest at its
 * front: those two pages are looked at. */
static void
ask_for_ends (FzArticleList *list)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (FzArticleItem) first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_autoptr (FzArticleItem) last = n_items ? g_list_model_get_item (G_LIST_MODEL (list), n_items - 1) : NULL;

  if (first)
    fz_article_item_want (first);
  if (last)
    fz_article_item_want (last);
}

static void
want_in (FzRegionTree *self, FzArticleList *list)
{
  if (g_set_object (&self->wanted_in, list))
    {
      g_signal_connect_object (list, "loaded", G_CALLBACK (fz_region_tree_try_wanted), self, G_CONNECT_SWAPPED);
      ask_for_ends (list);
    }
}

/* Selects the row of the wanted article, if it has come. */
void
fz_region_tree_try_wanted (FzRegionTree *self)
{
  FzRegionNode *node = self->wanted ? fz_region_forest_lookup (self->forest, self->wanted_region) : NULL;
  g_autoptr (GtkTreeListRow) row = node ? fz_region_tree_open_region (self, self->wanted_region) : NULL;
  g_autoptr (GtkTreeListRow) found = NULL;
  guint index;

  if (!row)
    return;
  want_in (self, fz_region_node_get_articles (node));
  index = fz_paged_list_find (FZ_PAGED_LIST (self->wanted_in), self->wanted);
  if (index == G_MAXUINT)
    return;
  index += g_list_model_get_n_items (G_LIST_MODEL (fz_region_node_get_children (node)));
  found = gtk_tree_list_row_get_child_row (row, index);
  if (found)
    fz_region_tree_show (self, gtk_tree_list_row_get_position (found));
  fz_region_tree_forget_wanted (self);
}

/* An article that was opened where it stands for a second region stays there. */
static gboolean
is_at (FzRegionTree *self, gint64 article)
{
  guint position = fz_region_tree_cursor (self);
  g_autoptr (GtkTreeListRow) row = position == GTK_INVALID_LIST_POSITION ? NULL : gtk_tree_list_model_get_row (self->tree, position);
  g_autoptr (GObject) item = row ? gtk_tree_list_row_get_item (row) : NULL;
  const FzEntry *entry = FZ_IS_ARTICLE_ITEM (item) ? fz_article_item_get_entry (FZ_ARTICLE_ITEM (item)) : NULL;

  return entry && entry->id == article && entry->second;
}

/**
 * fz_region_tree_reveal:
 * @self: a tree
 * @article: an article's id
 * @region: the region it is filed under
 *
 * Selects the article's row, as soon as the library has answered with it.  While
 * several regions are selected they stay selected.
 */
void
fz_region_tree_reveal (FzRegionTree *self, gint64 article, FzRegion region)
{
  g_return_if_fail (FZ_IS_REGION_TREE (self));

  fz_region_tree_forget_wanted (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self->pane)) || (self->forest && is_at (self, article)))
    return;
  self->wanted = article;
  self->wanted_region = region;
  if (self->forest)
    fz_region_tree_try_wanted (self);
}
