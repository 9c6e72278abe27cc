/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-exchange.h"

/* An import in a thread of its own.
 *
 * The worker only notes how far it is; one source in the caller's main context
 * tells the newest of it.  However fast the files go by, no more than one call
 * waits to be made, and none is made after the task has returned.
 */

typedef struct {
  gatomicrefcount  refs;
  GMutex           lock;
  gboolean         waiting; /* a source that will tell is attached */
  gboolean         over;
  guint            done;
  guint            total;
  char            *path;
  GMainContext    *context;
  FzProgressFunc   func;
  gpointer         data;
  GDestroyNotify   destroy;
} Progress;

typedef struct {
  FzLibrary       *library;
  GStrv            paths;
  FzImportOptions  options;
  Progress        *progress;
} ImportTask;

static void
progress_unref (Progress *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_mutex_clear (&self->lock);
  g_main_context_unref (self->context);
  g_free (self->path);
  g_free (self);
}

static Progress *
progress_new (FzProgressFunc func, gpointer data, GDestroyNotify destroy)
{
  Progress *self = g_new0 (Progress, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->lock);
  self->context = g_main_context_ref_thread_default ();
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  return self;
}

/* In the caller's context. */
static gboolean
tell (gpointer data)
{
  Progress *self = data;
  g_autofree char *path = NULL;
  guint done, total;

  g_mutex_lock (&self->lock);
  self->waiting = FALSE;
  done = self->done;
  total = self->total;
  path = g_steal_pointer (&self->path);
  g_mutex_unlock (&self->lock);
  if (!self->over)
    self->func (done, total, path, self->data);
  return G_SOURCE_REMOVE;
}

static void
attach_tell (Progress *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_atomic_ref_count_inc (&self->refs);
  g_source_set_callback (source, tell, self, (GDestroyNotify) progress_unref);
  g_source_attach (source, self->context);
}

/* In the worker. */
static void
note (guint done, guint total, const char *path, gpointer user_data)
{
  Progress *self = user_data;
  gboolean attach;

  g_mutex_lock (&self->lock);
  self->done = done;
  self->total = total;
  g_set_str (&self->path, path);
  attach = !self->waiting;
  self->waiting = TRUE;
  g_mutex_unlock (&self->lock);
  if (attach)
    attach_tell (self);
}

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
  progress_unref (self->progress);
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
                       self->progress->func != NULL ? note : NULL, self->progress, cancellable);
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
  self->progress = progress_new (progress, progress_data, progress_destroy);
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
  Progress *progress = self->progress;

  progress->over = TRUE;
  if (progress->destroy != NULL)
    progress->destroy (progress->data);
  progress->destroy = NULL;
  return g_task_propagate_pointer (G_TASK (result), error);
}
