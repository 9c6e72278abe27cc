/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A copy of a library, made while it may be in use; and the way back.
 *
 * It is read through a connection of its own, in pages as SQLite's backup
 * interface has them, into a file beside the copy's place that takes its name
 * when it is whole: what bears the name of a copy is one.
 *
 * Back it goes the same way: into a file beside the library's place, that takes the
 * place when it is whole, so that who is stopped leaves what was there. */

#include "config.h"

#include "fz-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "fz-connection-private.h"
#include "fz-error.h"
#include "fz-place.h"
#include "fz-schema.h"
#include "fz-sums.h"

/* Between two questions whether it was cancelled: four megabytes or so. */
#define PAGES_AT_A_TIME 1000

/* Another program is waited for so long. */
#define BUSY_WAIT_MS 10000

typedef struct {
  FzCopyFunc    func;
  gpointer      user_data;
  GCancellable *cancellable;
} Copy;

static void
tell (const Copy     *copy,
      sqlite3_backup *backup)
{
  int total = sqlite3_backup_pagecount (backup), left = sqlite3_backup_remaining (backup);

  if (copy->func != NULL && total >= left)
    copy->func ((guint) (total - left), (guint) total, copy->user_data);
}

static gboolean
copy_pages (sqlite3     *from,
            sqlite3     *to,
            const Copy  *copy,
            GError     **error)
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

/* Copies one file into another that is not there yet. */
static gboolean
copy_file (const char  *path,
           const char  *part,
           const Copy  *copy,
           GError     **error)
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

/* What an earlier try left there is no library. */
static gboolean
make_part (const char  *path,
           const char  *part,
           const Copy  *copy,
           GError     **error)
{
  if (g_unlink (part) != 0 && errno != ENOENT)
    return fz_error_set_from_errno (part, errno, error);
  return copy_file (path, part, copy, error);
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
  Copy how = { func, user_data, cancellable };
  gboolean done = make_part (path, part, &how, error);

  if (done && g_rename (part, copy) != 0)
    done = fz_error_set_from_errno (copy, errno, error);
  if (!done)
    g_unlink (part);
  return done;
}

#define N_FAULTS "SELECT count (*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"

/* Whether @copy is a library, and sound. */
static gboolean
check_copy (const char    *copy,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (FzConnection) reader = NULL;
  gint64 faults;

  if (!g_file_test (copy, G_FILE_TEST_IS_REGULAR))
    return fz_error_set_from_errno (copy, ENOENT, error);
  if (!fz_schema_inspect (copy, error))
    return FALSE;
  reader = fz_connection_open (copy, FZ_CONNECTION_READER, cancellable, error);
  if (reader == NULL || !fz_connection_ask (reader, N_FAULTS, &faults, error))
    return FALSE;
  return faults == 0 || fz_error_set (error, FZ_LIBRARY_ERROR_DAMAGED, copy);
}

/**
 * fz_backup_restore:
 * @path: where the library is, or was
 * @copy: a copy of it
 * @func: (nullable): told how far it is
 * @user_data: for @func
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
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  Copy how = { func, user_data, cancellable };
  sqlite3 *holder = NULL;
  gboolean done;

  if (g_str_equal (part, copy))
    return fz_error_set_from_errno (copy, EEXIST, error);
  done = check_copy (copy, cancellable, error) &&
         fz_place_hold (path, cancellable, &holder, error) &&
         make_part (copy, part, &how, error) &&
         fz_place_take (path, part, error);
  if (!done)
    g_unlink (part);
  sqlite3_close (holder);
  return done;
}
