/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-tree-private.h"

#include "fz-article-menu.h"
#include "fz-tree-row.h"

/* An article is filed elsewhere from its row: by the menu of the row, or dropped
 * on a region, see fz-tree-row.c. */

/* Notes what the menu is about; NULL where a row has none. */
static GMenuModel *
menu_of (FzRegionTree *self, GObject *item)
{
  const FzEntry *entry = FZ_IS_ARTICLE_ITEM (item) ? fz_article_item_get_entry (FZ_ARTICLE_ITEM (item)) : NULL;
  const FzSavedSearch *saved = FZ_IS_REGION_NODE (item) && fz_region_node_get_row (FZ_REGION_NODE (item)) == FZ_NODE_ROW_SAVED
                               ? fz_region_node_get_saved (FZ_REGION_NODE (item)) : NULL;

  self->menu_search = saved ? saved->id : 0;
  if (entry)
    return self->article_menu;
  if (saved)
    return self->search_menu;
  if (FZ_IS_REGION_NODE (item) && fz_region_node_get_row (FZ_REGION_NODE (item)) == FZ_NODE_ROW_BIN)
    return self->bin_menu;
  return NULL;
}

/* The menu is about all that is selected; a row that is not is selected alone. */
static gboolean
popup_at (FzRegionTree *self, guint position, const graphene_point_t *point)
{
  const GdkRectangle at = { (int) point->x, (int) point->y, 1, 1 };
  g_autoptr (GtkTreeListRow) row =
    position == GTK_INVALID_LIST_POSITION ? NULL : gtk_tree_list_model_get_row (self->tree, position);
  g_autoptr (GObject) item = row ? gtk_tree_list_row_get_item (row) : NULL;
  GMenuModel *menu = item ? menu_of (self, item) : NULL;

  if (!menu)
    return FALSE;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  fz_article_picker_update (FZ_ARTICLE_PICKER (self));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (self->menu, &at);
  gtk_popover_popup (self->menu);
  return TRUE;
}

static void
on_secondary_click (GtkGestureClick *gesture, int n_press, double x, double y, FzRegionTree *self)
{
  GtkWidget *row = fz_article_menu_row_under (self->view, x, y);
  graphene_point_t point;

  if (!row || !gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (self),
                                         &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  if (popup_at (self, fz_tree_row_get_position (FZ_TREE_ROW (row)), &point))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The Menu key, at the row with the focus. */
static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzRegionTree *self = FZ_REGION_TREE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_point_t point;

  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view))
      && gtk_widget_compute_point (focus, widget, &GRAPHENE_POINT_INIT (24, (float) gtk_widget_get_height (focus)), &point))
    popup_at (self, fz_region_tree_cursor (self), &point);
}

static void
file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 article;
  guint64 region;

  g_variant_get (parameter, "(xt)", &article, &region);
  g_signal_emit_by_name (widget, "file-dropped", article, region);
}

/* Installs the actions, and names the part of the template. */
void
fz_region_tree_bind_filing (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, FzRegionTree, menu);
  gtk_widget_class_bind_template_child (klass, FzRegionTree, search_menu);
  gtk_widget_class_bind_template_child (klass, FzRegionTree, bin_menu);
  gtk_widget_class_bind_template_callback (klass, on_secondary_click);
  gtk_widget_class_install_action (klass, "tree.menu", NULL, menu_action);
  gtk_widget_class_install_action (klass, "tree.file", "(xt)", file_action);
}
