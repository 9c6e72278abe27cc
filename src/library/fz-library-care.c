/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "fz-backup.h"
#include "fz-damage.h"
#include "fz-error.h"
#include "fz-library-private.h"
#include "fz-salvage.h"
#include "fz-schema.h"

/* Whether two paths, of which one may be a link, are of one file. */
static gboolean
is_same_file (const char *one,
              const char *other)
{
  GStatBuf first, second;

  if (g_str_equal (one, other))
    return TRUE;
  return g_stat (one, &first) == 0 && g_stat (other, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

/**
 * fz_library_backup:
 * @self: a library, that may be in use
 * @copy: where the copy goes; an earlier copy or an empty file that is there is
 *   replaced, another one is not
 * @func: (nullable) (scope call): told how far it is
 * @user_data: for @func
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 */
gboolean
fz_library_backup (FzLibrary     *self,
                   const char    *copy,
                   FzCareFunc     func,
                   gpointer       user_data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *absolute = g_canonicalize_filename (copy, NULL);
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  if (is_same_file (absolute, fz_library_get_path (self)))
    return fz_error_set (error, FZ_LIBRARY_ERROR_SAME_FILE, NULL);
  if (!fz_schema_inspect (absolute, error))
    return FALSE;
  if (fz_backup_make (fz_library_get_path (self), absolute, func, user_data, cancellable, &reason))
    return TRUE;
  if (g_error_matches (reason, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED))
    fz_damage_mark (fz_library_get_path (self));
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* As the list of all articles counts them. */
static gboolean
count_all (FzConnection  *reader,
           gpointer       out_count,
           GError       **error)
{
  FzQuery all = FZ_QUERY_ALL;

  return fz_store_count (reader, &all, out_count, error);
}

/**
 * fz_library_count_copy:
 * @copy: a copy that [method@Library.backup] made
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * It is only read, and nothing is left beside it.
 *
 * Returns: how many articles it has, or -1
 */
gint64
fz_library_count_copy (const char    *copy,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (FzConnection) reader = fz_connection_open (copy, FZ_CONNECTION_READER, cancellable, error);
  gint64 count;

  if (reader == NULL || !fz_connection_run (reader, FZ_TRANSACTION_READ, count_all, &count, cancellable, error))
    return -1;
  return count;
}

/**
 * fz_library_restore:
 * @path: where the library is, or was
 * @copy: a copy that [method@Library.backup] made
 * @func: (nullable) (scope call): told how far it is
 * @user_data: for @func
 * @out_kept: (out) (optional) (nullable) (transfer full): where what was there is now,
 *   %NULL where nothing was
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 */
gboolean
fz_library_restore (const char    *path,
                    const char    *copy,
                    FzCareFunc     func,
                    gpointer       user_data,
                    char         **out_kept,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *to = g_canonicalize_filename (path, NULL), *from = g_canonicalize_filename (copy, NULL);

  if (is_same_file (to, from))
    return fz_error_set (error, FZ_LIBRARY_ERROR_SAME_FILE, NULL);
  if (!fz_backup_restore (to, from, func, user_data, out_kept, cancellable, error))
    return FALSE;
  fz_damage_clear (to);
  return TRUE;
}

/**
 * fz_library_salvage:
 * @path: a library that is damaged; it is only read
 * @to: where a new one is made; nothing may be there
 * @func: (nullable) (scope call): told how far it is
 * @user_data: for @func
 * @out_all: (out): whether all of it could be read; where not, what is derived is
 *   made anew by a new analysis
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE with @error set and nothing at @to
 */
gboolean
fz_library_salvage (const char    *path,
                    const char    *to,
                    FzCareFunc     func,
                    gpointer       user_data,
                    gboolean      *out_all,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *from = g_canonicalize_filename (path, NULL), *new = g_canonicalize_filename (to, NULL);

  return fz_salvage (from, new, func, user_data, out_all, cancellable, error);
}

/**
 * fz_library_mend:
 * @path: a library that is damaged, and that nobody has open
 * @func: (nullable) (scope call): told how far it is
 * @user_data: for @func
 * @out_all: (out): as of [func@Library.salvage]
 * @out_kept: (out) (optional) (transfer full): where the damaged one is now
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Puts what still reads of it in its place; the damaged one stays beside it.
 *
 * Returns: %FALSE with @error set, and what was there as [func@Library.restore]
 *   leaves it
 */
gboolean
fz_library_mend (const char    *path,
                 FzCareFunc     func,
                 gpointer       user_data,
                 gboolean      *out_all,
                 char         **out_kept,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *here = g_canonicalize_filename (path, NULL), *part = g_strconcat (here, ".part", NULL);

  if (!fz_backup_remove_part (part, error) ||
      !fz_salvage (here, part, func, user_data, out_all, cancellable, error) ||
      !fz_backup_take (here, part, out_kept, cancellable, error))
    return FALSE;
  fz_damage_clear (here);
  return TRUE;
}

static gboolean
work_is_unmade (FzConnection  *reader,
                gpointer       data,
                GError       **error)
{
  FzCall *call = data;
  g_autoptr (FzStatement) ask = fz_connection_statement (reader, FZ_SQL_IS_UNMADE, error);

  if (ask == NULL || fz_statement_step (ask, error) != FZ_STEP_ROW)
    return FALSE;
  call->number = fz_statement_take_int (ask);
  return TRUE;
}

/**
 * fz_library_is_unmade_async:
 * @self: a library
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Asks whether any page of it was mended and not yet analysed anew since.
 */
void
fz_library_is_unmade_async (FzLibrary           *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  FzCall call = { 0 };

  g_return_if_fail (FZ_IS_LIBRARY (self));
  fz_library_call_async (self, FZ_JOB_READ, work_is_unmade, &call, fz_library_is_unmade_async,
                         cancellable, callback, user_data);
}

/**
 * fz_library_is_unmade_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether any is; %FALSE with @error set where that cannot be read
 */
gboolean
fz_library_is_unmade_finish (FzLibrary     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  FzCall *call = fz_library_call_finish (self, result, fz_library_is_unmade_async, error);

  return call != NULL && call->number != 0;
}

static gboolean
work_renew (FzConnection  *writer,
            gpointer       unused,
            GError       **error)
{
  return fz_search_index_renew (writer, error);
}

/**
 * fz_library_renew_index:
 * @self: a library
 * @func: (nullable) (scope call): told how far it is
 * @user_data: for @func
 * @cancellable: (nullable): stops it; the library goes on by itself then
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 */
gboolean
fz_library_renew_index (FzLibrary     *self,
                        FzIndexFunc    func,
                        gpointer       user_data,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_auto (FzCall) call = { 0 };

  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  return fz_library_call (self, FZ_JOB_WRITE, work_renew, &call, cancellable, error) &&
         fz_library_fill_index (self, func, user_data, cancellable, error);
}
