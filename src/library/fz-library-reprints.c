/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same story in several papers. */

#include "config.h"

#include "fz-library-private.h"

static gboolean
work_stories (FzConnection  *reader,
              gpointer       data,
              GError       **error)
{
  FzCall *call = data;

  call->array = fz_store_list_stories (reader, call->id, call->limit, error);
  return call->array != NULL;
}

/**
 * fz_library_stories:
 * @self: a library
 * @after: the last story that is known, or 0
 * @limit: how many at most
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type gint64): stories that more articles than
 *   one tell, ascending; or %NULL
 */
GArray *
fz_library_stories (FzLibrary     *self,
                    gint64         after,
                    guint          limit,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_auto (FzCall) call = { .id = after, .limit = limit };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), NULL);
  if (!fz_library_call (self, FZ_JOB_READ, work_stories, &call, cancellable, error))
    return NULL;
  return g_steal_pointer (&call.array);
}

static gboolean
work_story (FzConnection  *reader,
            gpointer       data,
            GError       **error)
{
  FzCall *call = data;

  call->rows = fz_store_list_of (reader, FZ_SQL_ENTRIES_OF_STORY, call->id, error);
  return call->rows != NULL;
}

/**
 * fz_library_story:
 * @self: a library
 * @story: a story
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type FzEntry): the articles that tell it, the
 *   earliest first; or %NULL
 */
GPtrArray *
fz_library_story (FzLibrary     *self,
                  gint64         story,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_auto (FzCall) call = { .id = story };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), NULL);
  if (!fz_library_call (self, FZ_JOB_READ, work_story, &call, cancellable, error))
    return NULL;
  return g_steal_pointer (&call.rows);
}

static gboolean
work_part (FzConnection  *writer,
           gpointer       data,
           GError       **error)
{
  const FzCall *call = data;

  return fz_store_part (writer, call->id, call->other, call->apart, error);
}

/**
 * fz_library_part:
 * @self: a library
 * @article: id of an article
 * @other: id of another one
 * @apart: whether they are not the same story
 * @cancellable: (nullable): stops it
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND and others
 *
 * Keeps that the reader says that @other is not the story that @article is, or
 * takes that back.  It is on the disk when this returns.
 */
gboolean
fz_library_part (FzLibrary     *self,
                 gint64         article,
                 gint64         other,
                 gboolean       apart,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_auto (FzCall) call = { .id = article, .other = other, .apart = apart };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  return fz_library_call (self, FZ_JOB_WRITE_SYNCED, work_part, &call, cancellable, error);
}

/**
 * fz_library_part_async:
 *
 * As [method@Library.part], for where a window is drawn.
 */
void
fz_library_part_async (FzLibrary           *self,
                       gint64               article,
                       gint64               other,
                       gboolean             apart,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  FzCall call = { .id = article, .other = other, .apart = apart };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_WRITE_SYNCED, work_part, &call, fz_library_part_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_part_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE with @error set and everything as it was
 */
gboolean
fz_library_part_finish (FzLibrary     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return fz_library_call_finish (self, result, fz_library_part_async, error) != NULL;
}

static gboolean
work_signature_state (FzConnection  *reader,
                      gpointer       data,
                      GError       **error)
{
  FzCall *call = data;

  return fz_store_get_signature_state (reader, &call->index, error);
}

static gboolean
work_fill (FzConnection  *writer,
           gpointer       data,
           GError       **error)
{
  FzCall *call = data;
  FzIndexStep step;

  return fz_store_step_signatures (writer, &step, error) &&
         fz_store_get_signature_state (writer, &call->index, error);
}

/**
 * fz_library_fill_signatures:
 * @self: a library
 * @func: (nullable) (scope call): told how far it is
 * @user_data: for @func
 * @cancellable: (nullable): stops it; what was done stays
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Waits until every article is known by its signature.  Where they are already
 * nothing is written: the stories of a library that can only be read are shown, too.
 */
gboolean
fz_library_fill_signatures (FzLibrary     *self,
                            FzIndexFunc    func,
                            gpointer       user_data,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_auto (FzCall) call = { 0 };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  if (!fz_library_call (self, FZ_JOB_READ, work_signature_state, &call, cancellable, error))
    return FALSE;
  while (!call.index.whole)
    {
      if (!fz_library_call (self, FZ_JOB_WRITE, work_fill, &call, cancellable, error))
        return FALSE;
      if (func != NULL && !call.index.whole)
        func (call.index.done, call.index.total, user_data);
    }
  return TRUE;
}
