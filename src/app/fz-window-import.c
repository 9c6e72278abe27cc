/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

#include <glib/gi18n.h>

#include "fz-closures.h"
#include "fz-import-dialog.h"

/* Imports of the window: what is asked for, what came of it, and the first
 * article of it opened. */

static void
on_first (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzWindow) self = user_data;
  g_autoptr (GPtrArray) entries = fz_library_list_finish (FZ_LIBRARY (source), result, NULL);

  if (entries)
    g_ptr_array_set_free_func (entries, (GDestroyNotify) fz_entry_free);
  if (entries && entries->len > 0 && FZ_LIBRARY (source) == self->library)
    fz_window_show_article (self, ((FzEntry *) entries->pdata[0])->id);
  fz_window_done (self, FZ_WAIT_FIRST);
}

/* Articles are listed as they were imported, so that the new ones are the last;
 * where nothing is new, the list begins at its own first. */
static void
on_count (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzWindow) self = user_data;
  FzQuery query = FZ_QUERY_ALL;
  gint64 total = fz_library_count_finish (FZ_LIBRARY (source), result, NULL);
  guint offset = self->n_imported > 0 ? (guint) MAX (total - self->n_imported, 0) : 0;

  fz_library_list_async (FZ_LIBRARY (source), &query, offset, 1, self->cancellable, on_first, g_object_ref (self));
}

static void
show_first (FzWindow *self, guint n_imported)
{
  FzQuery query = FZ_QUERY_ALL;

  self->n_imported = n_imported;
  fz_window_wait (self, FZ_WAIT_FIRST);
  fz_library_count_async (self->library, &query, self->cancellable, on_count, g_object_ref (self));
}

static void
show_summary (FzWindow *self, const FzImportSummary *summary)
{
  g_autofree char *text = fz_import_summary_text (summary);

  if (summary->failures && summary->failures->len > 0)
    adw_dialog_present (fz_import_dialog_new (summary), GTK_WIDGET (self));
  else
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static gboolean
wants_first (FzWindow *self, const FzImportSummary *summary)
{
  if (!fz_reading_pane_get_stored (self->reading))
    return TRUE;
  return self->show_imported && summary->articles > 0;
}

static void
on_finished (FzImportJob *job, FzImportSummary *summary, GError *error, FzWindow *self)
{
  gboolean running = fz_import_job_get_running (job);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-import", running);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Import cancelled; what was done is kept")));
  else if (error)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
  if (summary)
    show_summary (self, summary);
  if (summary && !running && wants_first (self, summary))
    show_first (self, summary->articles);
  if (!running)
    {
      self->show_imported = FALSE;
      fz_window_done (self, FZ_WAIT_IMPORT);
    }
}

/* Follows the window's import job. */
void
fz_window_import_init (FzWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-import", FALSE);
  g_signal_connect_object (self->job, "finished", G_CALLBACK (on_finished), self, G_CONNECT_DEFAULT);
}

/* Begins what was asked for before the library was open. */
void
fz_window_import_waiting (FzWindow *self)
{
  g_auto (GStrv) paths = g_steal_pointer (&self->waiting);

  if (paths)
    fz_window_import (self, paths);
}

static void
add_waiting (FzWindow *self, GStrv paths)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  if (self->waiting)
    g_strv_builder_addv (all, (const char **) self->waiting);
  g_strv_builder_addv (all, (const char **) paths);
  g_strfreev (self->waiting);
  self->waiting = g_strv_builder_end (all);
}

/**
 * fz_window_import:
 * @self: a window
 * @paths: files and folders
 *
 * Imports them into the window's library, as soon as it is open, with progress
 * and a summary.  The first article that came in is opened where none is open.
 */
void
fz_window_import (FzWindow *self, GStrv paths)
{
  g_return_if_fail (FZ_IS_WINDOW (self));

  if (!self->library)
    {
      add_waiting (self, paths);
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-import", TRUE);
  fz_window_wait (self, FZ_WAIT_IMPORT);
  fz_import_job_start (self->job, self->library, paths);
}

/**
 * fz_window_open_files:
 * @self: a window
 * @paths: files and folders
 *
 * Imports them and opens the first article that came in, whatever is open.
 */
void
fz_window_open_files (FzWindow *self, GStrv paths)
{
  g_return_if_fail (FZ_IS_WINDOW (self));

  self->show_imported = TRUE;
  fz_window_import (self, paths);
}
