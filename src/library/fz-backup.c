/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A copy of a library, made while it may be in use; and the way back.
 *
 * It is read through a connection of its own, in pages as SQLite's backup
 * interface has them, into a file beside the copy's place that takes its name
 * when it is whole: what bears the name of a copy is one.
 *
 * Pages that nothing stands on are copied with the others.  Where one of those is
 * damaged nothing of the library is: then its tables and indexes are copied, and what
 * is free is left out.
 *
 * Back it goes the same way: into a file beside the library's place, that takes the
 * place when it is whole, so that who is stopped leaves what was there. */

#include "config.h"

#include "fz-backup-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fz-connection.h"
#include "fz-error.h"
#include "fz-library.h"
#include "fz-place.h"
#include "fz-schema.h"

/* The tables one after another: what is between them is not copied. */
static gboolean
check_tables (FzConnection  *reader,
              gpointer       data,
              GError       **error)
{
  const FzCopy *copy = data;
  g_autoptr (GPtrArray) names = fz_connection_list (reader, FZ_SQL_TABLES, NULL, error);
  gint64 n_pages = 0;

  if (!fz_connection_ask (reader, "PRAGMA page_count", &n_pages, error))
    return FALSE;
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autoptr (GPtrArray) faults = NULL;

      if (copy->func != NULL)
        copy->func ((guint) (i * n_pages / names->len), (guint) (2 * n_pages), copy->user_data);
      faults = fz_connection_list (reader, FZ_SQL_CHECK_TABLE, names->pdata[i], error);
      if (faults == NULL)
        return FALSE;
      if (faults->len > 0)
        return fz_error_set (error, FZ_LIBRARY_ERROR_DAMAGED, faults->pdata[0]);
    }
  return names != NULL;
}

/* Whether @copy is a library, and sound. */
static gboolean
check_copy (const char  *copy,
            FzCopy      *how,
            GError     **error)
{
  g_autoptr (FzConnection) reader = NULL;

  if (!fz_schema_inspect (copy, error))
    return FALSE;
  reader = fz_connection_open (copy, FZ_CONNECTION_READER, how->cancellable, error);
  return reader != NULL && fz_connection_run (reader, FZ_TRANSACTION_READ, check_tables, how, how->cancellable, error);
}

/* A copy without the damage of @path, where that is in nothing that is kept; else
 * what @reason says, or what kept this way from being gone: a full disk is no damage. */
static gboolean
make_without (const char    *path,
              const char    *part,
              const FzCopy  *copy,
              GError        *reason,
              GError       **error)
{
  g_autofree char *rows = g_strconcat (part, ".rows", NULL);
  g_autoptr (GError) first = reason, other = NULL;
  FzCopy silent = { .cancellable = copy->cancellable };
  gboolean done = fz_backup_remove_part (rows, &other) && fz_backup_remove_part (part, &other) &&
                  fz_backup_copy_tables (path, rows, part, copy, &other) && check_copy (part, &silent, &other);

  g_unlink (rows);
  if (done || g_cancellable_set_error_if_cancelled (copy->cancellable, error))
    return done;
  if (g_error_matches (other, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED))
    g_propagate_error (error, g_steal_pointer (&first));
  else
    g_propagate_error (error, g_steal_pointer (&other));
  return FALSE;
}

/* A copy of @path with what is in it, page by page or, where a page is damaged that
 * nothing stands on, table by table. */
static gboolean
make_whole (const char    *path,
            const char    *part,
            const FzCopy  *copy,
            GError       **error)
{
  GError *reason = NULL;

  if (fz_backup_remove_part (part, &reason) && fz_backup_copy_file (path, part, copy, &reason))
    return TRUE;
  if (g_error_matches (reason, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED))
    return make_without (path, part, copy, reason, error);
  g_propagate_error (error, reason);
  return FALSE;
}

/**
 * fz_backup_make:
 * @path: a library, that others may read and write meanwhile
 * @copy: where the copy goes; one that is there is replaced
 * @func: (nullable): told how far it is
 * @user_data: for @func
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE with @error set, and what stood at @copy as it was
 */
gboolean
fz_backup_make (const char    *path,
                const char    *copy,
                FzCopyFunc     func,
                gpointer       user_data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *part = g_strconcat (copy, ".part", NULL);
  FzCopy how = { func, user_data, cancellable };
  gboolean done = make_whole (path, part, &how, error);

  if (done && g_rename (part, copy) != 0)
    done = fz_error_set_from_errno (copy, errno, error);
  if (!done)
    g_unlink (part);
  return done;
}

/* Whether something is there that can be read: where not, that is no fault of the
 * library's. */
static gboolean
check_file (const char  *copy,
            GError     **error)
{
  struct stat status;
  int fd = g_open (copy, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0 || fstat (fd, &status) != 0)
    {
      fz_error_set (error, FZ_LIBRARY_ERROR_NO_BACKUP, g_strerror (errno));
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  close (fd);
  /* A new library may be made of an empty file; as a copy it is one that failed. */
  return status.st_size > 0 || fz_error_set (error, FZ_LIBRARY_ERROR_NOT_LIBRARY, copy);
}

/* As check_copy(), of a copy that the reader chose: its damage is not the library's. */
static gboolean
check_chosen (const char  *copy,
              FzCopy      *how,
              GError     **error)
{
  g_autoptr (GError) reason = NULL;

  if (check_file (copy, &reason) && check_copy (copy, how, &reason))
    return TRUE;
  if (g_error_matches (reason, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED))
    return fz_error_set (error, FZ_LIBRARY_ERROR_BAD_BACKUP, NULL);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* Of a way back each page is looked at first; here it is copied. */
static void
tell_copied (guint    done,
             guint    total,
             gpointer data)
{
  const FzCopy *how = data;

  if (how->func != NULL)
    how->func (total + done, 2 * total, how->user_data);
}

/**
 * fz_backup_take:
 * @path: where the library is, or was
 * @part: another one in the same folder, closed
 * @out_kept: (out) (optional) (nullable): what was there, beside it
 * @cancellable: (nullable): stops the waiting for other programs
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Puts @part in the library's place, as [func@backup_restore] does.
 *
 * Returns: %FALSE with @error set, what stood at @path as it was, and nothing at @part
 */
gboolean
fz_backup_take (const char    *path,
                const char    *part,
                char         **out_kept,
                GCancellable  *cancellable,
                GError       **error)
{
  sqlite3 *holder = NULL;
  gboolean done = fz_place_hold (path, cancellable, &holder, error) && fz_place_take (path, part, out_kept, error);

  if (!done)
    g_unlink (part);
  sqlite3_close (holder);
  return done;
}

/**
 * fz_backup_restore:
 * @path: where the library is, or was
 * @copy: a copy of it
 * @func: (nullable): told how far it is
 * @user_data: for @func
 * @out_kept: (out) (optional) (nullable): what was there, beside it
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Puts the copy in the library's place; what was there is kept as @path.before, or
 * @path.before.2 and so on where that is taken.
 *
 * Returns: %FALSE with @error set, and what stood at @path as it was
 */
gboolean
fz_backup_restore (const char    *path,
                   const char    *copy,
                   FzCopyFunc     func,
                   gpointer       user_data,
                   char         **out_kept,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  FzCopy how = { func, user_data, cancellable }, second = { tell_copied, &how, cancellable };
  sqlite3 *holder = NULL;
  gboolean done;

  if (g_str_equal (part, copy))
    return fz_error_set_from_errno (copy, EEXIST, error);
  done = check_chosen (copy, &how, error) &&
         fz_place_hold (path, cancellable, &holder, error) &&
         make_whole (copy, part, &second, error) &&
         fz_place_take (path, part, out_kept, error);
  if (!done)
    g_unlink (part);
  sqlite3_close (holder);
  return done;
}
