/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-exchange.h"
#include "fz-progress.h"
#include "fz-revise.h"

/* One run: everything that a reanalysis needs at hand. */
typedef struct {
  FzLibrary           *library;
  FzProgressFunc       progress;
  gpointer             user_data;
  GCancellable        *cancellable;
  FzReanalysisSummary *summary;
} Reanalysis;

/**
 * fz_error_ends_work:
 * @error: why a source was not taken
 *
 * Returns: whether the library would refuse every other one for the same reason
 */
gboolean
fz_error_ends_work (const GError *error)
{
  static const FzLibraryError final[] = {
    FZ_LIBRARY_ERROR_NOT_LIBRARY, FZ_LIBRARY_ERROR_TOO_NEW, FZ_LIBRARY_ERROR_DAMAGED,
    FZ_LIBRARY_ERROR_READ_ONLY, FZ_LIBRARY_ERROR_BUSY, FZ_LIBRARY_ERROR_FULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (final); i++)
    if (g_error_matches (error, FZ_LIBRARY_ERROR, final[i]))
      return TRUE;
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
ignore_progress (guint done, guint total, const char *path, gpointer user_data)
{
}

static FzReanalysisSummary *
summary_new (void)
{
  FzReanalysisSummary *self = g_new0 (FzReanalysisSummary, 1);

  self->failures = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_failure_free);
  return self;
}

/* What a person calls the source; its number where not even that can be read. */
static char *
name_of (const Reanalysis *self, gint64 source)
{
  g_autoptr (FzStoredSource) stored = fz_library_load_source (self->library, source, NULL, NULL);

  return stored != NULL ? g_steal_pointer (&stored->name) : g_strdup_printf ("%" G_GINT64_FORMAT, source);
}

static void
fail (Reanalysis *self, gint64 source, const char *reason)
{
  FzFailure *failure = g_new0 (FzFailure, 1);

  failure->path = name_of (self, source);
  failure->reason = g_strdup (reason);
  g_ptr_array_add (self->summary->failures, failure);
}

static void
tell (const Reanalysis *self, guint done, const GArray *sources)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (sources, gint64, done));

  self->progress (done, sources->len, number, self->user_data);
}

static void
revise_or_fail (Reanalysis *self, gint64 source)
{
  g_autoptr (GError) error = NULL;
  guint articles;

  if (fz_revise (self->library, source, NULL, NULL, &articles, self->cancellable, &error))
    {
      self->summary->done++;
      self->summary->articles += articles;
    }
  else if (fz_error_ends_work (error))
    self->summary->stopped = g_steal_pointer (&error);
  else
    fail (self, source, error->message);
}

/**
 * fz_reanalyze:
 * @library: a library
 * @scope: which of its sources
 * @progress: (nullable): told before each source, its number as the path
 *
 * Makes sources anew from their bytes by this engine, with the reader's
 * corrections, each in a transaction of its own: whenever it ends, each source
 * is as the old engine or as the new one made it.  Marks, verdicts and read
 * flags are carried over.
 *
 * Returns: (transfer full): what was done and what was not, also where it was
 *   cancelled
 */
FzReanalysisSummary *
fz_reanalyze (FzLibrary *library, FzReanalysisScope scope, FzProgressFunc progress, gpointer user_data, GCancellable *cancellable)
{
  /* See fz_store_list_sources(). */
  static const char *const engines[] = {
    [FZ_REANALYSIS_OUTDATED] = FZ_ENGINE_VERSION, [FZ_REANALYSIS_ALL] = NULL, [FZ_REANALYSIS_UNMADE] = "",
  };
  Reanalysis self = {
    .library = library,
    .progress = progress != NULL ? progress : ignore_progress,
    .user_data = user_data,
    .cancellable = cancellable,
    .summary = summary_new (),
  };
  g_autoptr (GArray) sources = fz_library_sources (library, engines[scope], cancellable,
                                                   &self.summary->stopped);

  for (guint i = 0; sources != NULL && i < sources->len && self.summary->stopped == NULL; i++)
    {
      tell (&self, i, sources);
      if (!g_cancellable_set_error_if_cancelled (cancellable, &self.summary->stopped))
        revise_or_fail (&self, g_array_index (sources, gint64, i));
    }
  return self.summary;
}

void
fz_reanalysis_summary_free (FzReanalysisSummary *self)
{
  g_ptr_array_unref (self->failures);
  g_clear_error (&self->stopped);
  g_free (self);
}

typedef struct {
  FzReanalysisScope scope;
  FzProgress       *progress;
} ReanalysisTask;

static void
task_free (gpointer data)
{
  ReanalysisTask *self = data;

  fz_progress_unref (self->progress);
  g_free (self);
}

static void
reanalyze_in_thread (GTask *task, gpointer library, gpointer task_data, GCancellable *cancellable)
{
  ReanalysisTask *self = task_data;

  g_task_return_pointer (task,
                         fz_reanalyze (library, self->scope, fz_progress_func (self->progress), self->progress, cancellable),
                         (GDestroyNotify) fz_reanalysis_summary_free);
}

/**
 * fz_reanalyze_async:
 * @progress: (nullable): called in the caller's main context, until the task has returned
 * @progress_destroy: (nullable): frees @progress_data
 *
 * fz_reanalyze() in a thread.  Cancelling it is no error: the summary tells what
 * was done until then.
 */
void
fz_reanalyze_async (FzLibrary *library, FzReanalysisScope scope,
                    FzProgressFunc progress, gpointer progress_data, GDestroyNotify progress_destroy,
                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, user_data);
  ReanalysisTask *self = g_new0 (ReanalysisTask, 1);

  self->scope = scope;
  self->progress = fz_progress_new (progress, progress_data, progress_destroy);
  g_task_set_source_tag (task, fz_reanalyze_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, task_free);
  g_task_run_in_thread (task, reanalyze_in_thread);
}

/**
 * fz_reanalyze_finish:
 *
 * Returns: (transfer full): the summary
 */
FzReanalysisSummary *
fz_reanalyze_finish (GAsyncResult *result, GError **error)
{
  ReanalysisTask *self = g_task_get_task_data (G_TASK (result));

  fz_progress_end (self->progress);
  return g_task_propagate_pointer (G_TASK (result), error);
}
