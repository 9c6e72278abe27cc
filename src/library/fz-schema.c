/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library's file: whether it is one, what version it has, and how it is brought
 * up to date; the tables stand in fz-schema-steps.c. */

#include "config.h"

#include "fz-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fz-backup.h"
#include "fz-error.h"
#include "fz-search-index.h"
#include "fz-title-order.h"

/* The head of an SQLite file, as its "Database File Format" has it. */
#define MAGIC          "SQLite format 3"
#define HEAD_LENGTH    100
#define VERSION_OFFSET 60
#define ID_OFFSET      68

static guint32
read_uint32 (const guchar *bytes)
{
  guint32 big_endian;

  memcpy (&big_endian, bytes, sizeof big_endian);
  return GUINT32_FROM_BE (big_endian);
}

static gboolean
judge_head (const char    *path,
            const guchar  *head,
            gsize          length,
            GError       **error)
{
  if (length == 0)
    return TRUE;
  if (length < HEAD_LENGTH || memcmp (head, MAGIC, sizeof MAGIC) != 0 ||
      read_uint32 (head + ID_OFFSET) != FZ_SCHEMA_APPLICATION_ID)
    return fz_error_set (error, FZ_LIBRARY_ERROR_NOT_LIBRARY, path);
  if (read_uint32 (head + VERSION_OFFSET) > FZ_SCHEMA_CURRENT)
    return fz_error_set (error, FZ_LIBRARY_ERROR_TOO_NEW, NULL);
  return TRUE;
}

/**
 * fz_schema_inspect:
 * @path: a file
 * @error: a #FzLibraryError
 *
 * Reads the head of the file, and nothing else of it, before SQLite does: to open
 * a stranger's database would write beside it or into it.
 *
 * Returns: whether the file is missing, empty or a library of ours
 */
gboolean
fz_schema_inspect (const char  *path,
                   GError     **error)
{
  guchar head[HEAD_LENGTH];
  struct stat status;
  gssize length;
  /* Not to wait for a pipe that nobody writes into. */
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0)
    return errno == ENOENT ? TRUE : fz_error_set_from_errno (path, errno, error);
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    {
      close (fd);
      return fz_error_set (error, FZ_LIBRARY_ERROR_NOT_LIBRARY, path);
    }
  length = read (fd, head, sizeof head);
  close (fd);
  if (length < 0)
    return fz_error_set_from_errno (path, errno, error);
  return judge_head (path, head, (gsize) length, error);
}

/* SQLite tries again without writing and then tells the wrong reason, so the
 * file and its folder, where the journal goes, are asked for first. */
static gboolean
check_writable (const char  *path,
                const char  *folder,
                GError     **error)
{
  if (faccessat (AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) != 0)
    return fz_error_set_from_errno (path, errno, error);
  if (faccessat (AT_FDCWD, path, R_OK | W_OK, AT_EACCESS) != 0 && errno != ENOENT)
    return fz_error_set_from_errno (path, errno, error);
  return TRUE;
}

static gboolean
apply_steps (FzConnection  *writer,
             gint64         version,
             GError       **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            FZ_SCHEMA_APPLICATION_ID, FZ_SCHEMA_CURRENT);

  for (gint64 next = version + 1; next <= FZ_SCHEMA_CURRENT; next++)
    if (!fz_connection_execute (writer, fz_schema_step ((FzSchemaVersion) next), error))
      return FALSE;
  return fz_connection_execute (writer, stamp, error);
}

typedef struct {
  const char   *path;
  GCancellable *cancellable;
} Opening;

/* The library as it was stays beside it: library.db.v1. */
static gboolean
keep_old (const Opening  *opening,
          gint64          version,
          GError        **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.v%" G_GINT64_FORMAT, opening->path, version);

  return version == FZ_SCHEMA_NONE || fz_backup_make (opening->path, copy, NULL, NULL, opening->cancellable, error);
}

/* Within the transaction nobody else can make the tables or raise the version;
 * what fz_schema_inspect() saw may be old. */
static gboolean
bring_up_to_date (FzConnection  *writer,
                  gpointer       data,
                  GError       **error)
{
  const Opening *opening = data;
  gint64 version;

  if (!fz_connection_ask (writer, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version < FZ_SCHEMA_NONE || version > FZ_SCHEMA_CURRENT)
    return fz_error_set (error, FZ_LIBRARY_ERROR_TOO_NEW, NULL);
  if (version == FZ_SCHEMA_CURRENT)
    return TRUE;
  return keep_old (opening, version, error) && apply_steps (writer, version, error) &&
         fz_search_index_renew_old (writer, error);
}

/* The journal is folded into the file when it has so many pages: a page of the index
 * that is written with each of many small transactions is then copied once. */
#define PAGES_OF_JOURNAL "4000"

/* Where the file system cannot share memory SQLite keeps the older journal; reading
 * then waits for writing, and all else holds.  Of two that turn a new file to the
 * newer one SQLite refuses one at once, without waiting. */
static gboolean
keep_journal (FzConnection  *writer,
              GCancellable  *cancellable,
              GError       **error)
{
  const guint most_waits = 100, wait_ms = 50;

  for (guint waits = 0;; waits++)
    {
      g_autoptr (GError) reason = NULL;

      if (fz_connection_execute (writer, "PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = 67108864; "
                                         "PRAGMA wal_autocheckpoint = " PAGES_OF_JOURNAL, &reason))
        return TRUE;
      if (!g_error_matches (reason, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_BUSY) || waits == most_waits ||
          g_cancellable_is_cancelled (cancellable))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      g_usleep (wait_ms * 1000);
    }
}

/* Makes the tables in a new file, or brings those of an older version up to
 * date, in one transaction; then turns WAL on.  An index of an older version is
 * made anew only then: who opens the library at the same moment could not turn
 * WAL on while it is written. */
static gboolean
prepare (FzConnection  *writer,
         const char    *path,
         GCancellable  *cancellable,
         GError       **error)
{
  Opening opening = { path, cancellable };
  gint64 version;

  /* Usually there is nothing to do, and then nobody's writing is waited for. */
  if (!fz_connection_ask (writer, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version != FZ_SCHEMA_CURRENT &&
      !fz_connection_run (writer, FZ_TRANSACTION_WRITE_SYNCED, bring_up_to_date, &opening, cancellable, error))
    return FALSE;
  return keep_journal (writer, cancellable, error) &&
         fz_title_order_prepare (writer, cancellable, error) && fz_search_index_prepare (writer, cancellable, error);
}

/**
 * fz_schema_open:
 * @path: a file, or a place where there is none yet
 * @cancellable: (nullable): asked while another program is waited for
 * @error: a #FzLibraryError
 *
 * Opens the connection that writes, on a library of the current version: makes
 * the folder and the file where they are missing, refuses what is no library
 * or one from the future without touching it, and brings an older one up to
 * date after it has put a copy of it beside it.
 *
 * Returns: (transfer full): the connection, or %NULL and the file as it was
 */
FzConnection *
fz_schema_open (const char    *path,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (FzConnection) writer = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      fz_error_set_from_errno (path, errno, error);
      return NULL;
    }
  if (!fz_schema_inspect (path, error) || !check_writable (path, folder, error))
    return NULL;
  writer = fz_connection_open (path, FZ_CONNECTION_WRITER, cancellable, error);
  if (writer == NULL || !prepare (writer, path, cancellable, error))
    return NULL;
  return g_steal_pointer (&writer);
}

/**
 * fz_schema_is_readable:
 * @path: a library that [func@schema_open] refused because it cannot be written
 * @cancellable: (nullable): asked while another program is waited for
 *
 * Returns: whether it can be read as it is: it is there, and of this version
 */
gboolean
fz_schema_is_readable (const char   *path,
                       GCancellable *cancellable)
{
  g_autoptr (FzConnection) reader = NULL;
  gint64 version = FZ_SCHEMA_NONE;

  if (!fz_schema_inspect (path, NULL) || !g_file_test (path, G_FILE_TEST_EXISTS))
    return FALSE;
  reader = fz_connection_open (path, FZ_CONNECTION_READER, cancellable, NULL);
  return reader != NULL && fz_connection_ask (reader, "PRAGMA user_version", &version, NULL) && version == FZ_SCHEMA_CURRENT;
}
