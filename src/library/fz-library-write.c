/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is put into a library.  Each act is one transaction in the writing
 * thread, in the order in which they were asked for. */

#include "config.h"

#include "fz-library-private.h"

static gboolean
work_add (FzConnection  *writer,
          gpointer       data,
          GError       **error)
{
  FzCall *call = data;

  return fz_store_add_source (writer, call->source, &call->added, error);
}

/**
 * fz_library_add:
 * @self: a library
 * @source: a page with its articles and facts; its hash and its first article
 *   are filled in, also where it was there already
 * @out_added: (out) (optional): %FALSE where the same bytes are in the library already
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Adds the source with all that was cut from it in one transaction.
 *
 * Returns: %FALSE with @error set and nothing of the source in the library
 */
gboolean
fz_library_add (FzLibrary     *self,
                FzSource      *source,
                gboolean      *out_added,
                GCancellable  *cancellable,
                GError       **error)
{
  g_auto (FzCall) call = { .source = source };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  if (!fz_library_call (self, FZ_JOB_WRITE, work_add, &call, cancellable, error))
    return FALSE;
  if (out_added != NULL)
    *out_added = call.added;
  return TRUE;
}

/**
 * fz_library_add_async:
 * @source: a page with its articles and facts; what it refers to is shared
 *   until the callback, its own fields are copied
 *
 * As [method@Library.add], for where a window is drawn; nothing is filled in.
 */
void
fz_library_add_async (FzLibrary           *self,
                      FzSource            *source,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  FzSource *copy;
  FzCall call;

  g_return_if_fail (FZ_IS_LIBRARY (self));
  copy = fz_source_copy (source);
  call = (FzCall) { .source = copy, .own_source = copy };
  fz_library_call_async (self, FZ_JOB_WRITE, work_add, &call, fz_library_add_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_add_finish:
 * @self: a library
 * @result: what the callback was given
 * @out_added: (out) (optional): %FALSE where the same bytes are in the library already
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE with @error set and nothing of the source in the library
 */
gboolean
fz_library_add_finish (FzLibrary     *self,
                       GAsyncResult  *result,
                       gboolean      *out_added,
                       GError       **error)
{
  const FzCall *call = fz_library_call_finish (self, result, fz_library_add_async, error);

  if (call != NULL && out_added != NULL)
    *out_added = call->added;
  return call != NULL;
}

static gboolean
work_put_annotation (FzConnection  *writer,
                     gpointer       data,
                     GError       **error)
{
  FzCall *call = data;

  return fz_store_put_annotation (writer, call->annotation, &call->number, error);
}

/**
 * fz_library_put_annotation:
 * @self: a library
 * @annotation: what to keep; with id 0 as a new one, otherwise in the place of
 *   the one that has its id, or back under that id where it was removed
 * @cancellable: (nullable): stops it
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND where there is no such article, and others
 *
 * It is on the disk when this returns.
 *
 * Returns: its id from now on, or 0
 */
gint64
fz_library_put_annotation (FzLibrary           *self,
                           const FzAnnotation  *annotation,
                           GCancellable        *cancellable,
                           GError             **error)
{
  g_auto (FzCall) call = { .annotation = fz_annotation_copy (annotation) };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), 0);
  if (!fz_library_call (self, FZ_JOB_WRITE_SYNCED, work_put_annotation, &call, cancellable, error))
    return 0;
  return call.number;
}

/**
 * fz_library_put_annotation_async:
 *
 * As [method@Library.put_annotation], for where a window is drawn.
 */
void
fz_library_put_annotation_async (FzLibrary           *self,
                                 const FzAnnotation  *annotation,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  FzCall call = { 0 };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  call.annotation = fz_annotation_copy (annotation);
  fz_library_call_async (self, FZ_JOB_WRITE_SYNCED, work_put_annotation, &call, fz_library_put_annotation_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_put_annotation_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: its id from now on, or 0
 */
gint64
fz_library_put_annotation_finish (FzLibrary     *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  const FzCall *call = fz_library_call_finish (self, result, fz_library_put_annotation_async, error);

  return call != NULL ? call->number : 0;
}

static gboolean
work_remove_annotation (FzConnection  *writer,
                        gpointer       data,
                        GError       **error)
{
  const FzCall *call = data;

  return fz_store_remove_annotation (writer, call->id, error);
}

/**
 * fz_library_remove_annotation:
 * @self: a library
 * @annotation: id of an annotation
 * @cancellable: (nullable): stops it
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 */
gboolean
fz_library_remove_annotation (FzLibrary     *self,
                              gint64         annotation,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_auto (FzCall) call = { .id = annotation };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  return fz_library_call (self, FZ_JOB_WRITE_SYNCED, work_remove_annotation, &call, cancellable, error);
}

/**
 * fz_library_remove_annotation_async:
 *
 * As [method@Library.remove_annotation], for where a window is drawn.
 */
void
fz_library_remove_annotation_async (FzLibrary           *self,
                                    gint64               annotation,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  FzCall call = { .id = annotation };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_WRITE_SYNCED, work_remove_annotation, &call, fz_library_remove_annotation_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_remove_annotation_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE with @error set and the annotation as it was
 */
gboolean
fz_library_remove_annotation_finish (FzLibrary     *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return fz_library_call_finish (self, result, fz_library_remove_annotation_async, error) != NULL;
}
