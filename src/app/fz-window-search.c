/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

/* Search stands where the regions stand; the button in the header says which of
 * them is shown. */

/* Puts the sidebar where the reader sees it. */
void
fz_window_show_sidebar (FzWindow *self)
{
  if (self->narrow)
    adw_navigation_split_view_set_show_content (self->split, FALSE);
  else
    g_object_set (self, "sidebar-shown", TRUE, NULL);
}

/* Ctrl+F: also where search is shown already, to search for something else. */
void
fz_window_open_search (FzWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "library") != 0)
    return;
  fz_window_show_sidebar (self);
  gtk_toggle_button_set_active (self->search_toggle, TRUE);
  fz_search_pane_focus (self->search);
}

gboolean
fz_window_is_searching (FzWindow *self)
{
  return gtk_toggle_button_get_active (self->search_toggle);
}

void
fz_window_search_toggled (FzWindow *self)
{
  gboolean search = fz_window_is_searching (self);

  gtk_stack_set_visible_child_name (self->sidebar, search ? "search" : "regions");
  if (search)
    fz_search_pane_focus (self->search);
}

/* Escape: back among the regions. */
void
fz_window_search_closed (FzWindow *self)
{
  gtk_toggle_button_set_active (self->search_toggle, FALSE);
  fz_region_tree_focus (self->tree);
}

/* Whatever was found last is not what is opened next. */
void
fz_window_forget_sought (FzWindow *self)
{
  self->sought_article = 0;
  g_clear_pointer (&self->sought, g_array_unref);
  g_clear_pointer (&self->sought_query, g_free);
}

/* The article is opened where what was looked for stands first. */
void
fz_window_hit_activated (FzSearchPane *search, FzArticleItem *item, FzWindow *self)
{
  const FzHit *hit = fz_article_item_get_hit (item);

  fz_window_forget_sought (self);
  self->sought_article = hit->entry->id;
  self->sought = g_array_ref (hit->ranges);
  self->sought_query = g_strdup (fz_search_pane_get_query (search));
  fz_window_open_article (self, hit->entry->id);
}

/* An article was opened: if it was found, what was looked for is marked. */
void
fz_window_reveal_sought (FzWindow *self, gint64 article)
{
  gboolean found = article == self->sought_article;

  fz_reading_pane_show_hits (self->reading, found ? self->sought_query : NULL, found ? self->sought : NULL);
  fz_window_forget_sought (self);
}
