/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-sheet.h"

/* A page is read, analysed and laid out in a thread, so that the window has only
 * to show it. */

static FzSheet *
load (FzLibrary *library, gint64 id, GCancellable *cancellable, GError **error)
{
  g_autoptr (FzStoredSource) source = fz_library_load_source (library, id, cancellable, error);
  FzAnalysis *analysis;

  if (source == NULL)
    return NULL;
  analysis = fz_analysis_new_corrected (source->name, source->bytes, source->corrections, cancellable, error);
  return analysis != NULL ? fz_sheet_new (g_steal_pointer (&source), analysis) : NULL;
}

static void
load_in_thread (GTask *task, gpointer library, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  FzSheet *sheet = load (library, *(const gint64 *) task_data, cancellable, &error);

  if (sheet != NULL)
    g_task_return_pointer (task, sheet, (GDestroyNotify) fz_sheet_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fz_sheet_load_async:
 * @library: where the page is
 * @source: id of the source
 * @cancellable: (nullable): stops it
 *
 * Reads and analyses a page, with the reader's corrections, in a thread.
 */
void
fz_sheet_load_async (FzLibrary *library, gint64 source, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, user_data);

  g_task_set_source_tag (task, fz_sheet_load_async);
  g_task_set_task_data (task, g_memdup2 (&source, sizeof source), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * fz_sheet_load_finish:
 *
 * Returns: (transfer full) (nullable): the page; %NULL with a #FzTextError, a
 *   #FzLibraryError or %G_IO_ERROR_CANCELLED
 */
FzSheet *
fz_sheet_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, fz_sheet_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
