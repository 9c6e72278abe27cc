/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figure-page-private.h"

#include <glib/gi18n.h>

#include "fz-figure-labels.h"

/* Which figures are listed, and in which order. */

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return fz_figure_item_compare ((FzFigureItem *) a, (FzFigureItem *) b, FZ_FIGURE_PAGE (user_data)->order);
}

static int
compare_sections (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return fz_figure_item_compare_sections ((FzFigureItem *) a, (FzFigureItem *) b, FZ_FIGURE_PAGE (user_data)->order);
}

/* The kind that is chosen, or -1 for all. */
static int
chosen_kind (FzFigurePage *self)
{
  guint at = gtk_drop_down_get_selected (self->kind);

  if (at == 0 || at == GTK_INVALID_LIST_POSITION || at > self->kinds->len)
    return -1;
  return (int) g_array_index (self->kinds, FzFigureKind, at - 1);
}

static gboolean
is_of_kind (gpointer item, gpointer user_data)
{
  int kind = chosen_kind (user_data);

  return kind < 0 || (int) fz_figure_item_get_figure (item)->kind == kind;
}

/* The list, or that there is none. */
void
fz_figure_page_show_list (FzFigurePage *self)
{
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->stack, some ? "list" : "empty");
}

/* The reader chose a kind. */
void
fz_figure_page_kind_chosen (FzFigurePage *self)
{
  if (self->selection == NULL)
    return;
  self->following = TRUE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  self->following = FALSE;
  fz_figure_page_show_list (self);
}

/* Offers the kinds that the article has, and keeps the choice if it can. */
void
fz_figure_page_offer_kinds (FzFigurePage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  int chosen = chosen_kind (self);
  guint place = 0;

  gtk_string_list_append (labels, _("All Kinds"));
  g_array_set_size (self->kinds, 0);
  for (guint n = 0; n < fz_figure_n_kinds (); n++)
    for (guint i = 0; self->items && i < g_list_model_get_n_items (self->items); i++)
      {
        g_autoptr (FzFigureItem) item = g_list_model_get_item (self->items, i);
        const FzFigureKind kind = fz_figure_nth_kind (n);

        if (fz_figure_item_get_figure (item)->kind != kind)
          continue;
        g_array_append_val (self->kinds, kind);
        gtk_string_list_append (labels, fz_figure_kind_label (kind));
        place = (int) kind == chosen ? self->kinds->len : place;
        break;
      }
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->kind, place);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind), self->kinds->len > 1);
}

/* Filtered by kind, sorted under indicators, one of it selected. */
void
fz_figure_page_build_models (FzFigurePage *self)
{
  GtkSortListModel *sorted;

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_of_kind, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL));
  self->sections = GTK_SORTER (gtk_custom_sorter_new (compare_sections, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->filtered)), g_object_ref (self->sorter));
  gtk_sort_list_model_set_section_sorter (sorted, self->sections);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sorted));
  g_object_unref (sorted);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}
