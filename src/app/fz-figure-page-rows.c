/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figure-page-private.h"

#include "fz-figure-line.h"

/* The rows of the list and their headings: what they show, what the pointer and
 * the keyboard are on, and the menu of one of them. */

static void
on_pointed (FzFigureLine *row, gboolean here, FzFigurePage *self)
{
  fz_figure_page_point (self, here ? g_object_get_data (G_OBJECT (row), "item") : NULL);
}

static guint
position_of (FzFigurePage *self, FzFigureItem *item)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (FzFigureItem) other = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (other == item)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
pop_up (FzFigurePage *self, GtkWidget *from, double x, double y)
{
  graphene_point_t at;

  if (!gtk_widget_compute_point (from, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &at))
    return;
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle) { at.x, at.y, 1, 1 });
  gtk_popover_popup (self->menu);
}

static void
on_row_menu (FzFigureLine *row, double x, double y, FzFigurePage *self)
{
  gtk_single_selection_set_selected (self->selection,
                                     position_of (self, g_object_get_data (G_OBJECT (row), "item")));
  pop_up (self, GTK_WIDGET (row), x, y);
}

/* The keyboard comes to a row, or leaves it for something else. */
void
fz_figure_page_focus_moved (FzFigurePage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *line = focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)) ? gtk_widget_get_first_child (focus) : NULL;
  gboolean here = FZ_IS_FIGURE_LINE (line);

  if (here || self->focused)
    fz_figure_page_point (self, here ? g_object_get_data (G_OBJECT (line), "item") : NULL);
  self->focused = here;
}

/* By the keyboard: under the row that has the focus. */
static void
menu_popup (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzFigurePage *self = FZ_FIGURE_PAGE (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (row != NULL && fz_figure_page_get_selected (self) != NULL)
    pop_up (self, row, 24, gtk_widget_get_height (row));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *cell, FzFigurePage *self)
{
  GtkWidget *row = fz_figure_line_new ();

  g_signal_connect_object (row, "pointed", G_CALLBACK (on_pointed), self, 0);
  g_signal_connect_object (row, "menu", G_CALLBACK (on_row_menu), self, 0);
  gtk_list_item_set_child (cell, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *cell, FzFigurePage *self)
{
  GtkWidget *row = gtk_list_item_get_child (cell);
  FzFigureItem *item = gtk_list_item_get_item (cell);
  g_autofree char *spoken = fz_figure_item_dup_spoken (item);

  fz_figure_line_set_item (FZ_FIGURE_LINE (row), item);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  gtk_list_item_set_accessible_label (cell, spoken);
}

static void
on_bind_header (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  FzFigureItem *item = gtk_list_header_get_item (header);
  GtkWidget *label = gtk_list_header_get_child (header);

  gtk_label_set_text (GTK_LABEL (label), fz_figure_item_get_section (item));
  gtk_widget_set_tooltip_text (label, fz_figure_item_get_section (item));
  if (fz_figure_item_get_figure (item)->indicator != NULL)
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
}

static void
on_setup_header (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

/* What the template and the keys call. */
void
fz_figure_page_bind_rows (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "figure-page.menu", NULL, menu_popup);
  gtk_widget_class_bind_template_callback (klass, on_setup);
  gtk_widget_class_bind_template_callback (klass, on_bind);
  gtk_widget_class_bind_template_callback (klass, on_setup_header);
  gtk_widget_class_bind_template_callback (klass, on_bind_header);
}
