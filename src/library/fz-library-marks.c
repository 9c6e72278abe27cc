/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reader says of articles, and where the reader stopped in them. */

#include "config.h"

#include "fz-library-private.h"

/* Of more articles nobody is told one by one. */
#define MOST_TOLD 10000

static gboolean
work_mark (FzConnection  *writer,
           gpointer       data,
           GError       **error)
{
  FzCall *call = data;

  call->array = fz_store_mark (writer, call->articles, call->mark, call->on, error);
  if (call->array == NULL || !call->told)
    return call->array != NULL;
  call->counts = fz_store_count_regions_of (writer, call->array, error);
  return call->counts != NULL;
}

/* What comes into the bin, or out of it, is in other lists then. */
static void
mark_async (FzLibrary           *self,
            FzCall              *call,
            gpointer             tag,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  call->told = call->mark != FZ_MARK_BINNED && call->articles->len <= MOST_TOLD;
  fz_library_call_async (self, call->told ? FZ_JOB_MARK : FZ_JOB_WRITE_SYNCED, work_mark, call, tag,
                         cancellable, callback, user_data);
}

/**
 * fz_library_mark:
 * @self: a library
 * @articles: (element-type gint64): ids of articles; those that are gone are passed over
 * @mark: what is said of them
 * @on: whether it holds
 * @cancellable: (nullable): stops it
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND where none of them is there, and others
 *
 * Returns: (transfer full) (element-type gint64): those of which it did not hold
 *   before, or did; or %NULL and all as they were
 */
GArray *
fz_library_mark (FzLibrary     *self,
                 const GArray  *articles,
                 FzMark         mark,
                 gboolean       on,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_auto (FzCall) call = { .articles = g_array_copy ((GArray *) articles), .mark = mark, .on = on };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), NULL);
  if (!fz_library_call (self, FZ_JOB_WRITE_SYNCED, work_mark, &call, cancellable, error))
    return NULL;
  return g_steal_pointer (&call.array);
}

/**
 * fz_library_mark_async:
 *
 * As [method@Library.mark], for where a window is drawn.
 */
void
fz_library_mark_async (FzLibrary           *self,
                       const GArray        *articles,
                       FzMark               mark,
                       gboolean             on,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  FzCall call = { .mark = mark, .on = on };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  call.articles = g_array_copy ((GArray *) articles);
  mark_async (self, &call, fz_library_mark_async, cancellable, callback, user_data);
}

/**
 * fz_library_mark_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: as [method@Library.mark]
 *
 * Returns: (transfer full) (element-type gint64): as [method@Library.mark]
 */
GArray *
fz_library_mark_finish (FzLibrary     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  FzCall *call = fz_library_call_finish (self, result, fz_library_mark_async, error);

  if (call == NULL)
    return NULL;
  fz_library_tell_marked (self, call);
  return g_steal_pointer (&call->array);
}

/**
 * fz_library_set_read_async:
 * @self: a library
 * @article: id of an article
 * @read: whether the reader has read it
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 */
void
fz_library_set_read_async (FzLibrary           *self,
                           gint64               article,
                           gboolean             read,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  FzCall call = { .mark = FZ_MARK_READ, .on = read };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  call.articles = g_array_new (FALSE, FALSE, sizeof article);
  g_array_append_val (call.articles, article);
  mark_async (self, &call, fz_library_set_read_async, cancellable, callback, user_data);
}

/**
 * fz_library_set_read_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE with @error set and the flag as it was
 */
gboolean
fz_library_set_read_finish (FzLibrary     *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  const FzCall *call = fz_library_call_finish (self, result, fz_library_set_read_async, error);

  if (call != NULL)
    fz_library_tell_marked (self, call);
  return call != NULL;
}

static gboolean
work_empty_bin (FzConnection  *writer,
                gpointer       data,
                GError       **error)
{
  return fz_store_empty_bin (writer, error);
}

/**
 * fz_library_empty_bin:
 * @self: a library
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * What lies in the bin is seen there no more, nor elsewhere but on its page; its
 * notes are kept as orphans.
 */
gboolean
fz_library_empty_bin (FzLibrary     *self,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_auto (FzCall) call = { 0 };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  return fz_library_call (self, FZ_JOB_WRITE_SYNCED, work_empty_bin, &call, cancellable, error);
}

/**
 * fz_library_empty_bin_async:
 *
 * As [method@Library.empty_bin], for where a window is drawn.
 */
void
fz_library_empty_bin_async (FzLibrary           *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  FzCall call = { 0 };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_WRITE_SYNCED, work_empty_bin, &call, fz_library_empty_bin_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_empty_bin_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 */
gboolean
fz_library_empty_bin_finish (FzLibrary     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return fz_library_call_finish (self, result, fz_library_empty_bin_async, error) != NULL;
}

static gboolean
work_set_position (FzConnection  *writer,
                   gpointer       data,
                   GError       **error)
{
  const FzCall *call = data;

  return fz_store_set_position (writer, call->id, call->number, error);
}

/**
 * fz_library_set_position:
 * @self: a library
 * @article: id of an article
 * @position: the code point of its text at which the reader stopped, or -1 for none
 * @cancellable: (nullable): stops it
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 *
 * Asked for as often as the reader stops, so it does not wait for the disk and
 * [signal@Library::changed] does not tell of it.
 */
gboolean
fz_library_set_position (FzLibrary     *self,
                         gint64         article,
                         gint64         position,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_auto (FzCall) call = { .id = article, .number = position };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  return fz_library_call (self, FZ_JOB_WRITE_QUIET, work_set_position, &call, cancellable, error);
}

/**
 * fz_library_set_position_async:
 *
 * As [method@Library.set_position], for where a window is drawn.
 */
void
fz_library_set_position_async (FzLibrary           *self,
                               gint64               article,
                               gint64               position,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  FzCall call = { .id = article, .number = position };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_WRITE_QUIET, work_set_position, &call, fz_library_set_position_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_set_position_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: as [method@Library.set_position]
 */
gboolean
fz_library_set_position_finish (FzLibrary     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return fz_library_call_finish (self, result, fz_library_set_position_async, error) != NULL;
}
