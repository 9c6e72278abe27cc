/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-exchange.h"
#include "fz-progress.h"

/* An import in a thread of its own. */

typedef struct {
  FzLibrary       *library;
  GStrv            paths;
  FzImportOptions  options;
  FzProgress      *progress;
} ImportTask;

static void
import_task_free (ImportTask *self)
{
  g_object_unref (self->library);
  g_strfreev (self->paths);
  g_free ((char *) self->options.newspaper);
  g_free ((char *) self->options.date);
  g_free ((char *) self->options.edition);
  g_free ((char *) self->options.encoding);
  g_free ((char *) self->options.name);
  fz_progress_unref (self->progress);
  g_free (self);
}

static FzImportOptions
copy_options (const FzImportOptions *options)
{
  if (options == NULL)
    return (FzImportOptions) { 0 };
  return (FzImportOptions) {
    .newspaper = g_strdup (options->newspaper),
    .date = g_strdup (options->date),
    .edition = g_strdup (options->edition),
    .encoding = g_strdup (options->encoding),
    .name = g_strdup (options->name),
  };
}

static void
import_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  ImportTask *self = task_data;
  FzImportSummary *summary;

  summary = fz_import (self->library, (const char * const *) self->paths, &self->options,
                       fz_progress_func (self->progress), self->progress, cancellable);
  g_task_return_pointer (task, summary, (GDestroyNotify) fz_import_summary_free);
}

/**
 * fz_import_async:
 * @progress: (nullable): called in the caller's main context, until the task has returned
 * @progress_destroy: (nullable): frees @progress_data
 *
 * fz_import() in a thread.  Cancelling it is no error: the summary tells what
 * had come in until then.
 */
void
fz_import_async (FzLibrary *library, const char * const *paths, const FzImportOptions *options,
                 FzProgressFunc progress, gpointer progress_data, GDestroyNotify progress_destroy,
                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, user_data);
  ImportTask *self = g_new0 (ImportTask, 1);

  self->library = g_object_ref (library);
  self->paths = g_strdupv ((char **) paths);
  self->options = copy_options (options);
  self->progress = fz_progress_new (progress, progress_data, progress_destroy);
  g_task_set_source_tag (task, fz_import_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, (GDestroyNotify) import_task_free);
  g_task_run_in_thread (task, import_in_thread);
}

/**
 * fz_import_finish:
 *
 * Returns: (transfer full): the summary
 */
FzImportSummary *
fz_import_finish (GAsyncResult *result, GError **error)
{
  ImportTask *self = g_task_get_task_data (G_TASK (result));

  fz_progress_end (self->progress);
  return g_task_propagate_pointer (G_TASK (result), error);
}
