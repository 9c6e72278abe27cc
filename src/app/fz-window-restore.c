/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

#include <glib/gi18n.h>

#include "fz-exchange.h"

/* The way back: a copy that was made of a library takes its place, or what still
 * reads of a damaged one.  What was there stays beside it.  A library that is open is
 * let go of first, when all is written, and whatever comes of it is opened again. */

/* How often the bar is drawn anew. */
#define TICK_MS 100
#define PARTS   1000

typedef struct _FzRestore FzRestore;

struct _FzRestore {
  char         *path;
  char         *copy;        /* (nullable): none for what still reads */
  gboolean      was_open;
  gboolean      all;         /* whether each row could be read */
  char         *kept;        /* (nullable): what was there, beside it */
  int           done;        /* of PARTS; told in the thread, read in the window */
  GCancellable *cancellable;
  GApplication *application; /* (nullable): held, so that the program does not end in the middle */
};

static void
restore_free (gpointer data)
{
  FzRestore *self = data;

  g_free (self->path);
  g_free (self->copy);
  g_free (self->kept);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->application);
  g_free (self);
}

static void
tell (guint done, guint total, gpointer data)
{
  FzRestore *self = data;

  g_atomic_int_set (&self->done, (int) ((guint64) done * PARTS / MAX (total, 1)));
}

/* In a thread of its own; what tried to open the library has let go of it by then. */
static void
restore (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FzRestore *self = data;
  GError *error = NULL;
  gboolean done;

  fz_library_wait_closed ();
  if (self->copy != NULL)
    done = fz_library_restore (self->path, self->copy, tell, self, &self->kept, cancellable, &error);
  else
    done = fz_library_mend (self->path, tell, self, &self->all, &self->kept, cancellable, &error);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static char *
reanalysed_text (const FzReanalysisSummary *summary)
{
  guint n = summary->failures->len;
  g_autofree char *done = g_strdup_printf (ngettext ("%'u page was analysed anew", "%'u pages were analysed anew",
                                                     summary->done), summary->done);
  g_autofree char *failed = g_strdup_printf (ngettext ("%'u page could not be analysed anew",
                                                       "%'u pages could not be analysed anew", n), n);

  return n > 0 ? g_strdup_printf (_("%s; %s"), done, failed) : g_steal_pointer (&done);
}

/* The article that could not be read is asked for again. */
static void
show_unread (FzWindow *self)
{
  gint64 article = 0;

  g_object_get (self->reading, "article", &article, NULL);
  if (article != 0 && !fz_reading_pane_get_stored (self->reading))
    fz_window_show_article (self, article);
}

/* What was stopped goes on when the library is opened again. */
static void
on_reanalyzed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzWindow) self = user_data;
  g_autoptr (FzReanalysisSummary) summary = fz_reanalyze_finish (result, NULL);
  g_autofree char *text = NULL;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (summary->stopped != NULL)
    {
      fz_window_tell (self, summary->stopped->message);
      return;
    }
  /* What cannot be analysed at all was told when that was first met. */
  if (summary->done == 0)
    return;
  show_unread (self);
  text = reanalysed_text (summary);
  fz_window_tell (self, text);
}

static void
on_is_unmade (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzWindow) self = user_data;
  FzLibrary *library = FZ_LIBRARY (source);

  if (fz_library_is_unmade_finish (library, result, NULL) && library == self->library)
    fz_reanalyze_async (library, FZ_REANALYSIS_UNMADE, NULL, NULL, NULL, self->reanalysing, on_reanalyzed, g_object_ref (self));
}

/* What could not be read of the analysis is made again from the pages; which those
 * are the library itself says. */
void
fz_window_go_on_mending (FzWindow *self)
{
  g_cancellable_cancel (self->reanalysing);
  g_clear_object (&self->reanalysing);
  if (!self->library)
    return;
  self->reanalysing = g_cancellable_new ();
  fz_library_is_unmade_async (self->library, self->reanalysing, on_is_unmade, g_object_ref (self));
}

static const char *
done_text (const FzRestore *data)
{
  if (data->copy != NULL)
    return _("The backup is in place");
  return data->all ? _("All of the library could be read")
                   : _("Some of the library could not be read; its pages are analysed anew");
}

/* What was there before is found again by its name. */
static char *
told_text (const FzRestore *data)
{
  g_autofree char *name = data->kept != NULL ? g_path_get_basename (data->kept) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;

  return shown != NULL ? g_strdup_printf (_("%s; what was there before is “%s” now"), done_text (data), shown)
                       : g_strdup (done_text (data));
}

static void
show_restored (FzWindow *self, const FzRestore *data)
{
  g_autofree char *text = told_text (data);

  self->open_damaged = FALSE;
  fz_window_open_library (self, data->path);
  fz_window_tell (self, text);
}

/* The library is as it was. */
static void
show_unchanged (FzWindow *self, const FzRestore *data, const GError *error)
{
  gboolean stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (data->was_open)
    fz_window_open_library (self, data->path);
  else
    gtk_stack_set_visible_child_name (self->stack, "failed");
  self->restore_refusals += !stopped;
  fz_window_tell (self, stopped ? _("Nothing was changed") : error->message);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzWindow) self = user_data;
  FzRestore *data = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (data->application != NULL)
    g_application_release (data->application);
  g_clear_object (&data->application);
  /* The window is gone. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  g_clear_handle_id (&self->restore_tick, g_source_remove);
  self->restoring = NULL;
  /* The window may have been given another library meanwhile, or be about to close. */
  if (g_strcmp0 (data->path, self->path) == 0 && !done)
    show_unchanged (self, data, error);
  else if (g_strcmp0 (data->path, self->path) == 0 && !self->closing)
    show_restored (self, data);
  fz_window_done (self, FZ_WAIT_RESTORE);
}

/* Whether something is being put into the library's place. */
gboolean
fz_window_is_restoring (FzWindow *self)
{
  return (self->waits & FZ_WAIT_RESTORE) != 0;
}

static gboolean
draw_bar (gpointer user_data)
{
  FzWindow *self = user_data;

  gtk_progress_bar_set_fraction (self->restore_bar, g_atomic_int_get (&self->restoring->done) / (double) PARTS);
  return G_SOURCE_CONTINUE;
}

static void
show_restoring (FzWindow *self)
{
  adw_status_page_set_title (self->restore_page, self->restoring->copy ? _("Putting the Backup in Place")
                                                                       : _("Keeping What Still Reads"));
  draw_bar (self);
  gtk_stack_set_visible_child_name (self->stack, "restoring");
  self->restore_tick = g_timeout_add (TICK_MS, draw_bar, self);
}

static void
begin (FzWindow *self, const char *copy)
{
  g_autoptr (GTask) task = NULL;
  FzRestore *data = g_new0 (FzRestore, 1);

  *data = (FzRestore) { g_strdup (self->path), g_strdup (copy), self->library != NULL, .cancellable = g_cancellable_new () };
  if (g_set_object (&data->application, g_application_get_default ()))
    g_application_hold (data->application);
  if (self->library)
    fz_window_let_go (self);
  /* The task may be let go of in its thread, where no window can end. */
  task = g_task_new (NULL, data->cancellable, on_restored, g_object_ref (self));
  g_task_set_source_tag (task, begin);
  /* Where the copy took the place it did, whenever that was cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, data, restore_free);
  self->restoring = data;
  show_restoring (self);
  fz_window_wait (self, FZ_WAIT_RESTORE);
  g_task_run_in_thread (task, restore);
}

/* All that the reader did is in the library. */
void
fz_window_restore_written (FzWindow *self)
{
  g_autofree char *copy = g_steal_pointer (&self->to_restore);

  /* Meanwhile files may have come to be imported. */
  if (fz_import_job_get_running (self->job))
    fz_window_tell (self, _("Wait until the import is done, or cancel it"));
  else
    begin (self, copy);
}

/* Whoever looks at the window sees nothing of it any more. */
void
fz_window_end_restoring (FzWindow *self)
{
  g_cancellable_cancel (self->reanalysing);
  g_clear_object (&self->reanalysing);
  g_clear_handle_id (&self->restore_tick, g_source_remove);
  if (self->restoring)
    g_cancellable_cancel (self->restoring->cancellable);
  self->restoring = NULL;
}

/**
 * fz_window_restore_library:
 * @self: a window
 * @copy: a copy that was made of its library
 *
 * Puts the copy in the place of the library, whether that is open or could not be
 * opened, and opens it; where that cannot be done, says why, and all is as it was.
 */
void
fz_window_restore_library (FzWindow *self, const char *copy)
{
  g_return_if_fail (FZ_IS_WINDOW (self));

  if (!self->path || fz_window_is_restoring (self) || (self->waits & FZ_WAIT_LIBRARY))
    return;
  if (fz_import_job_get_running (self->job))
    {
      fz_window_tell (self, _("Wait until the import is done, or cancel it"));
      return;
    }
  g_set_str (&self->to_restore, copy);
  if (!self->library || !fz_window_restore_later (self))
    fz_window_restore_written (self);
}

static void
on_copy_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file && g_file_peek_path (file))
    fz_window_restore_library (self, g_file_peek_path (file));
}

static void
restore_library_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzWindow *self = FZ_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Restore from a Backup"));
  gtk_file_dialog_set_accept_label (dialog, _("_Restore"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), self->cancellable, on_copy_chosen, g_object_ref (self));
}

/* Of one that is open nothing needs it. */
static void
salvage_library_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzWindow *self = FZ_WINDOW (widget);

  if (!self->library && self->path && !fz_window_is_restoring (self))
    begin (self, NULL);
}

static void
cancel_restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzWindow *self = FZ_WINDOW (widget);

  if (self->restoring)
    g_cancellable_cancel (self->restoring->cancellable);
}

/* Installs the actions. */
void
fz_window_install_restore (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.salvage-library", NULL, salvage_library_action);
  gtk_widget_class_install_action (klass, "win.restore-library", NULL, restore_library_action);
  gtk_widget_class_install_action (klass, "win.cancel-restore", NULL, cancel_restore_action);
}
