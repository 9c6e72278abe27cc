/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

#include <glib/gi18n.h>

#include "fz-exchange.h"

/* The way back from a damaged library: a copy that was made of it before takes its
 * place, or what still reads of it.  What was there stays beside it. */

typedef struct {
  char         *path;
  char         *copy;        /* (nullable): none for what still reads */
  gboolean      all;         /* whether each row could be read */
  GApplication *application; /* (nullable): held, so that the program does not end in the middle */
} Restore;

static void
restore_free (gpointer data)
{
  Restore *self = data;

  g_free (self->path);
  g_free (self->copy);
  g_clear_object (&self->application);
  g_free (self);
}

/* In a thread of its own; what tried to open the library has let go of it by then. */
static void
restore (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Restore *self = data;
  GError *error = NULL;
  gboolean done;

  fz_library_wait_closed ();
  if (self->copy != NULL)
    done = fz_library_restore (self->path, self->copy, NULL, NULL, cancellable, &error);
  else
    done = fz_library_mend (self->path, NULL, NULL, &self->all, cancellable, &error);
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

static void
on_reanalyzed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzWindow) self = user_data;
  g_autoptr (FzReanalysisSummary) summary = fz_reanalyze_finish (result, NULL);
  g_autofree char *text = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (summary->stopped != NULL)
    {
      fz_window_tell (self, summary->stopped->message);
      return;
    }
  text = reanalysed_text (summary);
  fz_window_tell (self, text);
}

/* What could not be read of the analysis is made again from the pages. */
void
fz_window_library_mended (FzWindow *self)
{
  if (self->mended)
    fz_reanalyze_async (self->library, FALSE, NULL, NULL, NULL, self->cancellable, on_reanalyzed, g_object_ref (self));
  self->mended = FALSE;
}

static void
show_restored (FzWindow *self, const Restore *data)
{
  self->open_damaged = FALSE;
  self->mended = data->copy == NULL && !data->all;
  fz_window_open_library (self, data->path);
  if (data->copy == NULL)
    fz_window_tell (self, data->all ? _("All of the library could be read")
                                    : _("Some of the library could not be read; its pages are analysed anew"));
}

static void
refuse (FzWindow *self, const GError *error)
{
  self->restore_refusals++;
  gtk_stack_set_visible_child_name (self->stack, "failed");
  fz_window_tell (self, error->message);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzWindow) self = user_data;
  Restore *data = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (data->application != NULL)
    g_application_release (data->application);
  g_clear_object (&data->application);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* The window may have been given another library meanwhile, or be about to close. */
  if (g_strcmp0 (data->path, self->path) == 0 && !done)
    refuse (self, error);
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

static void
begin (FzWindow *self, const char *copy)
{
  g_autoptr (GTask) task = NULL;
  Restore *data;

  if (self->library || !self->path || fz_window_is_restoring (self))
    return;
  data = g_new0 (Restore, 1);
  *data = (Restore) { g_strdup (self->path), g_strdup (copy), FALSE, NULL };
  if (g_set_object (&data->application, g_application_get_default ()))
    g_application_hold (data->application);
  /* The task may be let go of in its thread, where no window can end. */
  task = g_task_new (NULL, self->cancellable, on_restored, g_object_ref (self));
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, data, restore_free);
  gtk_stack_set_visible_child_name (self->stack, "opening");
  fz_window_wait (self, FZ_WAIT_RESTORE);
  g_task_run_in_thread (task, restore);
}

/**
 * fz_window_restore_library:
 * @self: a window whose library could not be opened
 * @copy: a copy that was made of it
 *
 * Puts the copy in the place of the library and opens it; where that cannot be done,
 * says why, and all is as it was.
 */
void
fz_window_restore_library (FzWindow *self, const char *copy)
{
  g_return_if_fail (FZ_IS_WINDOW (self));

  begin (self, copy);
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

static void
salvage_library_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (FZ_WINDOW (widget), NULL);
}

/* Installs the actions. */
void
fz_window_install_restore (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.salvage-library", NULL, salvage_library_action);
  gtk_widget_class_install_action (klass, "win.restore-library", NULL, restore_library_action);
}
