/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane-private.h"

#include <glib/gi18n.h>

/* How far the reader is in an article: told in the running head. */

/* The minutes that so many characters take, a begun one in full. */
static guint
minutes_for (FzReadingPane *self, guint n_characters)
{
  guint pace = fz_reading_settings_get_pace (self->settings);

  return (n_characters + pace - 1) / pace;
}

/* At the beginning it is said how long the whole takes, and at the end nothing. */
static char *
progress_text (FzReadingPane *self, guint length, guint read)
{
  if (fz_reading_view_get_place (self->view) == 0)
    /* Translators: how long it takes to read an article */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", minutes_for (self, length)),
                            minutes_for (self, length));
  if (read >= length)
    return g_strdup ("100 %");
  /* Translators: how much of an article is read, and how many minutes the rest takes */
  return g_strdup_printf (_("%u %% · %u min left"), (guint) (100 * (guint64) read / length), minutes_for (self, length - read));
}

/* Says in the running head how far the reader is. */
void
fz_reading_pane_show_progress (FzReadingPane *self)
{
  FzManuscript *text = fz_reading_view_get_text (self->view);
  guint length = text != NULL ? fz_manuscript_get_length (text) : 0;
  g_autofree char *progress = NULL;

  if (length > 0)
    progress = progress_text (self, length, fz_reading_view_get_seen_end (self->view));
  if (g_strcmp0 (gtk_label_get_text (self->progress), progress ? progress : "") != 0)
    gtk_label_set_text (self->progress, progress ? progress : "");
}
