/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

#include "fz-story.h"

/* The page beside the article, and what follows a correction: the page is loaded
 * anew, then the article, which keeps its id where it still holds its lines; where
 * it does not, the one that holds them now is opened. */

static void
update_wait (FzWindow *self)
{
  if (self->refresh || fz_page_view_is_loading (self->page) || fz_corrector_is_busy (self->corrector))
    fz_window_wait (self, FZ_WAIT_PAGE);
  else
    fz_window_done (self, FZ_WAIT_PAGE);
}

/* What holds now what the open article held; none where the page has no article. */
static gint64
find_again (const FzSheet *sheet, const FzStored *stored)
{
  guint32 article = fz_sheet_find_article (sheet, stored->entry->id);

  if (article == FZ_SHEET_NO_ARTICLE)
    article = fz_articles_find_line (sheet->analysis->page->articles, fz_article_anchor (stored->article));
  return article < sheet->ids->len ? g_array_index (sheet->ids, gint64, article) : 0;
}

/* The article follows its page; one that is on its way may be as it was before
 * the correction, and is loaded again when it has come. */
static void
refresh_article (FzWindow *self)
{
  FzStored *stored = fz_reading_pane_get_stored (self->reading);
  FzSheet *sheet = fz_page_view_get_sheet (self->page);
  gint64 article;

  if (!self->refresh || fz_page_view_is_loading (self->page) || (self->waits & FZ_WAIT_ARTICLE))
    return;
  self->refresh = FALSE;
  if (stored == NULL)
    return;
  article = sheet != NULL ? find_again (sheet, stored) : stored->entry->id;
  fz_page_view_follow (self->page, article);
  fz_window_show_article (self, article);
}

/* The page as it is now has come, or cannot be had. */
void
fz_window_page_loaded (FzWindow *self)
{
  refresh_article (self);
  update_wait (self);
}

/* Whether any part of the story is. */
static gboolean
is_of_source (const FzStored *stored, gint64 source)
{
  for (guint i = 0; i < fz_story_n_stored (stored); i++)
    if (fz_story_nth_stored (stored, i)->entry->source == source)
      return TRUE;
  return FALSE;
}

static void
on_corrected (FzWindow *self, gint64 source)
{
  FzStored *stored = fz_reading_pane_get_stored (self->reading);

  if (stored == NULL || !is_of_source (stored, source))
    return;
  self->refresh = TRUE;
  fz_page_view_reload (self->page);
  update_wait (self);
}

/* An article was opened, or loaded again. */
void
fz_window_follow_article (FzWindow *self)
{
  FzStored *stored = fz_reading_pane_get_stored (self->reading);
  gint64 source = stored != NULL ? stored->entry->source : 0;

  fz_corrector_set_source (self->corrector, source);
  fz_page_view_show (self->page, source, stored != NULL ? stored->entry->id : 0);
  refresh_article (self);
  update_wait (self);
}

/* The reader calls the page, or sends it away; the keyboard goes with it where it
 * was in either. */
void
fz_window_page_toggled (FzWindow *self)
{
  gboolean page = gtk_toggle_button_get_active (self->page_toggle);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean inside = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->figures_split))
                    || focus == GTK_WIDGET (self->page_toggle);

  fz_reading_pane_finish_note (self->reading);
  fz_window_update_columns (self);
  fz_page_view_set_wanted (self->page, page);
  if (inside)
    gtk_widget_grab_focus (fz_window_get_main_pane (self));
  update_wait (self);
}

/* A passage of the article is to be seen. */
void
fz_window_show_reading (FzWindow *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->reading)))
    gtk_toggle_button_set_active (self->page_toggle, FALSE);
}

/* Of the article, whichever of both is seen. */
void
fz_window_open_details (FzWindow *self)
{
  fz_page_view_open_details (self->page);
  update_wait (self);
}

void
fz_window_page_init (FzWindow *self)
{
  fz_page_view_set_corrector (self->page, self->corrector);
  fz_page_view_set_history (self->page, fz_reading_pane_get_annotation_actions (self->reading));
  fz_reading_pane_set_corrector (self->reading, self->corrector);
  g_signal_connect_object (self->corrector, "corrected", G_CALLBACK (on_corrected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->corrector, "changed", G_CALLBACK (update_wait), self, G_CONNECT_SWAPPED);
}
