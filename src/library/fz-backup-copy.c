/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the file of a library is copied, see fz-backup.c. */

#include "config.h"

#include "fz-backup-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "fz-connection-private.h"
#include "fz-error.h"
#include "fz-sums.h"

/* Between two questions whether it was cancelled: four megabytes or so. */
#define PAGES_AT_A_TIME 1000

/* Another program is waited for so long. */
#define BUSY_WAIT_MS 10000

/* Between two questions whether it was cancelled, where rows are copied. */
#define STEPS_BETWEEN_QUESTIONS 2000

static void
tell (const FzCopy   *copy,
      sqlite3_backup *backup)
{
  int total = sqlite3_backup_pagecount (backup), left = sqlite3_backup_remaining (backup);

  if (copy->func != NULL && total >= left)
    copy->func ((guint) (total - left), (guint) total, copy->user_data);
}

static gboolean
copy_pages (sqlite3       *from,
            sqlite3       *to,
            const FzCopy  *copy,
            GError       **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int code = backup != NULL ? SQLITE_OK : sqlite3_errcode (to);

  while (code == SQLITE_OK && !g_cancellable_is_cancelled (copy->cancellable))
    {
      code = sqlite3_backup_step (backup, PAGES_AT_A_TIME);
      tell (copy, backup);
    }
  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (copy->cancellable, error))
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
  int code = fz_connection_open_file (path, from, NULL);

  if (code != SQLITE_OK)
    return fz_error_set_from_sqlite (*from, code, error);
  code = sqlite3_open_v2 (part, to, flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, fz_sums_vfs ());
  sqlite3_busy_timeout (*to, BUSY_WAIT_MS);
  return code == SQLITE_OK || fz_error_set_from_sqlite (*to, code, error);
}

/* A copy that nobody opened has no journal: who only reads it leaves none. */
static gboolean
leave_journal (sqlite3  *to,
               GError  **error)
{
  int code = sqlite3_exec (to, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);

  return code == SQLITE_OK || fz_error_set_from_sqlite (to, code, error);
}

/**
 * fz_backup_copy_file:
 * @path: a library, that others may read and write meanwhile
 * @part: where there is nothing yet
 * @copy: whom it tells, and who can stop it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Copies page by page, with what is free.
 */
gboolean
fz_backup_copy_file (const char    *path,
                     const char    *part,
                     const FzCopy  *copy,
                     GError       **error)
{
  sqlite3 *from = NULL, *to = NULL;
  gboolean done = open_both (path, part, &from, &to, error);

  if (done)
    fz_sums_copy (from, to);
  done = done && copy_pages (from, to, copy, error) && leave_journal (to, error);

  sqlite3_close (from);
  if (sqlite3_close (to) != SQLITE_OK && done)
    return fz_error_set (error, FZ_LIBRARY_ERROR_FAILED, part);
  return done;
}

/**
 * fz_backup_remove_part:
 * @part: where a file is about to be made that will take a library's place
 * @error: a #FzLibraryError
 *
 * Removes what an earlier try left there, which is no library.
 */
gboolean
fz_backup_remove_part (const char  *part,
                       GError     **error)
{
  return g_unlink (part) == 0 || errno == ENOENT || fz_error_set_from_errno (part, errno, error);
}

static int
on_progress (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/* Sums are made when the rows are copied on, so these pages are written without. */
static gboolean
copy_rows (sqlite3       *from,
           const char    *to,
           const FzCopy  *copy,
           GError       **error)
{
  g_autofree char *address = g_filename_to_uri (to, NULL, NULL), *below = g_strconcat (address, "?vfs=unix", NULL);
  char *sql = sqlite3_mprintf ("VACUUM INTO %Q", below);
  int code;

  sqlite3_progress_handler (from, STEPS_BETWEEN_QUESTIONS, on_progress, copy->cancellable);
  code = sqlite3_exec (from, sql, NULL, NULL, NULL);
  sqlite3_progress_handler (from, 0, NULL, NULL);
  sqlite3_free (sql);
  return code == SQLITE_OK || fz_error_set_from_sqlite (from, code, error);
}

static gboolean
open_for_rows (const char  *path,
               int          flags,
               const char  *vfs,
               sqlite3    **out_db,
               GError     **error)
{
  const int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI;
  int code = sqlite3_open_v2 (path, out_db, common | flags, vfs);

  return code == SQLITE_OK || fz_error_set_from_sqlite (*out_db, code, error);
}

/**
 * fz_backup_copy_tables:
 * @path: a library
 * @rows: where there is nothing yet; a file of it is left there
 * @part: where there is nothing yet
 * @copy: whom it tells, and who can stop it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Copies what stands in tables and indexes, without what is free.
 */
gboolean
fz_backup_copy_tables (const char    *path,
                       const char    *rows,
                       const char    *part,
                       const FzCopy  *copy,
                       GError       **error)
{
  const int made = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3 *from = NULL, *middle = NULL, *to = NULL;
  gboolean done = open_for_rows (path, SQLITE_OPEN_READONLY, fz_sums_vfs (), &from, error) &&
                  copy_rows (from, rows, copy, error) &&
                  open_for_rows (rows, SQLITE_OPEN_READONLY, "unix", &middle, error) &&
                  open_for_rows (part, made, fz_sums_vfs (), &to, error);

  if (done)
    fz_sums_copy (from, to);
  done = done && copy_pages (middle, to, copy, error) && leave_journal (to, error);
  sqlite3_close (from);
  sqlite3_close (middle);
  return sqlite3_close (to) == SQLITE_OK && done;
}
