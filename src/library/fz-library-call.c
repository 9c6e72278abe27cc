/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way of a question to the store.
 *
 * No thread of the pool ever holds a reference to the library: it would be the
 * last one some day, and the thread would have to wait for its own end.  What
 * a thread tells goes into the main context it is for: an answer as a source
 * that owns the task, a change as a source that knows the library weakly. */

#include "config.h"

#include "fz-library-private.h"
#include "fz-notice.h"

/**
 * fz_call_clear:
 *
 * Frees what @self owns, question and answer.
 */
void
fz_call_clear (FzCall *self)
{
  g_clear_pointer (&self->query.spans, g_array_unref);
  g_clear_pointer (&self->own_source, fz_source_free);
  g_clear_pointer (&self->annotation, fz_annotation_free);
  g_clear_pointer (&self->figure, fz_figure_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->array, g_array_unref);
  g_clear_pointer (&self->counts, g_array_unref);
  g_clear_pointer (&self->stored, fz_stored_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->stored_source, fz_stored_source_free);
  g_clear_pointer (&self->articles, g_array_unref);
  g_clear_pointer (&self->saved, fz_saved_search_free);
  g_clear_pointer (&self->own_query, g_free);
  g_clear_pointer (&self->hits, fz_hits_free);
}

static void
call_free (gpointer data)
{
  fz_call_clear (data);
  g_free (data);
}

/**
 * fz_library_call:
 * @self: a library
 * @kind: what kind of job
 * @work: answers @call
 * @call: the question
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Blocks until @call is answered.
 */
gboolean
fz_library_call (FzLibrary     *self,
                 FzJobKind      kind,
                 FzWork         work,
                 FzCall        *call,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return fz_pool_run (fz_library_get_pool (self), kind, work, call, cancellable, error);
}

typedef struct {
  GTask  *task;
  GError *error;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_clear_object (&self->task);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
give_answer (gpointer data)
{
  Answer *answer = data;

  if (answer->error != NULL)
    g_task_return_error (answer->task, g_steal_pointer (&answer->error));
  else
    g_task_return_boolean (answer->task, TRUE);
  return G_SOURCE_REMOVE;
}

static void
send_answer (GError   *error,
             gpointer  data)
{
  Answer *answer = data;

  answer->error = error;
  fz_notice_attach (g_task_get_context (answer->task), give_answer, answer, answer_free);
}

/**
 * fz_library_push_task:
 * @self: a library
 * @kind: what kind of job
 * @work: (nullable): answers the data of @task
 * @task: (transfer full): returns whether it was done, in the main context it is of
 */
void
fz_library_push_task (FzLibrary *self,
                      FzJobKind  kind,
                      FzWork     work,
                      GTask     *task)
{
  Answer *answer = g_new0 (Answer, 1);

  /* Whether a write was committed is what it says, not whether it was
   * cancelled afterwards. */
  g_task_set_check_cancellable (task, FALSE);
  answer->task = task;
  fz_pool_push (fz_library_get_pool (self), kind, work, g_task_get_task_data (task), g_task_get_cancellable (task),
                send_answer, answer);
}

/**
 * fz_library_call_async:
 * @self: a library
 * @kind: what kind of job
 * @work: answers @call
 * @call: the question; what it owns is taken
 * @tag: the public function that asks
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 */
void
fz_library_call_async (FzLibrary           *self,
                       FzJobKind            kind,
                       FzWork               work,
                       const FzCall        *call,
                       gpointer             tag,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_memdup2 (call, sizeof *call), call_free);
  fz_library_push_task (self, kind, work, task);
}

/**
 * fz_library_call_finish:
 * @self: a library
 * @result: what the callback was given
 * @tag: the public function that asked
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer none): the answered call, to be taken from while @result
 *   lives; or %NULL
 */
FzCall *
fz_library_call_finish (FzLibrary     *self,
                        GAsyncResult  *result,
                        gpointer       tag,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_task_get_task_data (G_TASK (result));
}
