/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-article-menu.h"

#include "fz-article-picker.h"
#include "fz-hit-row.h"
#include "fz-tree-row.h"

/* The menu of the articles that are selected, where the reader asks for it: at the
 * pointer, or at the row with the focus. */

/**
 * fz_article_menu_model:
 *
 * Returns: (transfer full): what can be said of articles
 */
GMenuModel *
fz_article_menu_model (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/fangzhi/Fangzhi/fz-article-menu.ui");

  return g_object_ref (G_MENU_MODEL (gtk_builder_get_object (builder, "article_menu")));
}

static gboolean
is_row (GtkWidget *widget)
{
  return widget && (FZ_IS_TREE_ROW (widget) || FZ_IS_HIT_ROW (widget));
}

/**
 * fz_article_menu_row_under:
 * @view: a list
 * @x: a point in it
 * @y: its height
 *
 * Returns: (transfer none) (nullable): the row at the point
 */
GtkWidget *
fz_article_menu_row_under (GtkListView *view, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *inner = picked ? gtk_widget_get_first_child (picked) : NULL;

  for (GtkWidget *widget = picked; widget && widget != GTK_WIDGET (view); widget = gtk_widget_get_parent (widget))
    if (is_row (widget))
      return widget;
  return is_row (inner) ? inner : NULL;
}

/* The menu is about all that is selected; a row that is not is selected alone. */
static gboolean
popup (GtkPopover *menu, GtkListView *view, GtkWidget *row, const graphene_point_t *point)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (view);
  GtkWidget *picker = gtk_widget_get_ancestor (GTK_WIDGET (view), FZ_TYPE_ARTICLE_PICKER);
  const GdkRectangle at = { (int) point->x, (int) point->y, 1, 1 };
  guint position = FZ_IS_HIT_ROW (row) ? fz_hit_row_get_position (FZ_HIT_ROW (row))
                                       : fz_tree_row_get_position (FZ_TREE_ROW (row));

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
  fz_article_picker_update (FZ_ARTICLE_PICKER (picker));
  gtk_popover_set_pointing_to (menu, &at);
  gtk_popover_popup (menu);
  return TRUE;
}

/**
 * fz_article_menu_popup_at:
 * @menu: the popover of a picker
 * @view: the list of its articles
 * @x: a point in it
 * @y: its height
 *
 * Returns: whether there is an article
 */
gboolean
fz_article_menu_popup_at (GtkPopover *menu, GtkListView *view, double x, double y)
{
  GtkWidget *row = fz_article_menu_row_under (view, x, y);
  graphene_point_t point;

  return row
         && gtk_widget_compute_point (GTK_WIDGET (view), gtk_widget_get_parent (GTK_WIDGET (menu)),
                                      &GRAPHENE_POINT_INIT ((float) x, (float) y), &point)
         && popup (menu, view, row, &point);
}

/**
 * fz_article_menu_popup_at_focus:
 * @menu: the popover of a picker
 * @view: the list of its articles
 *
 * Returns: whether an article has the focus
 */
gboolean
fz_article_menu_popup_at_focus (GtkPopover *menu, GtkListView *view)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (view)));
  GtkWidget *row = focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (view)) ? gtk_widget_get_first_child (focus) : NULL;
  graphene_point_t point;

  return is_row (row)
         && gtk_widget_compute_point (focus, gtk_widget_get_parent (GTK_WIDGET (menu)),
                                      &GRAPHENE_POINT_INIT (24, (float) gtk_widget_get_height (focus)), &point)
         && popup (menu, view, row, &point);
}
