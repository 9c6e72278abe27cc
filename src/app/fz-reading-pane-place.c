/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane-private.h"

#include <glib/gi18n.h>

#include "fz-article.h"

/* How far the reader is in an article: told in the running head, and kept for the next
 * time it is opened, as a place in its own text even where it is shown in a story. */

/* So long the reader must have stayed at a place. */
#define STAYED_MSEC 1500

/* The characters of the body from a position on: those that are counted where the length
 * of an article is told. */
static guint
body_from (const FzManuscript *text, guint position)
{
  guint n = 0;

  for (guint i = 0; i < fz_manuscript_n_passages (text); i++)
    {
      const FzPassage *passage = fz_manuscript_get_passage (text, i);

      if (passage->style == FZ_ROLE_BODY && passage->end > position)
        n += passage->end - MAX (passage->start, position);
    }
  return n;
}

/* The minutes that so many characters take, at least one. */
static guint
minutes_for (FzReadingPane *self, guint n_characters)
{
  guint pace = fz_reading_settings_get_pace (self->settings);

  return MAX (1, (n_characters + pace / 2) / pace);
}

/* At the beginning it is said how long the whole takes, and at the end nothing. */
static char *
progress_text (FzReadingPane *self, const FzManuscript *text, guint read)
{
  guint length = fz_manuscript_get_length (text), minutes;

  if (fz_reading_view_get_place (self->view) == 0)
    {
      minutes = minutes_for (self, body_from (text, 0));
      /* Translators: how long it takes to read an article */
      return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
    }
  if (read >= length)
    return g_strdup ("100 %");
  /* Translators: how much of an article is read, and how many minutes the rest takes */
  return g_strdup_printf (_("%u %% · %u min left"), (guint) (100 * (guint64) read / length),
                          minutes_for (self, body_from (text, read)));
}

/* Says in the running head how far the reader is. */
void
fz_reading_pane_show_progress (FzReadingPane *self)
{
  FzManuscript *text = fz_reading_view_get_text (self->view);
  g_autofree char *progress = NULL;

  if (text != NULL && fz_manuscript_get_length (text) > 0)
    progress = progress_text (self, text, fz_reading_view_get_seen_end (self->view));
  if (g_strcmp0 (gtk_label_get_text (self->progress), progress ? progress : "") != 0)
    gtk_label_set_text (self->progress, progress ? progress : "");
}

/* A library that cannot be written refuses every place: that is told once. */
static void
tell_refused (FzReadingPane *self, const GError *error)
{
  g_autofree char *sentence = NULL;
  AdwToast *toast;

  if (self->place_told || self->toasts == NULL)
    return;
  self->place_told = TRUE;
  sentence = g_strdup_printf (_("Where you stop reading is not kept: %s"), error->message);
  toast = adw_toast_new (sentence);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzReadingPane) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!fz_library_set_position_finish (FZ_LIBRARY (source), result, &error))
    tell_refused (self, error);
  self->keeping--;
  fz_reading_pane_tell_writing (self);
}

/* As a place in the article that was opened; -1 at its beginning. */
static gint64
own_place (FzReadingPane *self)
{
  const FzStoryPart *own = fz_story_part (self->story, self->story->own);
  guint place = fz_reading_view_get_place (self->view);

  return place > own->start ? (gint64) MIN (place, own->end) - own->start : -1;
}

/**
 * fz_reading_pane_keep_place:
 *
 * Begins to keep where the reader is, if that is another place than was kept last.
 */
void
fz_reading_pane_keep_place (FzReadingPane *self)
{
  gint64 place;

  g_return_if_fail (FZ_IS_READING_PANE (self));

  g_clear_handle_id (&self->stayed, g_source_remove);
  if (self->stored == NULL || self->library == NULL)
    return;
  place = own_place (self);
  if (place == self->place)
    return;
  self->place = place;
  self->keeping++;
  fz_library_set_position_async (self->library, self->stored->entry->id, place, NULL, on_kept, g_object_ref (self));
  fz_reading_pane_tell_writing (self);
}

static gboolean
on_stayed (gpointer user_data)
{
  FzReadingPane *self = user_data;

  self->stayed = 0;
  fz_reading_pane_keep_place (self);
  return G_SOURCE_REMOVE;
}

/* The reader scrolls. */
void
fz_reading_pane_place_moved (FzReadingPane *self)
{
  fz_reading_pane_show_progress (self);
  g_clear_handle_id (&self->stayed, g_source_remove);
  if (self->stored != NULL)
    self->stayed = g_timeout_add (STAYED_MSEC, on_stayed, self);
}

/* Goes on where the reader left off; a part that is not the first begins where its own
 * page is named. */
void
fz_reading_pane_resume (FzReadingPane *self, gint64 place)
{
  const FzStoryPart *own = fz_story_part (self->story, self->story->own);

  self->place = place;
  if (place > 0 && place < own->end - own->start)
    fz_reading_view_put_place (self->view, own->start + place);
  else if (self->story->own == 0)
    fz_reading_view_scroll_to_top (self->view);
  else
    fz_reading_view_scroll_to (self->view, fz_story_part (self->story, self->story->own - 1)->end);
}
