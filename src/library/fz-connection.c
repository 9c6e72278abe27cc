/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A connection to the library's file.
 *
 * A connection is used by the thread that opened it and by no other, and it is
 * either the one that writes or one of those that read; every store function
 * asserts which of them it was given.
 *
 * Journal: WAL, so that reading never waits for writing.
 *
 * Read-only media: SQLite reads a file in WAL mode only where it can write an
 * index of the journal beside it.  Where the folder cannot be written and no
 * journal is there, nobody who reads so sees another write, and the file is
 * opened as one that does not change; who has such a connection opens it anew
 * for each transaction, since another person may be able to write.
 *
 * Hostile files: defensive mode, no trust in the schema's own functions, no
 * strings in double quotes, sizes of cells checked, limits on what a row holds. */

#include "config.h"

#include "fz-connection-private.h"

#include <fcntl.h>
#include <unistd.h>

#include "fz-error.h"
#include "fz-sums.h"
#include "fz-title-order.h"
#include "fz-tokenizer.h"

/* The progress handler is asked after so many steps of SQLite's machine, some
 * tenths of a millisecond. */
#define STEPS_BETWEEN_QUESTIONS 2000

/* Another program is waited for as long as its largest transaction may take. */
#define BUSY_WAIT_MS 20
#define BUSY_WAITS   500

/* Each connection keeps so many KiB of pages, rather than SQLite's 2 MiB: the upper
 * pages of all tables of a library of a million articles, and the part of the index
 * that one query goes through and the next one, a character longer, again.  What is
 * not used is not taken. */
#define CACHE_KIB "16384"

/* Nothing that Fangzhi stores comes near; a file that holds more is hostile. */
#define LARGEST_VALUE (256 * 1024 * 1024)

static gboolean
is_cancelled (FzConnection *self)
{
  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

static int
on_progress (gpointer data)
{
  return is_cancelled (data);
}

static int
on_busy (gpointer data,
         int      waits)
{
  if (waits >= BUSY_WAITS || is_cancelled (data))
    return 0;
  g_usleep (BUSY_WAIT_MS * 1000);
  return 1;
}

static void
harden (FzConnection *self)
{
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_limit (self->db, SQLITE_LIMIT_LENGTH, LARGEST_VALUE);
  sqlite3_limit (self->db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_progress_handler (self->db, STEPS_BETWEEN_QUESTIONS, on_progress, self);
  sqlite3_busy_handler (self->db, on_busy, self);
}

static gboolean
cannot_change (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);

  return faccessat (AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) != 0 && !g_file_test (journal, G_FILE_TEST_EXISTS);
}

/**
 * fz_connection_open_file:
 * @path: a file that is read and not written
 * @db: (out): the handle, to be closed in any case
 * @out_still: (out) (optional): whether it was opened as one that does not change
 *
 * Returns: a code of SQLite's
 */
int
fz_connection_open_file (const char  *path,
                         sqlite3    **db,
                         gboolean    *out_still)
{
  const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_READONLY;
  /* An absolute path is never taken for ":memory:" or a "file:" address. */
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *address = g_filename_to_uri (absolute, NULL, NULL);
  g_autofree char *still = g_strconcat (address, "?immutable=1", NULL);
  gboolean is_still = cannot_change (absolute);

  if (out_still != NULL)
    *out_still = is_still;
  return sqlite3_open_v2 (is_still ? still : absolute, db, is_still ? flags | SQLITE_OPEN_URI : flags,
                          fz_sums_vfs ());
}

static gboolean
open_handle (FzConnection  *self,
             const char    *path,
             GError       **error)
{
  const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE |
                    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  int code = self->kind == FZ_CONNECTION_WRITER ? sqlite3_open_v2 (absolute, &self->db, flags, fz_sums_vfs ())
                                                : fz_connection_open_file (path, &self->db, &self->is_still);

  if (code != SQLITE_OK)
    {
      fz_error_set_from_sqlite (self->db, code, error);
      return FALSE;
    }
  if (self->kind == FZ_CONNECTION_WRITER && sqlite3_db_readonly (self->db, "main") == 1)
    {
      fz_error_set_from_sqlite (NULL, SQLITE_READONLY, error);
      return FALSE;
    }
  if (self->kind == FZ_CONNECTION_WRITER)
    fz_sums_begin (self->db);
  return TRUE;
}

/**
 * fz_connection_open:
 * @path: the file; the writer makes it where it is missing
 * @kind: what the connection will do
 * @cancellable: (nullable): asked while another program is waited for
 * @error: a #FzLibraryError
 *
 * Opens the file for the calling thread.  What is in it is looked at by
 * [func@schema_open], not here.
 *
 * Returns: (transfer full): the connection, or %NULL
 */
FzConnection *
fz_connection_open (const char        *path,
                    FzConnectionKind   kind,
                    GCancellable      *cancellable,
                    GError           **error)
{
  g_autoptr (FzConnection) self = g_new0 (FzConnection, 1);

  self->kind = kind;
  self->thread = g_thread_self ();
  if (!open_handle (self, path, error))
    return NULL;
  harden (self);
  if (fz_tokenizer_register (self->db) != SQLITE_OK)
    {
      fz_error_set (error, FZ_LIBRARY_ERROR_FAILED, "SQLite: FTS5");
      return NULL;
    }
  if (fz_title_order_register (self->db) != SQLITE_OK)
    {
      fz_error_set (error, FZ_LIBRARY_ERROR_FAILED, "ICU: zh@collation=pinyin");
      return NULL;
    }
  self->cancellable = cancellable;
  if (!fz_connection_execute (self, "PRAGMA cell_size_check = ON; PRAGMA cache_size = -" CACHE_KIB, error))
    return NULL;
  self->cancellable = NULL;
  return g_steal_pointer (&self);
}

/**
 * fz_connection_close:
 * @self: (nullable): a connection, none of whose statements is held
 */
void
fz_connection_close (FzConnection *self)
{
  if (self == NULL)
    return;
  g_assert (self->thread == g_thread_self ());
  for (guint i = 0; i < FZ_N_SQL; i++)
    fz_statement_free (self->statements[i]);
  g_clear_pointer (&self->remembered, g_hash_table_unref);
  sqlite3_close (self->db);
  g_free (self);
}

/**
 * fz_connection_is:
 * @self: a connection
 * @kind: what is wanted of it; the writer reads as well
 *
 * For assertions.
 *
 * Returns: whether the calling thread may use it so
 */
gboolean
fz_connection_is (FzConnection     *self,
                  FzConnectionKind  kind)
{
  return self->thread == g_thread_self () && self->kind >= kind;
}

/**
 * fz_connection_is_still:
 * @self: a connection
 *
 * Returns: whether it sees nothing of what others write from now on
 */
gboolean
fz_connection_is_still (FzConnection *self)
{
  return self->is_still;
}

/**
 * fz_connection_last_id:
 * @self: a connection
 *
 * Returns: the id of the row that it inserted last
 */
gint64
fz_connection_last_id (FzConnection *self)
{
  return sqlite3_last_insert_rowid (self->db);
}

/**
 * fz_connection_changes:
 * @self: a connection
 *
 * Returns: how many rows this connection has changed since it was opened
 */
gint64
fz_connection_changes (FzConnection *self)
{
  return sqlite3_total_changes64 (self->db);
}
