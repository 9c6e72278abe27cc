/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

#include "fz-closures.h"
#include "fz-import-dialog.h"

/* Imports of the window: what is asked for, what came of it, and the first
 * article of it opened. */

/* What the library itself refused is no matter for a line that passes. */
static gboolean
needs_dialog (const FzImportSummary *summary)
{
  if (summary->stopped && !g_error_matches (summary->stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  return summary->failures->len > 0;
}

/* Who gave the files on a command line is told there as well. */
static void
print_failures (const FzImportSummary *summary)
{
  for (guint i = 0; i < summary->failures->len; i++)
    {
      const FzFailure *failure = summary->failures->pdata[i];

      g_printerr ("fangzhi: %s: %s\n", failure->path, failure->reason);
    }
}

static void
show_summary (FzWindow *self, const FzImportSummary *summary)
{
  g_autofree char *text = fz_import_summary_text (summary);

  if (needs_dialog (summary))
    {
      print_failures (summary);
      adw_dialog_present (fz_import_dialog_new (summary), GTK_WIDGET (self));
    }
  else
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

/* In a narrow window an article that nobody asked for would be marked as read
 * behind the list. */
static gboolean
wants_first (FzWindow *self, FzLibrary *library, const FzImportSummary *summary)
{
  if (summary->first == 0 || library != self->library)
    return FALSE;
  return self->show_imported || (!self->narrow && !fz_reading_pane_get_stored (self->reading));
}

static void
on_finished (FzImportJob *job, FzLibrary *library, FzImportSummary *summary, FzWindow *self)
{
  gboolean running = fz_import_job_get_running (job);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-import", running);
  show_summary (self, summary);
  if (running)
    return;
  if (wants_first (self, library, summary))
    fz_window_show_article (self, summary->first);
  if (self->show_imported && summary->first != 0)
    adw_navigation_split_view_set_show_content (self->split, TRUE);
  self->show_imported = FALSE;
  fz_window_done (self, FZ_WAIT_IMPORT);
  fz_window_settle_focus (self);
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
 * Imports them and opens the first article of them, whatever is open; also that
 * of a page which was in the library already.
 */
void
fz_window_open_files (FzWindow *self, GStrv paths)
{
  g_return_if_fail (FZ_IS_WINDOW (self));

  self->show_imported = TRUE;
  fz_window_import (self, paths);
}
