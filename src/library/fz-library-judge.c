/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-library-private.h"

static gboolean
work_judge (FzConnection  *writer,
            gpointer       data,
            GError       **error)
{
  FzCall *call = data;
  guint ordinal;

  if (!fz_store_judge (writer, call->id, call->figure, &ordinal, error))
    return FALSE;
  call->number = ordinal;
  return TRUE;
}

/**
 * fz_library_judge:
 * @self: a library
 * @article: id of an article
 * @figure: a figure of it as the library gave it, with the reader's verdict and
 *   what the reader says instead; or one that the reader adds
 * @out_ordinal: (out) (optional): its number from now on
 * @cancellable: (nullable): stops it
 * @error: %FZ_LIBRARY_ERROR_NOT_FOUND where the article has no such figure (any
 *   more), and others
 *
 * Keeps what the reader says of a figure, in the place of what was said before.
 * %FZ_VERDICT_AUTO takes it back, and with it a figure that the reader added.
 * It is on the disk when this returns.
 */
gboolean
fz_library_judge (FzLibrary       *self,
                  gint64           article,
                  const FzFigure  *figure,
                  guint           *out_ordinal,
                  GCancellable    *cancellable,
                  GError         **error)
{
  g_auto (FzCall) call = { .id = article, .figure = fz_figure_copy (figure) };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  if (!fz_library_call (self, FZ_JOB_WRITE_SYNCED, work_judge, &call, cancellable, error))
    return FALSE;
  if (out_ordinal != NULL)
    *out_ordinal = (guint) call.number;
  return TRUE;
}

/**
 * fz_library_judge_async:
 *
 * As [method@Library.judge], for where a window is drawn.
 */
void
fz_library_judge_async (FzLibrary           *self,
                        gint64               article,
                        const FzFigure      *figure,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  FzCall call = { .id = article };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  call.figure = fz_figure_copy (figure);
  fz_library_call_async (self, FZ_JOB_WRITE_SYNCED, work_judge, &call, fz_library_judge_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_judge_finish:
 * @self: a library
 * @result: what the callback was given
 * @out_ordinal: (out) (optional): the figure's number from now on
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE with @error set and everything as it was
 */
gboolean
fz_library_judge_finish (FzLibrary     *self,
                         GAsyncResult  *result,
                         guint         *out_ordinal,
                         GError       **error)
{
  const FzCall *call = fz_library_call_finish (self, result, fz_library_judge_async, error);

  if (call != NULL && out_ordinal != NULL)
    *out_ordinal = (guint) call->number;
  return call != NULL;
}
