/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A copy of a library, made while it may be in use; and the way back.
 *
 * It is read through a connection of its own, in pages as SQLite's backup
 * interface has them, into a file beside the copy's place that takes its name
 * when it is whole: what bears the name of a copy is one.
 *
 * Back it goes in one transaction into the library's own file, page by page, so
 * that who is stopped leaves what was there, and other programs that have the
 * library open see the one or the other.  What was there is copied beside it
 * before; where it is too damaged for that, it is moved beside it. */

#include "config.h"

#include "fz-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "fz-connection-private.h"
#include "fz-error.h"
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
  gboolean      is_new; /* into a file of its own */
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

/* Copies one file into the other, whole or not at all. */
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
  done = done && copy_pages (from, to, copy, error) && (!copy->is_new || leave_journal (to, error));

  sqlite3_close (from);
  if (sqlite3_close (to) != SQLITE_OK && done)
    return fz_error_set (error, FZ_LIBRARY_ERROR_FAILED, part);
  return done;
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
  Copy how = { func, user_data, cancellable, TRUE };
  gboolean done;

  /* What an earlier try left there is no library. */
  if (g_unlink (part) != 0 && errno != ENOENT)
    return fz_error_set_from_errno (part, errno, error);
  done = copy_file (path, part, &how, error);
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

static gboolean
is_damaged (const GError *error)
{
  return g_error_matches (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED) ||
         g_error_matches (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_NOT_LIBRARY);
}

/* The journal goes with its file: it would be taken for the new one's. */
static gboolean
move_aside (const char  *path,
            const char  *aside,
            GError     **error)
{
  static const char * const suffixes[] = { "-wal", "-shm", "" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL), *to = g_strconcat (aside, suffixes[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        return fz_error_set_from_errno (from, errno, error);
    }
  return TRUE;
}

/* What is there stays beside it: library.db.before. */
static gboolean
keep_present (const char    *path,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *kept = g_strconcat (path, ".before", NULL);
  g_autoptr (GError) reason = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) || fz_backup_make (path, kept, NULL, NULL, cancellable, &reason))
    return TRUE;
  if (is_damaged (reason))
    return move_aside (path, kept, error);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
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
 * Puts the copy in the library's place; what was there is kept as @path.before.
 *
 * Returns: %FALSE with @error set, and what stood at @path as it was, there or,
 *   where it was damaged, beside it
 */
gboolean
fz_backup_restore (const char    *path,
                   const char    *copy,
                   FzCopyFunc     func,
                   gpointer       user_data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Copy how = { func, user_data, cancellable, FALSE };

  return check_copy (copy, cancellable, error) &&
         keep_present (path, cancellable, error) &&
         copy_file (copy, path, &how, error);
}
