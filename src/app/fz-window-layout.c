/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

/* What is shown beside what.  Of a wide window it is remembered which sidebars
 * the reader shows; what a narrow one hides is not the reader's choice. */

/* Follows `narrow` and `sidebar-shown`. */
void
fz_window_update_sidebar (FzWindow *self)
{
  adw_navigation_split_view_set_collapsed (self->split, self->narrow || !self->sidebar_shown || self->focused);
  adw_navigation_page_set_can_pop (self->content_page, self->narrow);
  if (!self->narrow)
    adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* Follows `columns` and whether the whole page is called. */
void
fz_window_update_columns (FzWindow *self)
{
  gboolean page = gtk_toggle_button_get_active (self->page_toggle);

  adw_overlay_split_view_set_collapsed (self->figures_split, self->columns < FZ_WINDOW_COLUMNS - (page ? 0 : 1));
  gtk_widget_set_visible (GTK_WIDGET (self->page), page);
  gtk_widget_set_visible (GTK_WIDGET (self->reading), !page || self->columns >= FZ_WINDOW_COLUMNS - 1);
}

/* Where the keyboard goes for an article: the page, where it was called. */
GtkWidget *
fz_window_get_main_pane (FzWindow *self)
{
  return gtk_toggle_button_get_active (self->page_toggle) ? GTK_WIDGET (self->page) : GTK_WIDGET (self->reading);
}

/* Without an article there are no figures to show or hide. */
void
fz_window_show_content (FzWindow *self, const char *name)
{
  gboolean reading = g_str_equal (name, "article");

  gtk_stack_set_visible_child_name (self->content, name);
  if (!reading)
    fz_window_show_title (self, NULL);
  gtk_widget_set_visible (self->figures_toggle, reading);
  gtk_widget_set_visible (GTK_WIDGET (self->page_toggle), reading);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.toggle-figures", reading);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.toggle-page", reading);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.details", reading);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.file-under", reading);
  fz_window_focus_possible (self, reading);
}

/* Below 680: the article is a page of its own, shown where one is open. */
void
fz_window_set_narrow (FzWindow *self, gboolean narrow)
{
  gboolean reading = g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "article") == 0;

  self->narrow = narrow;
  fz_window_update_sidebar (self);
  if (narrow)
    adw_navigation_split_view_set_show_content (self->split, reading);
}

/* The reader called or hid the figures. */
void
fz_window_figures_shown (FzWindow *self)
{
  if (!adw_overlay_split_view_get_collapsed (self->figures_split) && !self->focused)
    g_object_set (self, "figures-shown", adw_overlay_split_view_get_show_sidebar (self->figures_split), NULL);
}

/* The window became too narrow for the figures, or wide enough again, or shows the
 * article alone. */
void
fz_window_figures_collapsed (FzWindow *self)
{
  gboolean collapsed = adw_overlay_split_view_get_collapsed (self->figures_split);

  adw_overlay_split_view_set_show_sidebar (self->figures_split, !collapsed && !self->focused && self->figures_shown);
}

/* Follows `figures-shown`. */
void
fz_window_set_figures_shown (FzWindow *self, gboolean shown)
{
  self->figures_shown = shown;
  if (!adw_overlay_split_view_get_collapsed (self->figures_split) && !self->focused)
    adw_overlay_split_view_set_show_sidebar (self->figures_split, shown);
}

/* The keyboard is where the reader put it, else in the article that is open or
 * on its way, else among the regions.  An import may yet open its first one. */
void
fz_window_settle_focus (FzWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "library") != 0)
    return;
  if (self->waits & (FZ_WAIT_ARTICLE | FZ_WAIT_IMPORT) || (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->split))))
    return;
  if (fz_reading_pane_get_stored (self->reading))
    gtk_widget_grab_focus (fz_window_get_main_pane (self));
  else
    fz_region_tree_focus (self->tree);
}
