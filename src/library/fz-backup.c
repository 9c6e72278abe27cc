/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A copy of a library, made while it may be in use.
 *
 * It is read through a connection of its own, in pages as SQLite's backup
 * interface has them, into a file beside the copy's place that takes its name
 * when it is whole: what bears the name of a copy is one. */

#include "config.h"

#include "fz-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "fz-error.h"

/* Between two questions whether it was cancelled: four megabytes or so. */
#define PAGES_AT_A_TIME 1000

static gboolean
copy_pages (sqlite3       *from,
            sqlite3       *to,
            GCancellable  *cancellable,
            GError       **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int code = backup != NULL ? SQLITE_OK : sqlite3_errcode (to);

  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    code = sqlite3_backup_step (backup, PAGES_AT_A_TIME);
  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return fz_error_set_from_sqlite (to, code, error);
}

static gboolean
open_both (const char  *path,
           const char  *part,
           sqlite3    **from,
           sqlite3    **to,
           GError     **error)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
  int code = sqlite3_open_v2 (path, from, flags | SQLITE_OPEN_READONLY, NULL);

  if (code != SQLITE_OK)
    return fz_error_set_from_sqlite (*from, code, error);
  code = sqlite3_open_v2 (part, to, flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  return code == SQLITE_OK || fz_error_set_from_sqlite (*to, code, error);
}

static gboolean
write_part (const char    *path,
            const char    *part,
            GCancellable  *cancellable,
            GError       **error)
{
  sqlite3 *from = NULL, *to = NULL;
  gboolean done = open_both (path, part, &from, &to, error) && copy_pages (from, to, cancellable, error);

  sqlite3_close (from);
  if (sqlite3_close (to) != SQLITE_OK && done)
    return fz_error_set (error, FZ_LIBRARY_ERROR_FAILED, part);
  return done;
}

/**
 * fz_backup_make:
 * @path: a library, that others may read and write meanwhile
 * @copy: where the copy goes; one that is there is replaced
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE with @error set, and what stood at @copy as it was
 */
gboolean
fz_backup_make (const char    *path,
                const char    *copy,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *part = g_strconcat (copy, ".part", NULL);
  gboolean done;

  /* What an earlier try left there is no library. */
  if (g_unlink (part) != 0 && errno != ENOENT)
    return fz_error_set_from_errno (part, errno, error);
  done = write_part (path, part, cancellable, error);
  if (done && g_rename (part, copy) != 0)
    done = fz_error_set_from_errno (copy, errno, error);
  if (!done)
    g_unlink (part);
  return done;
}
