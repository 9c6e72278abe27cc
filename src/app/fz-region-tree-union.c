/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-tree-private.h"

/* Several regions that are selected at once, with Ctrl or Shift and a click or the
 * arrow keys: their articles stand in a list of their own below the tree. */

static void
add_selected (FzRegionTree *self, GtkTreeListRow *row, FzRegionNode *node, gpointer user_data)
{
  FzRegion region = fz_region_node_get_region (node);
  FzRegionSpan span = { region, region };

  if (fz_region_node_get_row (node) != FZ_NODE_ROW_REGION
      || !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), gtk_tree_list_row_get_position (row)))
    return;
  /* The country's row is about the country itself. */
  if (region != FZ_REGION_CHINA)
    fz_region_span (region, &span.first, &span.last);
  g_array_append_val (user_data, span);
}

static gboolean
same_spans (const GArray *left, const GArray *right)
{
  return left && right && left->len == right->len
         && memcmp (left->data, right->data, left->len * sizeof (FzRegionSpan)) == 0;
}

/* Follows the selection; the same regions in another row are no news. */
void
fz_region_tree_selection_changed (FzRegionTree *self)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (FzRegionSpan));
  gboolean several;

  fz_region_tree_each_region (self, add_selected, spans);
  several = spans->len > 1;
  if (several == gtk_widget_get_visible (GTK_WIDGET (self->pane)) && (!several || same_spans (spans, self->spans)))
    return;
  g_clear_pointer (&self->spans, g_array_unref);
  self->spans = several ? g_array_ref (spans) : NULL;
  fz_union_pane_set_regions (self->pane, fz_region_forest_get_library (self->forest), self->spans);
  gtk_widget_set_visible (GTK_WIDGET (self->pane), several);
  /* The tree has become shorter. */
  if (several)
    gtk_list_view_scroll_to (self->view, fz_region_tree_cursor (self), GTK_LIST_SCROLL_NONE, NULL);
}

/* Leaves one region selected. */
void
fz_region_tree_select_one (FzRegionTree *self)
{
  guint position = self->selection ? fz_region_tree_cursor (self) : GTK_INVALID_LIST_POSITION;

  if (position != GTK_INVALID_LIST_POSITION)
    fz_region_tree_select (self, position);
}

static void
fz_region_tree_article_chosen (FzRegionTree *self, FzArticleItem *item)
{
  fz_region_tree_open_item (self, item);
}

/* Names the parts of the template that the list of articles has. */
void
fz_region_tree_bind_union (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, FzRegionTree, pane);
  gtk_widget_class_bind_template_callback (klass, fz_region_tree_select_one);
  gtk_widget_class_bind_template_callback (klass, fz_region_tree_article_chosen);
}
