/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources as a whole: what is known of them, what the reader corrected, and
 * another analysis in the place of the old one. */

#include "config.h"

#include "fz-library-private.h"

static gboolean
work_load_source (FzConnection  *reader,
                  gpointer       data,
                  GError       **error)
{
  FzCall *call = data;

  call->stored_source = fz_store_load_source (reader, call->id, error);
  return call->stored_source != NULL;
}

/**
 * fz_library_load_source:
 * @self: a library
 * @source: id of a source
 * @cancellable: (nullable): stops it
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 *
 * Returns: (transfer full): its claims, corrections, bytes, and the entries of
 *   its articles; or %NULL
 */
FzStoredSource *
fz_library_load_source (FzLibrary     *self,
                        gint64         source,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_auto (FzCall) call = { .id = source };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), NULL);
  if (!fz_library_call (self, FZ_JOB_READ, work_load_source, &call, cancellable, error))
    return NULL;
  return g_steal_pointer (&call.stored_source);
}

/**
 * fz_library_load_source_async:
 *
 * As [method@Library.load_source], for where a window is drawn.
 */
void
fz_library_load_source_async (FzLibrary           *self,
                              gint64               source,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  FzCall call = { .id = source };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_READ, work_load_source, &call, fz_library_load_source_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_load_source_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): as [method@Library.load_source], or %NULL
 */
FzStoredSource *
fz_library_load_source_finish (FzLibrary     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  FzCall *call = fz_library_call_finish (self, result, fz_library_load_source_async, error);

  return call != NULL ? g_steal_pointer (&call->stored_source) : NULL;
}

static gboolean
work_sources (FzConnection  *reader,
              gpointer       data,
              GError       **error)
{
  FzCall *call = data;

  call->array = fz_store_list_sources (reader, call->engine, error);
  return call->array != NULL;
}

/**
 * fz_library_sources:
 * @self: a library
 * @engine: (nullable): leaves out those whose articles this engine made
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type gint64): ids of sources in the order
 *   of import, or %NULL
 */
GArray *
fz_library_sources (FzLibrary     *self,
                    const char    *engine,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_auto (FzCall) call = { .engine = engine };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), NULL);
  if (!fz_library_call (self, FZ_JOB_READ, work_sources, &call, cancellable, error))
    return NULL;
  return g_steal_pointer (&call.array);
}

static gboolean
work_corrections (FzConnection  *reader,
                  gpointer       data,
                  GError       **error)
{
  FzCall *call = data;

  call->rows = fz_store_get_corrections (reader, call->id, error);
  return call->rows != NULL;
}

/**
 * fz_library_corrections:
 * @self: a library
 * @source: id of a source, or 0 for all
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type FzCorrection): what the reader said,
 *   by source and in the order in which it was said; or %NULL
 */
GPtrArray *
fz_library_corrections (FzLibrary     *self,
                        gint64         source,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_auto (FzCall) call = { .id = source };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), NULL);
  if (!fz_library_call (self, FZ_JOB_READ, work_corrections, &call, cancellable, error))
    return NULL;
  return g_steal_pointer (&call.rows);
}

/**
 * fz_library_corrections_async:
 *
 * As [method@Library.corrections], for where a window is drawn.
 */
void
fz_library_corrections_async (FzLibrary           *self,
                              gint64               source,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  FzCall call = { .id = source };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_READ, work_corrections, &call, fz_library_corrections_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_corrections_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type FzCorrection): as
 *   [method@Library.corrections], or %NULL
 */
GPtrArray *
fz_library_corrections_finish (FzLibrary     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  FzCall *call = fz_library_call_finish (self, result, fz_library_corrections_async, error);

  return call != NULL ? g_steal_pointer (&call->rows) : NULL;
}

static gboolean
work_replace (FzConnection  *writer,
              gpointer       data,
              GError       **error)
{
  const FzCall *call = data;

  return fz_store_replace (writer, call->revision, error);
}

/* What the reader said exists nowhere else; a new analysis can be made again. */
static FzJobKind
job_of (const FzRevision *revision)
{
  gboolean says = (revision->add != NULL && revision->add->len > 0) ||
                  (revision->remove != NULL && revision->remove->len > 0);

  return says ? FZ_JOB_WRITE_SYNCED : FZ_JOB_WRITE;
}

/**
 * fz_library_replace:
 * @self: a library
 * @revision: what is done to which source; the ids of what it adds are filled in
 * @cancellable: (nullable): stops it
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND where there is no such source or no such
 *   correction of it, %FZ_LIBRARY_ERROR_CHANGED where it has other corrections
 *   than the analysis was made with, and others
 *
 * Puts a new analysis of a source in the place of the old one, and corrections
 * in and out, in one transaction.  Articles keep their ids by the lines that
 * they hold, and with them read marks; marks find their quotes again, verdicts
 * their figures, and those that do not are kept.
 *
 * Returns: %FALSE with @error set and everything as it was
 */
gboolean
fz_library_replace (FzLibrary     *self,
                    FzRevision    *revision,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_auto (FzCall) call = { .revision = revision };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  return fz_library_call (self, job_of (revision), work_replace, &call, cancellable, error);
}
